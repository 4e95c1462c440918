"""What careless and hostile authors send: each folder is laid over the specimen, and refused."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from briefpress.model.library import Loaded
from tests.unit.load.logos.support import bomb, file, picture, svg

HERE = Path(__file__).parent
PACK = "brands/wexbridge/brand.yaml"
BOOKS = "sections/the-books.md"
HEAD = "---\ntitle: Answering for it\naudiences: trustees\norder: 60\n---\n"

Make = Callable[[Path], object]
LoadIt = Callable[[], Loaded]


def said(load_it: LoadIt) -> str:
    """Everything that loading says, as the user reads it."""
    return "\n".join(str(found) for found in load_it().diagnostics)


@pytest.mark.parametrize("case", sorted(path.name for path in HERE.glob("B*")))
def test_files_that_are_refused(case: str, specimen: Path, load_it: LoadIt) -> None:
    ignored = shutil.ignore_patterns("expected.txt")
    shutil.copytree(HERE / case, specimen, dirs_exist_ok=True, ignore=ignored)
    expected = (HERE / case / "expected.txt").read_text(encoding="utf-8").splitlines()
    found = said(load_it).splitlines()
    assert [line for line in expected if line not in found] == []
    if not expected:
        assert found == []


def write(name: str, data: str | bytes) -> Make:
    """A file with these contents."""
    content = data.encode() if isinstance(data, str) else data
    return lambda root: (root / name).write_bytes(content)


def sparse(name: str, size: int) -> Make:
    """A file that is said to have this size, and takes no room."""

    def make(root: Path) -> None:
        with (root / name).open("wb") as file:
            file.truncate(size)

    return make


def link(name: str, target: str) -> Make:
    """A symbolic link in the place of a file or folder."""

    def make(root: Path) -> None:
        path = root / name
        if path.is_dir():
            shutil.move(path, root.parent / path.name)
        else:
            path.unlink(missing_ok=True)
        path.symlink_to(target)

    return make


def pipe(name: str) -> Make:
    """A pipe in the place of a file: whoever opens it waits for ever."""

    def make(root: Path) -> None:
        (root / name).unlink()
        os.mkfifo(root / name)

    return make


def swap(name: str, *steps: Callable[[Path], object]) -> Make:
    """Something else in the place of a file or folder."""

    def make(root: Path) -> None:
        for step in steps:
            step(root / name)

    return make


def replace(name: str, old: str, new: str) -> Make:
    """A piece of a file changed."""

    def make(root: Path) -> None:
        text = (root / name).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (root / name).write_text(text.replace(old, new), encoding="utf-8")

    return make


def both(*makes: Make) -> Make:
    """One after the other."""

    def make(root: Path) -> None:
        for one in makes:
            one(root)

    return make


LOGO = "brands/wexbridge/logo.svg"
C_PNG = "brands/wexbridge/c.png"
RENAMED = swap(
    "brands/wexbridge/partners/council.svg", lambda path: path.rename(path.with_suffix(".png"))
)
PNG = file(picture())
BOMB = file(Image.new("1", (13_000, 13_000)))
USE_BOMB = bomb(7, 10)

MADE = {
    "B11": (
        write(PACK, "[" * 20_000),
        f"source/{PACK}:1: YAML-SYNTAX error: nested deeper than 12 levels",
    ),
    "B11 in lines": (
        write(PACK, "".join(f"{' ' * n}a:\n" for n in range(600))),
        f"source/{PACK}:13: YAML-SYNTAX error: nested deeper than 12 levels",
    ),
    "B13": (
        sparse(PACK, 500 * 1024 * 1024),
        f"source/{PACK}: FILE-SIZE error: 500 MB is over the limit of 256 KB",
    ),
    "B14": (
        write(PACK, b"extends: _series\nmeta: {name: Caf\xe9}\n"),
        f"source/{PACK}:2: FILE-ENCODING error: not UTF-8 at byte 33",
    ),
    "UTF-16": (
        write(PACK, "extends: _series\n".encode("utf-16")),
        f"source/{PACK}:1: FILE-ENCODING error: not UTF-8 at byte 0",
    ),
    "B36": (
        link("brands/wexbridge/logo.svg", "/etc/passwd"),
        f"source/{PACK}:8: FILE-KIND error: wexbridge/logo.svg: is a symbolic link",
    ),
    "B36 for a folder in a brand": (
        link("brands/wexbridge/partners", "../../../partners"),
        f"source/{PACK}:49: FILE-KIND error: wexbridge/partners/council.svg: is a symbolic link",
    ),
    "B36 for a brand": (
        link("brands/wexbridge", "../../wexbridge"),
        f"source/{PACK}: FILE-KIND error: is a symbolic link",
    ),
    "B36 for all sections": (
        link("sections", "../sections"),
        "source/sections: FILE-KIND error: is a symbolic link",
    ),
    "B36 that leads nowhere": (
        link("abbreviations.yaml", "nowhere"),
        "source/abbreviations.yaml: FILE-KIND error: is a symbolic link",
    ),
    "B37": (
        pipe("brands/wexbridge/logo.svg"),
        f"source/{PACK}:8: FILE-KIND error: wexbridge/logo.svg: not an ordinary file",
    ),
    "B37 for a section": (
        pipe(BOOKS),
        f"source/{BOOKS}: FILE-KIND error: not an ordinary file",
    ),
    "B38 a PNG that is named .svg": (
        write(LOGO, PNG),
        f"source/{LOGO}: LOGO-KIND error: contents are PNG\n  hint: rename the file to logo.png",
    ),
    "B38 an SVG that is named .png": (
        both(replace(PACK, "partners/council.svg", "partners/council.png"), RENAMED),
        "source/brands/wexbridge/partners/council.png: LOGO-KIND error: contents are SVG",
    ),
    "B39": (
        both(replace(PACK, "partners/council.svg", "c.png"), write(C_PNG, PNG[: len(PNG) // 2])),
        f"source/{C_PNG}: LOGO-READ error: file is cut short (",
    ),
    "B41": (
        both(replace(PACK, "partners/council.svg", "c.png"), write(C_PNG, BOMB)),
        f"source/{C_PNG}: LOGO-PIXELS error: 13,000 x 13,000 pixels (169 megapixels); limit 25",
    ),
    "B42": (
        write(LOGO, USE_BOMB),
        f"source/{LOGO}: LOGO-LIMIT error: 10,000,000 drawn objects through <use>; limit 2,000",
    ),
    "B43": (
        write(LOGO, b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("&a;")),
        f"source/{LOGO}:1: LOGO-SVG error: entity declarations are not allowed",
    ),
    "B44 of this machine": (
        write(LOGO, svg('\n<image href="file:///etc/passwd"/>')),
        f"source/{LOGO}:2: LOGO-SVG error: <image> is not allowed",
    ),
    "B44 of another": (
        write(LOGO, svg('<image xlink:href="http://10.0.0.1/a.png"/>')),
        f"source/{LOGO}:1: LOGO-SVG error: <image> is not allowed",
    ),
    "B46": (
        write(LOGO, svg('<rect width="9" height="9"/>', "")),
        f"source/{LOGO}: LOGO-VIEWBOX error: no viewBox",
    ),
    "B46 of size 0": (
        write(LOGO, svg('<rect width="9" height="9"/>', 'viewBox="0 0 9 9" height="0"')),
        f"source/{LOGO}: LOGO-VIEWBOX error: its width or height is 0",
    ),
    "B47": (
        write(LOGO, svg('\n\n<text font-family="Calibri">Wexbridge</text>')),
        f"source/{LOGO}:3: LOGO-TEXT error: convert text to outlines",
    ),
    "B67": (
        write(BOOKS, f"{HEAD}A\x00b and \ufffe.\n"),
        f"source/{BOOKS}:6: TEXT-CONTROL error: control character U+0000",
    ),
    "B67 as text in YAML": (
        write(PACK, f"extends: _series\norganisation:\n  body: {'é' * 99}\x01\n"),
        f"source/{PACK}:3: TEXT-CONTROL error: control character U+0001",
    ),
    "B67 as an escape in YAML": (
        write(PACK, 'extends: _series\norganisation: {body: "a\\0b"}\n'),
        f"source/{PACK}:2: TEXT-CONTROL error: control character U+0000",
    ),
    "B67 as an escape of half a character": (
        write(PACK, 'extends: _series\norganisation: {body: "a\\ud800b"}\n'),
        f"source/{PACK}:2: YAML-SYNTAX error: not readable as YAML: found invalid Unicode",
    ),
    "B68 a long table": (
        write(BOOKS, HEAD + "| a | b |\n|---|---|\n" + "| c | d |\n" * 4_000),
        f"source/{BOOKS}:106: TABLE-LONG error: a table of more than 100 rows",
    ),
    "B68 a long word": (
        write(BOOKS, f"{HEAD}{'a' * 200_000}\n"),
        f"source/{BOOKS}:6: WORD-LONG error: a word of 200000 characters: aaaaaaaaaaaaaaaaaaaa…",
    ),
    "B68 boxes in boxes": (
        write(BOOKS, HEAD + "<div>" * 3_000 + "\n"),
        f"source/{BOOKS}:6: RAW-HTML error: raw HTML is not allowed: <div>",
    ),
    "B68 quotations in quotations": (
        write(BOOKS, f"{HEAD}{'>' * 90_000} a\n"),
        f"source/{BOOKS}:6: TEXT-MARKUP error: no > before a line",
    ),
    "B68 blocks in blocks": (
        write(BOOKS, HEAD + "".join(f"{'/' * n} callout | a\n" for n in range(400, 2, -1))),
        f"source/{BOOKS}:10: BLOCK-NEST error: blocks stand in each other more than 4 deep",
    ),
    "B68 lists in lists": (
        write(BOOKS, HEAD + "".join(f"{'    ' * n}* a\n" for n in range(200))),
        f"source/{BOOKS}:9: TEXT-MARKUP error: a list more than 3 levels deep",
    ),
    "a folder for a file": (
        swap(BOOKS, Path.unlink, Path.mkdir),
        f"source/{BOOKS}: FILE-KIND error: is a folder; a file is expected",
    ),
    "a file for a folder": (
        swap("figures", shutil.rmtree, Path.touch),
        "source/figures: FILE-KIND error: is no folder",
    ),
    "a name that is no text": (
        lambda root: (root / os.fsdecode(b"sections/caf\xe9\n.md")).write_text(HEAD + "Text.\n"),
        r"source/sections/caf\udce9\n.md: SLUG error: section 'caf\udce9\n'",
    ),
    "a key that looks like a path": (
        write(PACK, 'extends: _series\n"[a]": b\n'),
        f"source/{PACK}:2: KEY-UNKNOWN error: unknown key '[a]'",
    ),
    "a value of any length": (
        write(PACK, f"extends: _series\ndocument: {{review_by: {'x' * 200_000}}}\n"),
        f"source/{PACK}:2: VALUE error: document.review_by: 'xxxxxxx",
    ),
    "lists where maps belong": (
        write(PACK, "extends: _series\nmeta: [a]\nlogo: a\nlinks: [b]\ncontacts: {c: d}\n"),
        f"source/{PACK}:2: YAML-SHAPE error: meta: `key: value` lines expected",
    ),
    "a fact that names itself": (
        write(
            "facts.yaml", 'facts:\n  - {id: ab, value: 1, unit: a, page: 7, text: "{{ fact.ab }}"}'
        ),
        "source/facts.yaml:2: TEXT-MARKUP error: {{ would be printed: no markup here",
    ),
}


@pytest.mark.parametrize("case", MADE)
def test_files_that_cannot_be_kept_in_a_repository(
    case: str, specimen: Path, load_it: LoadIt
) -> None:
    make, expected = MADE[case]
    make(specimen)
    assert expected in said(load_it)


@pytest.mark.parametrize("slug", ["A B", "-rf", "x", "wex_bridge", "a" * 200, "Wexbridge", "é"])
def test_b34_slugs_of_another_form(slug: str, specimen: Path, load_it: LoadIt) -> None:
    (specimen / "brands" / slug).mkdir()
    expected = f"SLUG error: brand slug {slug!r}: use a-z, 0-9 and '-', 2 to 63 characters"
    assert said(load_it) == f"source/brands/{slug}: {expected}"


@pytest.mark.parametrize("slug", ["con", "lpt1", "thumbnails"])
def test_b34_slugs_that_are_taken(slug: str, specimen: Path, load_it: LoadIt) -> None:
    (specimen / "brands" / slug).mkdir()
    text = f"source/brands/{slug}: SLUG error: brand slug {slug!r} is kept for other uses"
    assert said(load_it) == f"{text}\n  hint: take another name"


NASTY = (
    *("[", "](", "{{", "{% ", "*a ", "_a ", "**", "`", "<", "<a ", "&a", "> ", "- ", "#", "///"),
    *("1,", "1.", "a1", "(p1", "| ", "@a.", "https://a.", "½", "    ", "'", '"', "a: ", "\\"),
)


@pytest.mark.parametrize("piece", NASTY)
@pytest.mark.parametrize("file", [BOOKS, "messages.yaml"])
def test_no_text_takes_long(piece: str, file: str, specimen: Path, load_it: LoadIt) -> None:
    line = piece * (200_000 // len(piece))
    if file == "messages.yaml":
        text = (
            f"themes: []\nmessages:\n  - id: W1\n    theme: welcome\n    text: >-\n      a{line}\n"
        )
    else:
        text = HEAD + line
    (specimen / file).write_text(text, encoding="utf-8")
    said(load_it)
