"""Mutants of the file itself: damaged, out of order, or carrying what no document of ours has."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from random import Random
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from briefpress.check import check
from briefpress.model.edition import Edition
from tests.mutants.support import BRIEFING, CARD, Change, broken, draw, entry, failing, good


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"%PDF-1.7\n%%EOF",
        b"<!doctype html><p>Not found</p>",
        good(CARD).pdf[:400],
        good(CARD).pdf[: len(good(CARD).pdf) // 2],
    ],
    ids=["nothing", "no objects", "html", "the head alone", "half"],
)
def test_a_file_that_is_no_whole_pdf(damaged: bytes) -> None:
    checked = check(replace(good(CARD), pdf=damaged))
    assert {fault.code for fault in checked.diagnostics} >= {"PDF-BROKEN"}
    assert checked.verdicts["PAGE-SIZE"] == "pass"
    again = check(replace(good(CARD), pdf=damaged))
    assert again == checked, "where it is in memory is nobody's business"


def reordered(pdf: Pdf) -> None:
    """Turn the order of the document's parts round, down to its sections."""
    kids = pdf.Root.StructTreeRoot.K
    while not isinstance(kids, Array) or len(kids) == 1:
        kids = kids[0].K if isinstance(kids, Array) else kids.K
    kids_in_order = list(kids)
    for index, kid in enumerate(reversed(kids_in_order)):
        kids[index] = kid


def test_a_structure_in_another_order() -> None:
    for edition in (CARD, BRIEFING):
        assert "CLAIM-ASTRAY" in failing(broken(good(edition), reordered))


def set_root(key: str, value: Any) -> Change:  # noqa: ANN401
    def apply(pdf: Pdf) -> None:
        pdf.Root[key] = value

    return apply


def remove_root(key: str) -> Change:
    def apply(pdf: Pdf) -> None:
        del pdf.Root[key]

    return apply


def set_info(key: str, value: str) -> Change:
    def apply(pdf: Pdf) -> None:
        pdf.docinfo[key] = value

    return apply


def set_page(key: str, value: Any, page: int = 0) -> Change:  # noqa: ANN401
    def apply(pdf: Pdf) -> None:
        pdf.pages[page].obj[key] = value

    return apply


def on_bookmarks(change: Callable[[list[Any]], object]) -> Change:
    def apply(pdf: Pdf) -> None:
        with pdf.open_outline() as outline:
            change(outline.root)

    return apply


def on_links(change: Callable[[Any], object], address: str = "tel:") -> Change:
    """Change each link to such an address."""

    def apply(pdf: Pdf) -> None:
        for page in pdf.pages:
            for note in page.obj.get("/Annots", ()):
                if "/A" in note and str(note.A.get("/URI", "")).startswith(address):
                    change(note)

    return apply


def leads_to(address: str) -> Callable[[Any], None]:
    def change(note: Any) -> None:  # noqa: ANN401
        note.A.URI = String(address)

    return change


def acts(**action: Any) -> Callable[[Any], None]:  # noqa: ANN401
    def change(note: Any) -> None:  # noqa: ANN401
        note["/A"] = Dictionary(**action)

    return change


def on_fonts(change: Callable[[Pdf, Any], object]) -> Change:
    """Change each font of the first page."""

    def apply(pdf: Pdf) -> None:
        for font in pdf.pages[0].Resources.Font.values():
            change(pdf, font)

    return apply


def lying(pdf: Pdf, font: Any) -> None:  # noqa: ANN401
    """Let the glyph of one letter stand for another, for tools alone."""
    cmap = font.ToUnicode.read_bytes()
    font.ToUnicode = pdf.make_stream(cmap.replace(b"> <0065>", b"> <0061>", 1))


def boxed(pdf: Pdf, font: Any) -> None:  # noqa: ANN401
    """Let the empty box stand for a letter."""
    cmap = font.ToUnicode.read_bytes()
    font.ToUnicode = pdf.make_stream(cmap.replace(b"\nendbfchar", b"\n<0000> <0065>\nendbfchar"))


def redrawn(pdf: Pdf, font: Any) -> None:  # noqa: ANN401
    """Draw one letter as another, in the embedded font."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - for this mutant alone

    holder = font.DescendantFonts[0].FontDescriptor
    program = TTFont(BytesIO(holder.FontFile2.read_bytes()))
    table = program["glyf"]
    drawn = [name for name in program.getGlyphOrder() if table[name].numberOfContours > 0]
    table[drawn[0]] = table[drawn[1]]
    out = BytesIO()
    program.save(out)
    holder.FontFile2 = pdf.make_stream(out.getvalue())


def unembedded(_: Pdf, font: Any) -> None:  # noqa: ANN401
    del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


def remapped(pdf: Pdf, font: Any) -> None:  # noqa: ANN401
    font.DescendantFonts[0].CIDToGIDMap = pdf.make_stream(bytes(1024))


def added_font(pdf: Pdf) -> None:
    pdf.pages[0].Resources.Font["/F"] = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica
    )


def attached(pdf: Pdf) -> None:
    pdf.attachments["note.txt"] = b"read me"


def layered(pdf: Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="hidden"))
    entry(pdf.pages[0].Resources, "/Properties")["/Layer"] = layer


def noted(pdf: Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[9, 9, 19, 19], Contents="psst")
    pdf.pages[0].obj["/Annots"] = Array([pdf.make_indirect(note)])


def masked(pdf: Pdf) -> None:
    mask = Dictionary(S=Name.Luminosity, G=pdf.make_stream(b""))
    entry(pdf.pages[0].Resources, "/ExtGState")["/Veil"] = Dictionary(SMask=mask)


def acting_form(pdf: Pdf) -> None:
    form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1])
    form["/OC"] = Dictionary(Type=Name.OCG, Name="hidden")
    entry(pdf.pages[0].Resources, "/XObject")["/Odd"] = form


def coarse(pdf: Pdf) -> None:
    image = pdf.make_stream(
        bytes(range(16)),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=4,
        Height=4,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )
    page = pdf.pages[0]
    entry(page.Resources, "/XObject")["/Coarse"] = image
    page.contents_add(b"q 40 0 0 40 300 20 cm /Coarse Do Q")


def retold(pdf: Pdf) -> None:
    """Let a screen reader say another number than the one that is printed."""
    page = pdf.pages[1]
    parts = page.Contents if isinstance(page.Contents, Array) else [page.Contents]
    data = b"".join(part.read_bytes() for part in parts)
    changed = data.replace(b"/MCID 6", b"/ActualText (0999 999 999) /MCID 6", 1)
    assert changed != data
    page.obj.Contents = pdf.make_stream(changed)


def described(pdf: Pdf) -> None:
    """Describe a picture as something else."""

    def walk(element: Any) -> None:  # noqa: ANN401
        if isinstance(element, Array):
            for one in element:
                walk(one)
        elif isinstance(element, Dictionary):
            if "/Alt" in element:
                element.Alt = String("IMG_2041.jpg")
            if "/K" in element:
                walk(element.K)

    walk(pdf.Root.StructTreeRoot.K)


def grown(pdf: Pdf) -> None:
    data = Random(1).randbytes(5_100_000)  # noqa: S311 - it only has to resist compression
    noise = pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Form)
    noise["/BBox"] = Array([0, 0, 1, 1])
    entry(pdf.pages[0].Resources, "/XObject")["/Noise"] = noise


def swapped(pdf: Pdf) -> None:
    first, second = pdf.pages[2].obj.Contents, pdf.pages[3].obj.Contents
    pdf.pages[2].obj.Contents, pdf.pages[3].obj.Contents = second, first


def without_page(pdf: Pdf) -> None:
    del pdf.pages[1]


def page_twice(pdf: Pdf) -> None:
    pdf.pages.append(pdf.pages[1])


SCRIPT = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
MUTANTS: dict[str, tuple[Edition, str, Change]] = {
    "structure gone": (CARD, "CLAIM-ASTRAY", remove_root("/StructTreeRoot")),
    "a page gone": (CARD, "CLAIM-MISSING", without_page),
    "a page gone, counted": (CARD, "PDF-BOXES", without_page),
    "a page twice": (CARD, "PDF-BOXES", page_twice),
    "two pages for one another": (BRIEFING, "TEXT-STRANGE", swapped),
    "turned": (CARD, "PDF-BOXES", set_page("/Rotate", 90)),
    "upside down": (CARD, "PDF-BOXES", set_page("/Rotate", 180)),
    "stretched by its unit": (CARD, "PDF-BOXES", set_page("/UserUnit", 2)),
    "a larger page": (CARD, "PDF-BOXES", set_page("/MediaBox", Array([0, 0, 500, 700]))),
    "a smaller trim": (CARD, "PDF-BOXES", set_page("/TrimBox", Array([20, 20, 400, 500]))),
    "a smaller view": (CARD, "PDF-BOXES", set_page("/CropBox", Array([0, 100, 419, 595]))),
    "no bookmarks": (BRIEFING, "PDF-OUTLINE", on_bookmarks(list.clear)),
    "a bookmark gone": (BRIEFING, "PDF-OUTLINE", on_bookmarks(list.pop)),
    "bookmarks turned round": (
        BRIEFING,
        "PDF-OUTLINE",
        on_bookmarks(lambda marks: marks[0].children.reverse()),
    ),
    "a bookmark to another page": (
        BRIEFING,
        "PDF-OUTLINE",
        on_bookmarks(lambda marks: setattr(marks[0].children[1], "destination", 0)),
    ),
    "a bookmark with another name": (
        BRIEFING,
        "PDF-OUTLINE",
        on_bookmarks(lambda marks: setattr(marks[0].children[1], "title", "Elsewhere")),
    ),
    "another title": (CARD, "PDF-ITSELF", set_info("/Title", "Untitled")),
    "another author": (CARD, "PDF-ITSELF", set_info("/Author", "Somebody")),
    "another date": (CARD, "PDF-ITSELF", set_info("/ModDate", "D:20200101")),
    "another language": (CARD, "PDF-ITSELF", set_root("/Lang", "fr")),
    "no language": (CARD, "PDF-ITSELF", remove_root("/Lang")),
    "other metadata": (
        CARD,
        "PDF-ITSELF",
        lambda pdf: set_root("/Metadata", pdf.make_stream(b"<x/>"))(pdf),
    ),
    "the title not shown": (CARD, "PDF-ITSELF", remove_root("/ViewerPreferences")),
    "a script on opening": (CARD, "PDF-INNARDS", set_root("/OpenAction", SCRIPT)),
    "a script of the document": (CARD, "PDF-INNARDS", set_root("/AA", Dictionary(WC=SCRIPT))),
    "a script of a page": (CARD, "PDF-INNARDS", set_page("/AA", Dictionary(O=SCRIPT))),
    "an attachment": (CARD, "PDF-INNARDS", attached),
    "a form to fill in": (CARD, "PDF-INNARDS", set_root("/AcroForm", Dictionary(Fields=Array()))),
    "a layer": (CARD, "PDF-INNARDS", layered),
    "layers": (CARD, "PDF-INNARDS", set_root("/OCProperties", Dictionary(OCGs=Array()))),
    "a drawing in a layer": (CARD, "PDF-INNARDS", acting_form),
    "a note": (CARD, "PDF-INNARDS", noted),
    "a soft mask": (CARD, "PDF-INNARDS", masked),
    "a programme to start": (
        CARD,
        "PDF-INNARDS",
        on_links(acts(S=Name.Launch, F="calc.exe")),
    ),
    "a link that goes on": (
        CARD,
        "PDF-INNARDS",
        on_links(acts(S=Name.URI, URI="https://example.org", Next=SCRIPT)),
    ),
    "a page that plays": (CARD, "PDF-INNARDS", set_page("/Dur", 1)),
    "too large": (CARD, "PDF-SIZE", grown),
    "a coarse image": (CARD, "PDF-IMAGES", coarse),
    "a sign that nobody laid out": (
        CARD,
        "PDF-UA",
        lambda pdf: draw(pdf.pages[0], "1 0 0 rg 60 40 80 12 re f"),
    ),
    "a logo under a field of its ground": (
        CARD,
        "IMAGE-LOST",
        lambda pdf: draw(pdf.pages[0], "0.29 0.145 0.27 rg 290 540 120 50 re f"),
    ),
    "a link to a script": (CARD, "PDF-LINKS", on_links(leads_to("javascript:alert(1)"))),
    "a link to a file": (CARD, "PDF-LINKS", on_links(leads_to("file:///etc/passwd"))),
    "a link without a lock": (
        CARD,
        "PDF-LINKS",
        on_links(leads_to("http://wexbridge.example.org")),
    ),
    "a link with other figures": (CARD, "PDF-LINKS", on_links(leads_to("tel:01632960110"))),
    "a link to another address": (
        CARD,
        "PDF-LINKS",
        on_links(leads_to("mailto:other@example.org"), "mailto:"),
    ),
    "links gone": (CARD, "PDF-LINKS", on_links(lambda note: note.__delitem__("/A"))),
    "a font that is not embedded": (CARD, "PDF-FONTS", on_fonts(unembedded)),
    "a font of the system": (CARD, "PDF-FONTS", added_font),
    "codes that are other glyphs": (CARD, "PDF-FONTS", on_fonts(remapped)),
    "a letter read as another": (CARD, "GLYPH-FALSE", on_fonts(lying)),
    "an empty box read as a letter": (CARD, "GLYPH-FALSE", on_fonts(boxed)),
    "a letter drawn as another": (CARD, "GLYPH-FALSE", on_fonts(redrawn)),
    "another number read out": (CARD, "TAGS-STRANGE", retold),
    "a picture described as a file": (BRIEFING, "TAGS-STRANGE", described),
    "a link read as another": (
        CARD,
        "TAGS-STRANGE",
        on_links(lambda note: note.__setitem__("/Contents", String("Call 0999 999 999"))),
    ),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_a_mutant_is_caught(name: str) -> None:
    edition, code, change = MUTANTS[name]
    found = failing(broken(good(edition), change))
    assert code in found, found


def test_a_file_with_a_password() -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(good(CARD).pdf)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="secret", user=""))
    assert "PDF-INNARDS" in failing(replace(good(CARD), pdf=out.getvalue()))
