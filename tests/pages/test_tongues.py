"""Notes in five languages: right on the page, in the structure, in a search, and not elsewhere."""

import re
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

import numpy as np
import pypdfium2
import pytest

from briefpress.check import check
from briefpress.model.brand import LocalNote
from briefpress.model.document import Proof
from tests.pages.support import TESTS, engine, squeezed
from tests.pages.tongues import composed, library
from tests.structure import structure_of
from tests.unit.render.support import document as small

SPEAKS = ("cy", "pl", "ar", "ur", "bn")
PHONE = "01632 960 101"
SCALE = 4.0
SCRIPTS = TESTS.parent / "layouts" / "_shared" / "scripts"


@cache
def proof(layout: str, form: str = "screen") -> Proof:
    return engine().render(composed(layout, form))


@cache
def notes() -> tuple[LocalNote, ...]:
    local = library().brands["manyhill"].data.local
    return tuple(note for note in local if note.place == "imprint" and note.language)


def sentences(note: LocalNote) -> list[str]:
    """Its paragraphs and list items, as they are heard."""
    lines = re.split(r"\n+", note.text.replace("**", ""))
    return [squeezed(line.removeprefix("* ")) for line in lines]


def searched(found: Proof) -> str:
    """The text of a document as a search finds it: letters and spaces as one knows them."""
    pages = pypdfium2.PdfDocument(found.pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    return " ".join(normalize("NFKC", text).split())


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:[\u0300-\u036f\u0981-\u09e3’]+[^\W\d_]*)*", text)


@pytest.mark.parametrize("form", ["screen", "large-print"])
@pytest.mark.parametrize("layout", ["briefing", "card", "seven-minute"])
def test_it_passes_every_rule(layout: str, form: str) -> None:
    assert [str(found) for found in check(proof(layout, form)).diagnostics] == []


def test_the_specimen_speaks_all_of_them() -> None:
    assert tuple(note.language for note in notes()) == SPEAKS


@pytest.mark.parametrize("note", notes(), ids=SPEAKS)
def test_a_screen_reader_hears_what_was_written_in_its_language(note: LocalNote) -> None:
    root = structure_of(proof("briefing").pdf).root
    (part,) = [tag for tag in root.all() if tag.keys.get("Lang") == note.language]
    heard = [tag.text for tag in part.all("P", "LBody", "H3")]
    spoken = [text.replace("\N{NO-BREAK SPACE}", " ") for text in heard]
    assert spoken == [note.title, *sentences(note)]


@pytest.mark.parametrize("note", notes(), ids=SPEAKS)
def test_a_search_finds_the_words_that_were_written(note: LocalNote) -> None:
    """Of a line that is mostly an address programs take the direction of the address."""
    text = searched(proof("briefing"))
    for sentence in sentences(note):
        for word in words(sentence):
            assert word in text, word
    told = " ".join(words(sentences(note)[0]))
    assert told in " ".join(words(text))


@pytest.mark.parametrize("form", ["screen", "large-print"])
def test_numbers_are_whole_and_the_right_way_round(form: str) -> None:
    text = searched(proof("briefing", form))
    spoken = [note for note in notes() if PHONE in note.text]
    assert len(spoken) == len(SPEAKS)
    assert text.count(PHONE) == len(spoken) + 1  # The board's own line prints it in English.
    assert text.count("999") > len(spoken)
    assert "8:30" in text
    assert "17:00" in text
    assert "help@manyhill.example.org" in text


def digits(pdf: bytes, page: int) -> list[tuple[str, float, float]]:
    """Each digit of a page with the place of its left and upper edge, in the order of the file."""
    text = pypdfium2.PdfDocument(pdf)[page].get_textpage()
    boxes = [
        (text.get_text_range(at, 1), *text.get_charbox(at)) for at in range(text.count_chars())
    ]
    return [(sign, left, top) for sign, left, _, _, top in boxes if sign.isdigit()]


BODY = '<p lang="ur" dir="rtl">ہمیں {} پر فون کریں۔</p>'
NUMBER = '<bdi dir="ltr">01632&nbsp;960&nbsp;101</bdi>'


def urdu(number: str, css: str = "") -> Proof:
    """A page with an Urdu sentence round a number."""
    face = "scripts/arabic/Vazirmatn_400Regular.ttf"
    files = {face: (SCRIPTS / "arabic" / "Vazirmatn_400Regular.ttf").read_bytes()}
    sheet = f'@font-face{{font-family:"U"; src:url({face})}} :lang(ur){{font-family:"U"}}'
    sheet += f'[lang] bdi{{font-family:"Atkinson"}} {css}'
    return engine().render(small(BODY.format(number), sheet, assets=files))


@pytest.mark.parametrize(("number", "right"), [(NUMBER, True), (PHONE, False)])
def test_the_glyphs_of_a_number_stand_in_its_order(number: str, *, right: bool) -> None:
    """Without its own element and spaces that do not break, the parts of a number change places."""
    placed = digits(urdu(number).pdf, 0)
    shown = "".join(sign for sign, _, _ in sorted(placed, key=lambda one: one[1]))
    assert (shown == PHONE.replace(" ", "")) == right


@dataclass(frozen=True)
class Cut:
    """A piece of a page: mm from its top left corner."""

    x: float
    y: float
    width: float
    height: float


def pixels(pdf: bytes, cut: Cut) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=SCALE).to_numpy()
    edges = [round(mm * 72 / 25.4 * SCALE) for mm in (cut.x, cut.y, cut.width, cut.height)]
    cut_out: np.ndarray[tuple[int, ...], np.dtype[np.uint8]] = picture[
        edges[1] : edges[1] + edges[3], edges[0] : edges[0] + edges[2]
    ]
    return cut_out


def test_a_number_looks_as_it_does_in_text_from_the_left() -> None:
    turned = urdu(NUMBER)
    (run,) = [run for run in turned.pages[0].runs if "960" in run.text]
    cut = Cut(run.x, run.y, run.width, run.height)
    place = f"position:absolute; left:{run.x - 10:.5f}mm; top:{run.y - 10:.5f}mm; line-height:1"
    plain = engine().render(small(f'<p style="{place}">{NUMBER}</p>', "bdi{line-height:1}"))
    (beside,) = plain.pages[0].runs
    there = Cut(beside.x, beside.y, beside.width, beside.height)
    assert abs(there.width - cut.width) < 0.01
    assert np.array_equal(pixels(turned.pdf, cut), pixels(plain.pdf, there))
    assert not np.array_equal(pixels(urdu(PHONE).pdf, cut), pixels(plain.pdf, there))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("لا", "لا"),
        ("الآن", "الآن"),
        ("لأن الأولاد", "لأن الأولاد"),
        ("إلى الإسلام", "إلى الإسلام"),
        ("لله على في", "لله على في"),
    ],
)
def test_ligatures_are_found_and_heard_as_their_letters(text: str, said: str) -> None:
    made = engine().render(
        small(
            f'<p lang="ar" dir="rtl">{text}</p>',
            '@font-face{font-family:"A"; src:url(scripts/V.ttf)}'
            ':lang(ar){font-family:"A"; font-variant-ligatures:no-common-ligatures}',
            assets={
                "scripts/V.ttf": (SCRIPTS / "arabic" / "Vazirmatn_400Regular.ttf").read_bytes()
            },
        )
    )
    assert searched(made) == said
    assert structure_of(made.pdf).root.text == said


def test_a_letter_that_the_font_lacks_is_an_error() -> None:
    missing = urdu("ٻ")
    assert any("notdef" in line for line in missing.log)
    assert check(missing).verdicts["ENGINE-LOG"] == "fail"


@pytest.mark.parametrize("form", ["screen", "large-print", "html"])
def test_a_document_without_such_a_note_carries_nothing_for_it(form: str) -> None:
    plain, spoken = composed("briefing", form, "wexbridge"), composed("briefing", form)
    for part in ("scripts/", "Vazirmatn"):
        assert not any(part in name for name in (*plain.styles, *plain.assets))
        assert part not in plain.html
    if form == "html":
        assert "Vazirmatn" in spoken.html
        assert len(spoken.html) - len(plain.html) > 100_000
        assert "lang=" not in plain.html.partition("<body")[2]
    else:
        assert sum("scripts/" in name for name in spoken.styles) == 2
        assert {name.rpartition("/")[2] for name in spoken.assets if "scripts/" in name} == {
            "Vazirmatn_400Regular.ttf",
            "Vazirmatn_700Bold.ttf",
            "NotoSansBengali_400Regular.ttf",
            "NotoSansBengali_700Bold.ttf",
        }


def test_a_document_takes_the_fonts_of_its_own_notes_alone() -> None:
    card = composed("card")
    fonts = {name.rpartition("/")[2] for name in card.assets if "scripts/" in name}
    assert fonts == {"Vazirmatn_400Regular.ttf", "Vazirmatn_700Bold.ttf"}
    assert not [name for name in composed("seven-minute").assets if "scripts/" in name]


def test_the_web_page_says_which_language_and_which_way() -> None:
    html = composed("briefing", "html").html
    for language in SPEAKS:
        way = "rtl" if language in ("ar", "ur") else "ltr"
        assert html.count(f'<div class="note" lang="{language}" dir="{way}">') == 1
    assert html.count('<bdi dir="ltr">01632\N{NO-BREAK SPACE}960\N{NO-BREAK SPACE}101</bdi>') == 2


def test_they_stand_on_a_page_of_their_own_which_the_contents_name() -> None:
    pages = pypdfium2.PdfDocument(proof("briefing").pdf)
    title = library().layouts["briefing"].words["other_languages"]
    texts = [squeezed(page.get_textpage().get_text_bounded()) for page in pages]
    assert f"{title} {len(texts)}" in texts[1]
    assert texts[-1].startswith(title)
    assert title not in " ".join(texts[2:-1])
