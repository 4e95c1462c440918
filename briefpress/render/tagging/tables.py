"""Tables: where each cell stands, and which cells are its headings (ISO 32000-1, table 349)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from xml.etree.ElementTree import Element

ROW, COLUMN = "/Row", "/Column"
_SCOPES = {"row": ROW, "rowgroup": ROW, "col": COLUMN, "colgroup": COLUMN}
_SECTIONS = ("thead", "tbody", "tfoot")
_MOST = 1000
"""As browsers, no cell spans more."""


@dataclass(frozen=True)
class Cell:
    """A cell in the grid of its table: the rows and columns that it covers."""

    element: Element
    rows: range
    columns: range
    scope: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether it covers one row and one column."""
        return len(self.rows) == len(self.columns) == 1

    def spans(self) -> dict[str, object]:
        """How many rows and columns it covers, where these are several."""
        found = {"RowSpan": len(self.rows), "ColSpan": len(self.columns)}
        return {name: size for name, size in found.items() if size > 1}


def cells_of(table: Element) -> tuple[Cell, ...]:
    """The cells of a table, row by row; those of tables inside it are not among them."""
    cells: list[Cell] = []
    first = 0
    for is_head, rows in _sections(table):
        taken: set[tuple[int, int]] = set()
        for number, row in enumerate(rows, first):
            cells += _row(row, range(number, first + len(rows)), taken, is_head=is_head)
        first += len(rows)
    return tuple(cells)


def headings(cells: tuple[Cell, ...]) -> Mapping[Element, tuple[Element, ...]]:
    """The headings of each cell, where the scopes of headings alone do not tell.

    That is so where a heading covers several rows or columns.
    """
    heads = [cell for cell in cells if cell.scope]
    if all(head.is_plain for head in heads):
        return {}
    return {
        cell.element: tuple(head.element for head in heads if _heads(head, cell)) for cell in cells
    }


def _heads(head: Cell, cell: Cell) -> bool:
    if head is cell:
        return False
    if head.scope == ROW:
        return _meet(head.rows, cell.rows) and head.columns[0] < cell.columns[0]
    return _meet(head.columns, cell.columns) and head.rows[0] < cell.rows[0]


def _meet(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _sections(table: Element) -> Iterator[tuple[bool, list[Element]]]:
    """The rows of each part of a table, and whether it is the head."""
    for part in table:
        if part.tag in _SECTIONS:
            yield part.tag == "thead", [row for row in part if row.tag == "tr"]


def _row(
    row: Element, rows: range, taken: set[tuple[int, int]], *, is_head: bool
) -> Iterator[Cell]:
    """The cells of one row; `rows` are this and those below it in its part of the table."""
    at = 0
    places = [cell for cell in row if cell.tag in ("th", "td")]
    for element in places:
        at = next(column for column in count(at) if (rows.start, column) not in taken)
        down = _span(element, "rowspan", len(rows)) or len(rows)
        covered = rows[: min(down, len(rows))]
        columns = range(at, at + max(1, _span(element, "colspan", 1)))
        taken.update((line, column) for line in covered for column in columns)
        scope = _scope(element, is_first=element is row[0], is_head=is_head)
        yield Cell(element, covered, columns, scope)
        at = columns.stop


def _span(element: Element, name: str, whole: int) -> int:
    """As HTML reads it: 0 is all that is left, and nonsense is 1."""
    text = element.get(name, "1").strip()
    return (min(int(text), _MOST) or whole) if text.isdecimal() else 1


def _scope(element: Element, *, is_first: bool, is_head: bool) -> str:
    if element.tag != "th":
        return ""
    given = _SCOPES.get(element.get("scope", ""))
    return given or (ROW if is_first and not is_head else COLUMN)
