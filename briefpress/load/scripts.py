"""Scripts: the folders of `_shared/scripts/`, and text held against the scripts that there are."""

import re
from collections.abc import Iterator
from unicodedata import category, name

from briefpress.load.files import Reader
from briefpress.load.findings import Fault
from briefpress.load.typed import read_entry
from briefpress.model.scripts import LATIN, Script, ScriptFile, Scripts

FOLDER = "scripts"
FILE = "script.yaml"
SHOWN = 20
"""Characters of a text in another script, enough to find it."""
_BEFORE_OTHERS = 0x250
"""Below this all letters are Latin (Unicode, blocks up to Latin Extended-B)."""
_PICTURE = re.compile("[\U0001f000-\U0001faff]")
"""Faces, flags and signs that telephones put into a text."""
_SHARED = frozenset(
    {"combining", "feminine", "greek", "masculine", "micro", "modifier", "ohm", "kelvin"}
    | {"angstrom", "fullwidth", "halfwidth", "mathematical", "script", "double-struck"}
)
"""First words of the names of letters that texts in Latin script use as signs."""


def read_scripts(shared: Reader) -> Scripts:
    """Every script that can be read; none where there is no such folder."""
    if not shared.has(FOLDER):
        return Scripts()
    folder = shared.below(FOLDER)
    found = (_read(folder.below(name), name) for name in folder.folders())
    return Scripts(tuple(script for script in found if script is not None))


def _read(folder: Reader, name: str) -> Script | None:
    data = read_entry(folder, FILE, ScriptFile)
    if data is None:
        return None
    prefix = f"_shared/{FOLDER}/{name}"
    texts = {f"{prefix}/{file}": folder.text(file) for file in folder.names(".css")}
    files = (*folder.names(".ttf"), *folder.names(".woff2"))
    fonts = {f"{prefix}/{file}": folder.binary(file) for file in files}
    return Script(
        name,
        data,
        {path: text for path, text in texts.items() if text is not None},
        {path: font for path, font in fonts.items() if font is not None},
    )


def language_faults(language: str, scripts: Scripts) -> Iterator[Fault]:
    """A language that none of the scripts is for."""
    if language and scripts.of(language) is None:
        yield Fault("NOTE-LANGUAGE", f"no font for language {language!r}", _working(scripts))


def script_faults(text: str, language: str, own: str, scripts: Scripts) -> Iterator[Fault]:
    """Letters that a text may not have; Latin letters are in all scripts.

    `language` is that of a passage, empty where it is `own`, that of the publication.
    """
    script = scripts.of(language or own)
    if script is None:
        return  # Its language is reported, or nobody knows what the layouts can set.
    if picture := _PICTURE.search(text):
        message = f"a picture among the letters: {picture[0]} (there is no font for it)"
        yield Fault("TEXT-SCRIPT", message, "write it in words")
    for found, sample in _others(text).items():
        if found != script.id:
            yield _fault(found, sample, language, scripts)


def _fault(found: str, sample: str, language: str, scripts: Scripts) -> Fault:
    script = scripts.named(found)
    letters = f"letters of the {found.capitalize()} script: {sample}"
    if script is None:
        return Fault("TEXT-SCRIPT", f"{letters} (there is no font for them)", _working(scripts))
    codes = " or ".join(f"`language: {code}`" for code in script.data.languages)
    if language:
        return Fault("TEXT-SCRIPT", f"{letters} in a note in {language}", f"give {codes}")
    hint = f"only a local note of a brand may be in another script, with {codes}"
    return Fault("TEXT-SCRIPT", letters, hint)


def _others(text: str) -> dict[str, str]:
    """The scripts of a text besides Latin, each with the text from its first letter on."""
    found: dict[str, str] = {}
    if text.isascii():
        return found
    for place, character in enumerate(text):
        script = _script(character)
        if script and script not in found:
            found[script] = text[place : place + SHOWN]
    return found


def _script(character: str) -> str:
    """The script of a letter or of a mark on one; empty for Latin, and for what is no letter."""
    if ord(character) < _BEFORE_OTHERS or category(character)[0] not in "LM":
        return ""
    word = name(character, "").partition(" ")[0].lower()
    return "" if word == LATIN or word in _SHARED else word


def _working(scripts: Scripts) -> str:
    return f"these languages work: {scripts.languages}"
