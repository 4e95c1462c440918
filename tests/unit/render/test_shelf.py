"""The shelf: what is read of stylesheets once, and read again when something has changed."""

from dataclasses import replace

from briefpress.model.document import Document
from briefpress.render import Engine
from briefpress.render.engine import SHELVES
from briefpress.render.shelf import MADE
from tests.unit.render.support import FONT_FILE, SITE, document


def test_each_document_hears_of_the_faults_of_a_shared_stylesheet() -> None:
    engine = Engine()
    made = document("<p>x</p>", "@import 'https://example.org/a.css'; p{colour:red}")
    first, second = engine.render(made), engine.render(made)
    assert first.log == second.log
    assert any("colour" in line for line in first.log)
    assert first.refused == second.refused == ("https://example.org/a.css",)


def with_palette(css: str, assets: dict[str, bytes] | None = None) -> Document:
    """A document with a stylesheet that is made for one brand."""
    made = document("<p>x</p>", assets=assets)
    return replace(made, styles={**made.styles, "palette": css})


def test_what_is_made_for_a_brand_is_kept_for_its_other_documents_only() -> None:
    engine = Engine()
    red, blue = with_palette("p{color:#ff0000}"), with_palette("p{color:#0000ff}")
    wanted = [Engine().render(made).pdf for made in (red, blue)]
    assert wanted[0] != wanted[1]
    assert [engine.render(made).pdf for made in (red, blue, red, blue)] == wanted * 2


def test_each_document_hears_of_the_faults_of_a_stylesheet_of_its_brand() -> None:
    engine = Engine()
    made = with_palette("p{colour:red}")
    assert engine.render(made).log == engine.render(made).log != ()


def test_a_file_that_a_stylesheet_of_a_brand_lacked_is_looked_for_again() -> None:
    engine = Engine()
    css = f"@import '{SITE}/more.css';"
    assert engine.render(with_palette(css)).refused == (f"{SITE}/more.css",)
    found = with_palette(css, {"more.css": b"p{color:#ff0000}"})
    assert engine.render(found).refused == ()
    assert engine.render(found).pdf == Engine().render(found).pdf
    assert engine.render(with_palette(css)).refused == (f"{SITE}/more.css",)


def test_old_stylesheets_of_brands_are_forgotten() -> None:
    engine = Engine()
    for number in range(MADE + 3):
        engine.render(with_palette(f"p{{margin:{number}mm}}"))
    assert [len(shelf._made) for shelf in engine._shelves.values()] == [MADE]


def test_a_changed_file_is_read_again() -> None:
    face = "@font-face{font-family:Own; src:url(own.ttf)} p{font-family:Own}"
    engine = Engine()
    whole = document("<p>x</p>", face, assets={"own.ttf": FONT_FILE})
    broken = document("<p>x</p>", face, assets={"own.ttf": b"no font"})
    assert engine.render(whole).log == ()
    assert engine.render(broken).log == Engine().render(broken).log != ()
    assert engine.render(whole).log == ()


def test_a_file_that_was_missing_is_looked_for_again() -> None:
    face = "@font-face{font-family:Own; src:url(own.ttf)} p{font-family:Own}"
    engine = Engine()
    assert engine.render(document("<p>x</p>", face)).refused == (f"{SITE}/own.ttf",)
    found = engine.render(document("<p>x</p>", face, assets={"own.ttf": FONT_FILE}))
    assert (found.refused, found.log) == ((), ())


def test_old_stylesheets_are_forgotten() -> None:
    engine = Engine()
    for number in range(SHELVES + 3):
        engine.render(document("<p>x</p>", f"p{{margin:{number}mm}}"))
    assert len(engine._shelves) == SHELVES
