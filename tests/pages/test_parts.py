"""Lists in lists and long tables, which any author may write, as they come out in each format."""

from collections.abc import Callable

import pytest

from briefpress.check import check
from briefpress.compose import compose
from briefpress.model.document import Proof
from briefpress.model.edition import Edition
from briefpress.model.layout import Format
from briefpress.model.library import Loaded
from briefpress.render import Engine
from briefpress.selection import select
from tests.conftest import Edit
from tests.structure import Tag, structure_of

OPENING = "1. Write what it is.\n2. Write what was wrong.\n"
LISTS = """* outer
    * inner
        * innermost

    * inner again

        a second paragraph

* outer again
    1. numbered
"""
ROWS = "".join(
    f"| Bench {letter} | who sits there, and until when |\n" for letter in "abcdefghijklm"
)
TABLE = f"\nWho sits where:\n\n| Bench | Who |\n|---|---|\n{ROWS * 4}"


@pytest.fixture
def made(edit: Edit, load_it: Callable[[], Loaded]) -> Callable[[str, Format], Proof]:
    def render(text: str, form: Format) -> Proof:
        edit.replace("sections/records.md", OPENING, text)
        library = load_it().library
        assert library is not None
        edition = Edition("wexbridge", "hosts", "briefing", form)
        return Engine().render(compose(select(library, edition), library))

    return render


@pytest.mark.parametrize("form", [Format.SCREEN, Format.LARGE_PRINT])
def test_lists_in_lists_are_set_and_heard(
    form: Format, made: Callable[[str, Format], Proof]
) -> None:
    proof = made(LISTS, form)
    assert {d.code for d in check(proof).diagnostics} <= {"PAGE-SPARSE"}
    lists = structure_of(proof.pdf).root.all("L")
    assert [depth(tag) for tag in lists if "innermost" in tag.text] == [3, 2, 1]
    marks = [run for page in proof.pages for run in page.runs if run.text.startswith("›")]
    left = {run.x for page in proof.pages for run in page.runs if run.text.startswith("inner")}
    assert marks
    assert len(left) == 2, "each level begins further right than the one around it"


def depth(tag: Tag) -> int:
    """How many lists stand in each other."""
    return (tag.role == "L") + max((depth(kid) for kid in tag.below), default=0)


@pytest.mark.parametrize("form", [Format.SCREEN, Format.LARGE_PRINT])
def test_a_long_table_goes_on_over_pages_from_where_it_begins(
    form: Format, made: Callable[[str, Format], Proof]
) -> None:
    proof = made(TABLE, form)
    assert {d.code for d in check(proof).diagnostics} <= {"PAGE-SPARSE", "PAGE-COUNT"}
    told = structure_of(proof.pdf)
    (table,) = (tag for tag in told.root.all("Table") if "Bench" in tag.text)
    assert len(list(table.all("TR"))) == 53
    heads = [each for each in told.artifacts if each.kind == "Pagination" and each.text == "Bench"]
    assert len(heads) == len(table_pages(table)) - 1 > 0
    if form == Format.SCREEN:
        assert before(proof) == min(table_pages(table))


def table_pages(table: Tag) -> set[int]:
    """The pages that cells stand on."""
    return {page for cell in table.all("TD") for page in cell.pages}


def before(proof: Proof) -> int:
    """The page, from 0, of the sentence before the table."""
    pages = enumerate(proof.pages)
    return next(n for n, page in pages for run in page.runs if run.text == "Who sits where:")
