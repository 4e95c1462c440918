"""Two PDFs compared: each kind of difference is told, and nothing is told of none."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from briefpress.plates.compare import compare
from tests.unit.render.support import proof

LOGO = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
<path fill="#204060" d="M0 0h10v10h-10z"/></svg>"""
BODY = """<h1>Call <a href="https://example.org/a" title="Call us">us</a></h1><p>Day and night.</p>
<p><img src="logo.svg" alt="The board" style="width:9mm;height:9mm"></p>"""
CSS = '@page { @top-left { content: "Head" } }'
ASSETS = {"logo.svg": LOGO}


def made(body: str = BODY, css: str = CSS, logo: bytes = LOGO) -> bytes:
    return proof(body, css, assets={"logo.svg": logo}).pdf


def changed(pdf: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """A file with something changed in it, under other object numbers."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        change(opened)
        opened.save(out, fix_metadata_version=False)
    return out.getvalue()


def kinds(other: bytes) -> list[str]:
    """What is told to be different."""
    return list(dict.fromkeys(one.partition(":")[0] for one in compare(made(), other)))


def nothing(pdf: pikepdf.Pdf) -> None:
    del pdf


def test_a_file_is_the_same_as_itself_however_it_is_written() -> None:
    assert compare(made(), changed(made(), nothing)) == ()


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (made(css=CSS + "p { color: #fefefe }"), ["pixels"]),
        (made(logo=LOGO.replace(b"#204060", b"#204061")), ["pixels"]),
        (made(BODY.replace("The board", "A board")), ["structure"]),
        (made(BODY.replace("<p>Day and night.</p>", "<div>Day and night.</div>")), []),
        (made(BODY.replace("org/a", "org/b")), ["links"]),
        (made(BODY.replace("Call us", "Write to us")), ["structure", "links"]),
        (made(css=CSS + 'h1 { bookmark-label: "Other" }'), ["bookmarks"]),
        (made(css=CSS.replace("Head", "Dead")), ["artifacts", "glyphs", "pixels"]),
        (made(css=CSS + "@page { size: 100mm 101mm }"), ["page boxes", "structure", "links"]),
    ],
    ids=["ink", "logo", "alternative", "nothing", "target", "said", "mark", "head", "size"],
)
def test_what_a_document_says_differently_is_told(other: bytes, told: list[str]) -> None:
    assert kinds(other)[: len(told)] == told
    assert bool(kinds(other)) == bool(told)


def author(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Author"] = "Another board"


def packet(pdf: pikepdf.Pdf) -> None:
    data = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata = pdf.make_stream(data.replace(b"Small", b"Large"))


def intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def owners(pdf: pikepdf.Pdf) -> None:
    """Two marks change places in the way back to their elements."""
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[1] = row[1], row[0]


def parent(pdf: pikepdf.Pdf) -> None:
    top = pdf.Root.StructTreeRoot.K[0]
    top.K[0].P = top.K[1]


def unheld(pdf: pikepdf.Pdf) -> None:
    top = pdf.Root.StructTreeRoot.K[0]
    top.K = pikepdf.Array([top.K[0]])


def link_owner(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Annots[0].StructParent = 0


def letters(pdf: pikepdf.Pdf) -> None:
    """A glyph stands for another letter."""
    for font in pdf.pages[0].Resources.Font.values():
        data = font.ToUnicode.read_bytes()
        font.ToUnicode = pdf.make_stream(data.replace(b"<0044>", b"<0045>"))


def link(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Annots[0].Rect = pikepdf.Array([0, 0, 10, 10])


def box(pdf: pikepdf.Pdf) -> None:
    top = pdf.Root.StructTreeRoot.K[0]
    figure = top.K[2].K[0]
    figure.A[0].BBox[0] = 1


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (author, "itself"),
        (packet, "metadata"),
        (intent, "itself"),
        (owners, "marks"),
        (parent, "marks"),
        (unheld, "marks"),
        (link_owner, "marks"),
        (letters, "glyphs"),
        (link, "links"),
        (box, "structure"),
    ],
    ids=lambda one: getattr(one, "__name__", one),
)
def test_what_a_file_has_differently_is_told(
    change: Callable[[pikepdf.Pdf], None], told: str
) -> None:
    assert told in kinds(changed(made(), change))


def test_another_number_of_pages_is_told() -> None:
    longer = made(BODY + '<p style="break-before: page">More.</p>')
    assert "pixels: 1 pages became 2" in compare(made(), longer)


def test_many_differences_of_a_kind_are_told_in_short() -> None:
    rows = [f"<p>{'word ' * 3}{n}</p><blockquote><p>same</p></blockquote>" for n in range(6)]
    other = [row.replace("word", "work") for row in rows]
    told = [one for one in compare(made("".join(rows)), made("".join(other))) if "structure" in one]
    assert told[-1] == "structure: and 3 more"
