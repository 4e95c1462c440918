"""Cells in the grid of their table: where each stands, and which heads which."""

from xml.etree.ElementTree import Element

import pytest

from briefpress.render.library import weasyprint
from briefpress.render.tagging.tables import cells_of, headings


def table_of(rows: str) -> Element:
    """A table as the engine reads it."""
    html = weasyprint.HTML(string=f"<table>{rows}</table>")
    found: Element = next(html.etree_element.iter("table"))
    return found


def grid(rows: str) -> dict[str, tuple[int, int, int, int]]:
    """Row, column, rows and columns of each cell, by its text."""
    return {
        cell.element.text or "": (
            cell.rows.start,
            cell.columns.start,
            len(cell.rows),
            len(cell.columns),
        )
        for cell in cells_of(table_of(rows))
    }


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<tr><td>a<td>b<tr><td>c", {"a": (0, 0, 1, 1), "b": (0, 1, 1, 1), "c": (1, 0, 1, 1)}),
        (
            "<tr><td rowspan=2>a<td>b<tr><td>c<td>d",
            {"a": (0, 0, 2, 1), "b": (0, 1, 1, 1), "c": (1, 1, 1, 1), "d": (1, 2, 1, 1)},
        ),
        (
            "<tr><td>a<td rowspan=2 colspan=2>b<td>c<tr><td>d<td>e",
            {
                "a": (0, 0, 1, 1),
                "b": (0, 1, 2, 2),
                "c": (0, 3, 1, 1),
                "d": (1, 0, 1, 1),
                "e": (1, 3, 1, 1),
            },
        ),
        ("<tr><td rowspan=0>a<tr><td>b", {"a": (0, 0, 2, 1), "b": (1, 1, 1, 1)}),
        ("<tr><td rowspan=9 colspan=x>a", {"a": (0, 0, 1, 1)}),
        (
            "<thead><tr><th rowspan=9>a<tbody><tr><td>b",
            {"a": (0, 0, 1, 1), "b": (1, 0, 1, 1)},
        ),
        ("<tr><td>a<table><tr><td>inner</table>", {"a": (0, 0, 1, 1)}),
    ],
)
def test_where_cells_stand(rows: str, expected: dict[str, tuple[int, int, int, int]]) -> None:
    assert grid(rows) == expected


def test_plain_headings_need_no_names() -> None:
    rows = "<thead><tr><th>a<th>b<tbody><tr><th>c<td>d"
    assert headings(cells_of(table_of(rows))) == {}
