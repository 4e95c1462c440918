"""Scripts: which languages a note may be in, and letters that stand where no font is."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from briefpress.load import load
from briefpress.load.scripts import language_faults, script_faults
from briefpress.model.library import Loaded
from briefpress.model.scripts import Direction, Scripts
from tests.conftest import TESTS, TODAY, Edit

LoadIt = Callable[[], Loaded]
BRAND = "brands/wexbridge/brand.yaml"
LAYOUTS = TESTS.parent / "layouts"
FAMILY = LAYOUTS / "_shared" / "fonts" / "AtkinsonHyperlegibleNext_400Regular.ttf"
ALPHABETS = {
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْ،؛؟",
    "as": "কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযৰলৱশষসহািীুূৃেৈোৌ্ংঃঁ।",
    "bn": "কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহড়ঢ়য়ৎািীুূৃেৈোৌ্ংঃঁ।",
    "ckb": "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنهەوۆیێ\u200c",
    "cs": "áčďéěíňóřšťúůýž",
    "cy": "âêîôûŵŷáàäéèëíìïóòöúùüẃẁẅýỳÿ’",
    "da": "æøå",
    "de": "äöüß",
    "en": "é’“”–",
    "es": "áéíñóúü¿¡",
    "et": "äõöüšž",
    "fa": "ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی\u200c،؟",
    "fi": "äöåšž",
    "fil": "ñ",
    "fr": "àâæçéèêëîïôœùûüÿ«»",
    "ga": "áéíóú",
    "gd": "àèìòù",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "is": "áðéíóúýþæö",
    "it": "àèéìíîòóùú",
    "kmr": "çêîşû",
    "lt": "ąčęėįšųūž„“",
    "lv": "āčēģīķļņšūž",
    "mt": "ċġħżà",
    "nb": "æøå",
    "nl": "áéíóúëïöü",
    "pl": "ąćęłńóśźż„”",
    "ps": "ءآأئابپتټثجځچڅحخدډذرړزژږسشښصضطظعغفقکګلمنڼهوۍئيېی،؟",
    "pt": "áâãàçéêíóôõúü",
    "ro": "ăâîșț„”",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
    "so": "’",
    "sq": "çë",
    "sv": "åäö",
    "sw": "’",
    "tr": "çğıİöşüâ",
    "ur": "ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھۂۃیےۓ۔،؟",
}
"""The letters and signs of each language that are not those of English."""


@pytest.fixture(scope="module")
def scripts() -> Scripts:
    library = load(TESTS / "specimen" / "source", LAYOUTS, TODAY).library
    assert library is not None
    return library.scripts


def test_every_language_that_is_promised_has_its_letters(scripts: Scripts) -> None:
    family = TTFont(FAMILY).getBestCmap()
    promised = {code: script for script in scripts.all for code in script.data.languages}
    assert promised.keys() == ALPHABETS.keys()
    for code, script in promised.items():
        folder = LAYOUTS / "_shared" / "scripts" / script.id
        for weight in ("400Regular", "700Bold"):
            faces = [TTFont(face).getBestCmap() for face in folder.glob(f"*_{weight}.ttf")]
            letters = ALPHABETS[code] + ("" if faces else ALPHABETS[code].upper())
            known = set(family).union(*faces)
            assert [x for x in letters if ord(x) not in known and x != "ẞ"] == [], code


def test_every_font_has_its_licence_beside_it() -> None:
    for font in (*LAYOUTS.rglob("*.ttf"), *LAYOUTS.rglob("*.woff2")):
        assert "SIL OPEN FONT LICENSE" in (font.parent / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "script", "direction"),
    [
        ("ar", "arabic", Direction.RTL),
        ("ur-PK", "arabic", Direction.RTL),
        ("bn", "bengali", Direction.LTR),
        ("cy", "latin", Direction.LTR),
    ],
)
def test_the_script_gives_the_direction(
    language: str, script: str, direction: Direction, scripts: Scripts
) -> None:
    found = scripts.of(language)
    assert found is not None
    assert (found.id, found.data.direction) == (script, direction)


def test_a_language_without_a_font_names_those_that_work(scripts: Scripts) -> None:
    (fault,) = language_faults("pa", scripts)
    assert fault.message == "no font for language 'pa'"
    assert fault.hint.startswith("these languages work: Albanian (sq), Arabic (ar), ")
    assert "Welsh (cy)" in fault.hint
    assert list(language_faults("", scripts)) == list(language_faults("cy", scripts)) == []


@pytest.mark.parametrize(
    ("text", "language", "message", "hint"),
    [
        (
            "a الآن b",
            "",
            "letters of the Arabic script: الآن b",
            "`language: ar` or `language: ckb`",
        ),
        ("ফোন করুন", "", "letters of the Bengali script: ফোন করুন", "only a local note of a brand"),
        ("ফোন", "ar", "letters of the Bengali script: ফোন in a note in ar", "give `language: as`"),
        ("ਫ਼ੋਨ ਕਰੋ", "", "letters of the Gurmukhi script: ਫ਼ੋਨ ਕਰੋ (there is no font", "these languages"),
        ("позвоните", "", "letters of the Cyrillic script: позвоните (there", "these languages"),
        ("Well done 😀", "", "a picture among the letters: 😀 (there is no font", "in words"),
        (
            "打电话",
            "cy",
            "letters of the Cjk script: 打电话 (there is no font",
            "these languages work",
        ),
    ],
)
def test_letters_without_a_font_are_told(
    text: str, language: str, message: str, hint: str, scripts: Scripts
) -> None:
    (fault,) = script_faults(text, language, "en-GB", scripts)
    assert message in fault.message
    assert hint in fault.hint


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ring 01632 960 114, 8.30am to 5pm – “now”…", ""),
        ("Ŵy a’r ŷd, ąęłśż, ½ µg, 5 °C, naïve", ""),
        ("Ydych chi’n poeni?", "cy"),
        ("اتصل LADO 999", "ar"),
        ("الآن", "xx"),
        ("x\u0301", ""),
    ],
)
def test_what_can_be_set_passes(text: str, language: str, scripts: Scripts) -> None:
    assert list(script_faults(text, language, "en-GB", scripts)) == []


def test_a_whole_publication_may_be_in_another_script(scripts: Scripts) -> None:
    assert list(script_faults("الآن", "", "ar", scripts)) == []
    assert len(list(script_faults("الآن", "en", "ar", scripts))) == 1


def test_a_note_in_two_scripts_is_told_once_with_its_line(edit: Edit, load_it: LoadIt) -> None:
    line = edit.replace(BRAND, "title: In Wexbridge", "language: ur\n    title: বাংলা")
    said = [str(found).partition("\n")[0] for found in load_it().diagnostics]
    place = f"source/{BRAND}:{line + 1}"
    text = "TEXT-SCRIPT error: letters of the Bengali script: বাংলা in a note in ur"
    assert said == [f"{place}: {text}"]


@pytest.mark.parametrize("language", ["Urdu", "u", "ur_PK", "ur pk"])
def test_a_language_is_a_code(language: str, edit: Edit, load_it: LoadIt) -> None:
    edit.replace(BRAND, "title: In Wexbridge", f"language: {language}\n    title: In Wexbridge")
    (found,) = load_it().diagnostics
    assert found.code == "VALUE"
    assert "local[1].language" in found.message


def test_layouts_without_scripts_set_what_they_can(
    specimen: Path, layouts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = shutil.copytree(layouts, specimen.parent / "layouts")
    shutil.rmtree(own / "_shared" / "scripts")
    monkeypatch.chdir(specimen.parent)
    loaded = load(Path("source"), Path("layouts"), TODAY)
    assert loaded.diagnostics == ()
    assert loaded.library is not None
    assert loaded.library.scripts.all == ()


def test_a_script_says_which_way_it_runs(
    specimen: Path, layouts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = shutil.copytree(layouts, specimen.parent / "layouts")
    (own / "_shared/scripts/bengali/script.yaml").write_text("languages: {bn: Bengali}\n")
    monkeypatch.chdir(specimen.parent)
    (found,) = load(Path("source"), Path("layouts"), TODAY).diagnostics
    assert str(found).startswith("layouts/_shared/scripts/bengali/script.yaml:1: KEY-MISSING")
