"""What is read of a file is that of this file, though another has the same words in its place."""

from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from briefpress.check.reading.anatomy import Mark, Structure, marks_of, structure_of
from briefpress.check.reading.fonts import fonts_of

Item = Any


def of(pages: int = 2) -> pikepdf.Pdf:
    """An empty file. Its objects get the same numbers each time."""
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page()
    return pdf


def tree(pdf: pikepdf.Pdf, **element: Item) -> Structure:
    """The structure of a file with this one element."""
    one = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.P, **element))
    pdf.Root.StructTreeRoot = pikepdf.Dictionary(K=pikepdf.Array([one]))
    return structure_of(pdf)


@pytest.mark.parametrize("text", ["Mill", "Barn"])
def test_a_text_that_stands_elsewhere_is_that_of_the_file(text: str) -> None:
    pdf = of()
    structure = tree(pdf, Alt=pdf.make_indirect(pikepdf.String(text)), K=7)
    assert [said.text for said in structure.strings] == [text]


@pytest.mark.parametrize("mark", [3, 4])
def test_a_number_that_stands_elsewhere_is_that_of_the_file(mark: int) -> None:
    root = b"<</Type/Catalog/Pages 2 0 R/StructTreeRoot<</K [3 0 R]>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    pages = b"<</Type/Pages/Count 1/Kids[5 0 R]>>"
    objects = (root, pages, b"<</S/P/K [4 0 R]>>", b"%d" % mark, page)
    told = b"".join(b"%d 0 obj\n%b\nendobj\n" % each for each in enumerate(objects, 1))
    with pikepdf.open(BytesIO(b"%PDF-1.7\n" + told + b"trailer <</Root 1 0 R>>\n")) as pdf:
        assert structure_of(pdf).order == ((0, mark),)


@pytest.mark.parametrize("mark", [3, 4])
def test_what_an_element_holds_elsewhere_is_that_of_the_file(mark: int) -> None:
    pdf = of()
    below = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Span, K=mark))
    assert tree(pdf, K=below).order == ((0, mark),)


@pytest.mark.parametrize("page", [1, 2])
def test_a_page_is_the_one_that_has_the_number_in_this_file(page: int) -> None:
    pdf = of()
    kids = list(pdf.Root.Pages.Kids)
    if page == 2:
        pdf.Root.Pages.Kids = pikepdf.Array(kids[::-1])
    first = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.P, Pg=kids[0], K=5))
    pdf.Root.StructTreeRoot = pikepdf.Dictionary(K=first)
    data = BytesIO()
    pdf.save(data)
    with pikepdf.open(data) as again:
        assert structure_of(again).order == ((page, 5),)


def outline(pdf: pikepdf.Pdf, *items: pikepdf.Dictionary) -> list[Item]:
    """The file with these bookmarks, one after another."""
    made = [pdf.make_indirect(item) for item in items]
    for one, following in pairwise(made):
        one.Next = following
    pdf.Root.Outlines = pdf.make_indirect(pikepdf.Dictionary(First=made[0]))
    return made


def test_bookmarks_have_their_page_and_what_they_do() -> None:
    pdf = of()
    there = pikepdf.Array([pdf.pages[1].obj, pikepdf.Name.Fit])
    goes = pikepdf.Dictionary(S=pikepdf.Name.GoTo, D=there)
    acts = pikepdf.Dictionary(S=pikepdf.Name.Launch, Next=pikepdf.Dictionary())
    made = outline(
        pdf,
        pikepdf.Dictionary(Title="One", Dest=there),
        pikepdf.Dictionary(Title="Two", A=acts),
        pikepdf.Dictionary(Dest=pikepdf.String("name")),
    )
    made[0].First = pdf.make_indirect(pikepdf.Dictionary(Title="Below", A=goes))
    assert marks_of(pdf) == (
        Mark("One", 1, 2),
        Mark("Below", 2, 2, "/GoTo"),
        Mark("Two", 1, 0, "/Launch and more"),
        Mark("", 1, 0),
    )


def test_a_ring_of_bookmarks_ends_where_it_closes() -> None:
    pdf = of()
    made = outline(pdf, pikepdf.Dictionary(Title="One"), pikepdf.Dictionary(Title="Two"))
    made[1].Next = made[0]
    made[1].First = made[0]
    assert [mark.title for mark in marks_of(pdf)] == ["One", "Two"]


def test_reading_bookmarks_adds_nothing_to_a_file() -> None:
    pdf = of()
    before = len(pdf.objects)
    assert marks_of(pdf) == ()
    assert len(pdf.objects) == before
    assert "/Outlines" not in pdf.Root


@pytest.mark.parametrize("text", ["Mill", "Barn"])
def test_a_font_stands_for_what_it_says_in_this_file(text: str) -> None:
    pdf = of(1)
    cmap = f"beginbfchar <0005> <{text.encode('utf-16-be').hex()}> endbfchar".encode()
    font = pikepdf.Dictionary(BaseFont=pikepdf.Name.Own, ToUnicode=pdf.make_stream(cmap))
    pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    assert [one.stands_for for one in fonts_of(pdf)] == [((5, text),)]
