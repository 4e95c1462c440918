"""The engine: measuring, what it says, what it asks for, and the same bytes each time."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
from weasyprint.layout.background import layout_backgrounds

from briefpress.model.layout import Slot
from briefpress.render import Engine, RenderFaultError, picture
from briefpress.render import engine as engine_room
from briefpress.render.boxes import extents
from briefpress.render.engine import _Job
from briefpress.render.library import laying
from briefpress.render.log import EngineLog
from briefpress.render.measure import ASIDE
from briefpress.render.shelf import Shelf
from briefpress.units import mm_to_pt
from tests.unit.render.support import SITE, document, lines, proof, slot

FIT = "#{0}{{height:var(--fit-{0}-height); font-size:var(--fit-{0}); overflow:hidden}}"
TEXT = f"<p>{lines(40)}</p>"
AROUND = "<h1>Title</h1><p>before</p>{}<p>after</p><ul><li>one<li>two</ul>"


@pytest.mark.parametrize(
    ("body", "css"),
    [
        (AROUND.format('<div id="box">{}</div>'), ""),
        (
            AROUND.format('<section><div><div id="box">{}</div></div></section>'),
            "section{padding:0 9mm}",
        ),
        (AROUND.format('<div id="box">{}</div>'), "#box{position:absolute; left:10mm; width:44mm}"),
        (
            AROUND.format('<div id="box">{}</div>'),
            "#box{position:absolute; left:10mm; width:44mm; top:5mm; bottom:5mm}",
        ),
        (
            AROUND.format('<div id="box">{}</div>'),
            "#box{box-sizing:border-box; padding:3mm; border:1mm solid}",
        ),
        (AROUND.format('<div id="box">{}</div>'), "#box{padding:3mm; margin:7mm}"),
        (AROUND.format('<div id="box">{}</div>'), "#box > *{margin:4mm 0}"),
        (
            AROUND.format('<div class="side"><div id="box">{}</div></div>'),
            "@page side{margin:0} .side{page:side; width:70mm; position:relative}",
        ),
        (
            AROUND.format('<div class="side"><div id="box">{}</div></div>'),
            ".side{--wide:37mm} #box{width:var(--wide)}",
        ),
        (
            AROUND.format('<div id="box">{}</div>'),
            "#box{display:flex; flex-direction:column; justify-content:space-between}",
        ),
        (
            '<div class="row"><p class="key">a label of its own</p><div id="box">{}</div></div>',
            ".row{display:flex} .key{width:33mm} #box{flex:1}",
        ),
        (
            '<p>1</p><p>2</p><div id="box">{}</div>',
            "#box:nth-child(3){padding:0 11mm} p + #box{font-weight:400}",
        ),
        ('<style>#box{padding-right:20mm}</style><div id="box">{}</div>', ""),
    ],
)
def test_a_slot_is_measured_as_it_would_stand_in_the_full_layout(body: str, css: str) -> None:
    text = f"<p>{lines(24)}</p><p>{lines(30)}</p>"
    one = Slot(id="box", height=52.0, floor=6.0, ceiling=18.0)
    made = document(body.replace("{}", text), FIT.format("box") + css, slots=(one,))
    (fitted,) = Engine().render(made).fitted
    assert fitted.fits
    assert fitted.size < 18.0
    real = measured_in_place(body.replace("{}", text), css, fitted.size)
    assert fitted.natural == pytest.approx(real, abs=0.01)


def measured_in_place(body: str, css: str, size: float) -> float:
    """The height of the slot in a full layout on a long page, nothing left out."""
    free = f"#box{{height:auto; bottom:auto !important; overflow:hidden; font-size:{size}pt}}"
    made = document(body, css + free + "@page{size:100mm 5000mm !important}")
    job = _Job(made, Shelf(), EngineLog())
    laid = job._lay_out(job._tree, "")
    return extents(laid, frozenset({"box"}))["box"].height


def test_measuring_leaves_no_trace() -> None:
    slots = (slot("a"), slot("b"))
    body = AROUND.format(f'<div id="a">{TEXT}</div><div id="b">{TEXT}</div>')
    css = FIT.format("a") + FIT.format("b") + "h1{colour:red}"
    found = proof(body, css, slots=slots)
    assert [f.slot.id for f in found.fitted] == ["a", "b"]
    assert found.lost == ""
    assert len(found.log) == 1
    assert ASIDE.encode() not in found.pdf
    assert [run.text for run in found.pages[0].runs][:2] == ["Title", "before"]


def test_every_slot_finds_its_own_size() -> None:
    texts = {"a": "short", "b": lines(40), "c": lines(900)}
    body = "".join(f'<div id="{name}"><p>{text}</p></div>' for name, text in texts.items())
    slots = (slot("a"), slot("b", 30.0), slot("c"))
    css = "".join(map(FIT.format, "abc"))
    first, second, third = proof(body, css, slots=slots).fitted
    assert (first.size, first.fits) == (12.0, True)
    assert 8.0 < second.size < 12.0
    assert second.fits
    assert (third.size, third.fits) == (8.0, False)


def test_a_slot_that_has_its_size_is_not_laid_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[str] = []
    lay_out = _Job._lay_out

    def noted(job: _Job, tree: Any, css: str) -> Any:  # noqa: ANN401 - the engine has no types
        held.append(" ".join(tree.etree_element.itertext()))
        return lay_out(job, tree, css)

    body = f'<div id="a"><p>little</p></div><div id="b"><p>much {lines(40)}</p></div>'
    css = FIT.format("a") + FIT.format("b") + "#a + #b{padding-top:2mm} #b:nth-child(2){margin:1mm}"
    made = document(body, css, slots=(slot("a"), slot("b", 30.0)))
    plain = Engine().render(made)
    monkeypatch.setattr(_Job, "_lay_out", noted)
    found = Engine().render(made)
    assert ["little" in text for text in held] == [True, *([False] * (len(held) - 2)), True]
    assert all("much" in text for text in held)
    assert len(held) > 3
    monkeypatch.setattr(engine_room, "set_aside", lambda *_: None)
    whole = Engine().render(made)
    assert found.fitted == plain.fitted == whole.fitted
    assert found.pdf == whole.pdf


def test_a_slot_that_the_template_lacks_is_a_fault() -> None:
    with pytest.raises(RenderFaultError, match="no element with the id 'nope' of a slot"):
        proof("<p>x</p>", slots=(slot("nope"),))


def test_a_slot_that_is_not_shown_is_a_fault() -> None:
    with pytest.raises(RenderFaultError, match="no element with the id 'a' of a slot"):
        proof('<p id="a">x</p>', "#a{display:none}", slots=(slot("a"),))


def test_a_crash_of_the_engine_is_a_fault_and_the_next_document_is_made() -> None:
    engine = Engine()
    with pytest.raises(RenderFaultError, match=r"^\w+: "):
        engine.render(document("<div>" * 900))
    assert engine.render(document("<p>well</p>")).lost == ""


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'


@pytest.mark.parametrize(
    ("body", "css", "address"),
    [
        ('<img src="file:///etc/passwd" alt="x">', "", "file:///etc/passwd"),
        ('<img src="https://example.org/a.png" alt="x">', "", "https://example.org/a.png"),
        ('<img src="http://127.0.0.1/a.png" alt="x">', "", "http://127.0.0.1/a.png"),
        ('<img src="../up.png" alt="x">', "", f"{SITE}/up.png"),
        ('<img src="logo.svg" alt="x">', "", "file:///etc/passwd"),
        ('<img src="face.svg" alt="x">', "", "file:///b.ttf"),
        ("<p>x</p>", "@import 'https://example.org/a.css';", "https://example.org/a.css"),
        ("<p>x</p>", "@import url(file:///etc/passwd);", "file:///etc/passwd"),
        ("<p>x</p>", "@font-face{font-family:X; src:url(file:///a.ttf)}", "file:///a.ttf"),
        ("<p>x</p>", "p{background:url(file:///a.png)}", "file:///a.png"),
        (
            '<link rel="stylesheet" href="https://example.org/b.css">',
            "",
            "https://example.org/b.css",
        ),
        ('<link rel="attachment" href="file:///etc/passwd">', "", "file:///etc/passwd"),
        ('<object data="file:///etc/passwd">x</object>', "", "file:///etc/passwd"),
        (
            '<p style="background:url(data:image/png;base64,xx)">x</p>',
            "",
            "data:image/png;base64,xx",
        ),
    ],
)
def test_whatever_is_not_an_asset_is_refused_and_told(body: str, css: str, address: str) -> None:
    inside = {
        "logo.svg": '<image href="file:///etc/passwd" width="9" height="9"/>',
        "face.svg": "<style>@font-face{font-family:X; src:url(file:///b.ttf)}</style>",
    }
    assets = {name: SVG.format(text).encode() for name, text in inside.items()}
    found = proof(body, css, assets=assets)
    assert address in [url.partition("#")[0] for url in found.refused]
    assert "root:x:" not in text_of(found.pdf)


@pytest.mark.parametrize(
    "inside",
    [
        "<style>@import 'https://example.org/a.css';</style>",
        '<use href="file:///etc/hosts#a"/>',
        '<rect fill="url(file:///etc/hosts#a)" width="9" height="9"/>',
        '<text style="font-family:x">&passwd;</text>',
    ],
)
def test_a_picture_never_gets_anything(inside: str) -> None:
    doctype = '<!DOCTYPE svg [<!ENTITY passwd SYSTEM "file:///etc/passwd">]>'
    assets = {"a.svg": (doctype + SVG.format(inside)).encode()}
    found = proof('<img src="a.svg" alt="x">', assets=assets)
    assert "root:x:" not in text_of(found.pdf)


def test_assets_are_served_and_nothing_is_refused() -> None:
    assets = {"logo.svg": SVG.format('<rect width="9" height="9"/>').encode()}
    found = proof('<img src="logo.svg" alt="x">', assets=assets)
    assert (found.refused, found.log) == ((), ())


def test_what_is_behind_a_slot_is_drawn_and_told_once() -> None:
    css = f"{FIT.format('a')} #a{{background:#123456 url({SITE}/none.png)}}"
    found = proof(f'<div id="a">{TEXT}</div>', css, slots=(slot("a"),))
    assert found.refused == (f"{SITE}/none.png",)
    assert len(found.log) == 1
    assert ("#123456",) in [stroke.inks for stroke in found.pages[0].strokes]
    assert laying.layout_backgrounds is layout_backgrounds


def text_of(pdf: bytes) -> str:
    """All text of a PDF."""
    opened = pypdfium2.PdfDocument(pdf)
    return "".join(page.get_textpage().get_text_bounded() for page in opened)


def fonts(pdf: bytes) -> set[str]:
    """The families in a PDF."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        bases = [
            str(o.BaseFont)
            for o in opened.objects
            if isinstance(o, pikepdf.Dictionary) and "/BaseFont" in o
        ]
    return {re.split("[+/]", base)[-1].partition("-")[0] for base in bases}


def test_no_font_of_the_machine_is_used() -> None:
    found = proof("<p>a chevron ❯ here</p>", 'p{font-family:"DejaVu Sans", sans-serif}')
    assert any("notdef" in line and "276F" in line for line in found.log)
    assert fonts(found.pdf) <= {"Atkinson", "notdef"}


def test_only_the_fonts_of_the_document_are_in_it() -> None:
    found = proof("<p>a b</p>", 'p{font-family:"Arial", serif}')
    assert fonts(found.pdf) == {"Atkinson"}


def test_the_same_bytes_from_one_engine_and_from_another() -> None:
    body = AROUND.format(f'<div id="a">{TEXT}</div>')
    made = document(body, FIT.format("a"), slots=(slot("a"),))
    other = document("<p>something else</p>", "p{color:#123456}")
    engine = Engine()
    first = engine.render(made).pdf
    engine.render(other)
    assert engine.render(made).pdf == first
    assert Engine().render(made).pdf == first


def test_a_picture_of_a_page() -> None:
    found = proof("<p>x</p>")
    png = picture(found.pdf, 120)
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == 120
    assert picture(found.pdf, 120) == png


def test_room_that_is_left_over_can_be_spread() -> None:
    """The two lines stand at the top and at the very bottom of a slot of 40 mm."""
    css = (
        "#a { height: var(--fit-a-height); font-size: var(--fit-a); overflow: hidden }"
        "#a p:last-child { margin-top: var(--fit-a-spare) }"
    )
    made = proof('<div id="a"><p>top</p><p>bottom</p></div>', css, slots=(slot("a", 40.0),))
    first, last = made.pages[0].runs
    assert first.y == pytest.approx(10.0, abs=2.0)
    assert last.y + last.height == pytest.approx(50.0, abs=2.0)
    assert made.fitted[0].natural < 15.0
    assert not made.lost


@pytest.mark.parametrize("safe", [0.0, 3.0, 5.0])
def test_a_stamp_draws_the_safe_area_of_the_document(safe: float) -> None:
    plain = document("<p>one</p>", "@page{bleed: 3mm}")
    stamped = Engine().render(replace(plain, stamped=True, safe=safe))
    with pikepdf.open(BytesIO(stamped.pdf)) as pdf:
        (page,) = pdf.pages
        numbers = re.search(rb"([-0-9. ]+) re S", page.Contents[-1].read_bytes())
        trim = [float(value) for value in page.trimbox]
    assert numbers is not None
    left, lower, width, height = (float(number) for number in numbers[1].split())
    frame = (left - trim[0], lower - trim[1], trim[2] - left - width, trim[3] - lower - height)
    assert frame == pytest.approx([mm_to_pt(safe)] * 4, abs=0.02)


def test_a_stamp_is_over_every_page_and_is_no_text() -> None:
    plain = document('<p>one</p><p style="break-before: page">two</p>')
    stamped = Engine().render(replace(plain, stamped=True))
    bare = Engine().render(plain)
    with pikepdf.open(BytesIO(stamped.pdf)) as pdf:
        drawn = [page.Contents[-1].read_bytes() for page in pdf.pages]
    assert len(drawn) == 2
    assert all(b"/Artifact BMC" in stream and b" re S" in stream for stream in drawn)
    assert all(page.strokes for page in stamped.pages)
    assert tuple(replace(page, strokes=()) for page in stamped.pages) == bare.pages
    assert b"/Artifact BMC" not in bare.pdf


def test_a_stamp_shows_the_safe_area_of_the_card_inside_its_trim() -> None:
    bled = document("<p>one</p>", "@page { bleed: 4mm }")
    made = Engine().render(replace(bled, safe=3.0, stamped=True))
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        page = pdf.pages[0]
        frames = pikepdf.parse_content_stream(page.Contents[-1], "re")
        left, bottom, width, height = (float(value) for value in frames[0].operands)
        trim, media = ([float(v) for v in box] for box in (page.TrimBox, page.MediaBox))
    inset = mm_to_pt(3.0)
    assert left == pytest.approx(trim[0] + inset, abs=0.02)
    assert bottom + height == pytest.approx(trim[3] - inset, abs=0.02)
    assert (width, height) == pytest.approx(
        (trim[2] - trim[0] - 2 * inset, trim[3] - trim[1] - 2 * inset), abs=0.02
    )
    assert media[0] == pytest.approx(trim[0] - mm_to_pt(4.0), abs=0.02)


@pytest.mark.parametrize("font", [None, b"no font at all"])
def test_a_document_without_a_font_is_a_fault_and_no_crash(font: bytes | None) -> None:
    plain = document("<p>text</p>")
    bare = replace(plain, assets={} if font is None else dict.fromkeys(plain.assets, font))
    with pytest.raises(RenderFaultError, match="no stylesheet brings a font that can be read"):
        Engine().render(bare)
    unstyled = replace(plain, styles={})
    with pytest.raises(RenderFaultError, match="no stylesheet brings a font"):
        Engine().render(unstyled)
