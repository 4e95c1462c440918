"""Double keying: what two people read differently, what only one has read, and what is no more."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefpress.diagnostics import Severity
from briefpress.load import load
from briefpress.model.library import Loaded
from tests.conftest import TODAY, Edit

LoadIt = Callable[[], Loaded]
Faults = Callable[[], list[str]]
ROOT = Path(__file__).parents[3]
KEYED = """\
checked_by: Ines Okoro
checked_on: 2026-11-20
facts:
  - {id: items_brought, value: 240, page: 7}
  - {id: electrical, value: 96, page: 8}
  - {id: textiles, value: 60, page: 8}
  - {id: bicycles, value: 48, page: 8}
  - {id: other_things, value: 36, page: 8}
  - {id: mended, value: 156, page: 9}
  - {id: not_mended, value: 84}
  - {id: mended_share, value: 65.0, page: 9}
  - {id: not_mended_share, value: 35}
  - {id: wait, value: 12.5, page: 21}
messages:
  - {id: W1, pages: [20]}
  - {id: W2, pages: [21-22]}
  - {id: W4, pages: 23}
  - {id: S1, pages: [30]}
  - {id: S2, pages: [31]}
  - {id: S3, pages: [32]}
  - {id: S5, pages: [33, 35]}
  - {id: R1, pages: [40]}
  - {id: R2, pages: [41]}
  - {id: R3, pages: [42]}
references:
  - {file: messages.yaml, pages: [21]}
  - {file: figures/what-came.yaml, pages: [8]}
  - {file: sections/plugs.md, pages: [30, 32, 31]}
  - {file: sections/the-books.md, pages: [36]}
  - {file: sections/the-queue.md, pages: [21, 22-23]}
  - {file: sections/welcome.md, pages: [9]}
  - {file: sections/what-came.md, pages: [9, 11-12]}
"""


@pytest.fixture
def keyed(edit: Edit) -> Edit:
    """The specimen with everything keyed twice."""
    edit.write("checked.yaml", KEYED)
    return edit


def test_a_publication_without_the_file_is_asked_for_nothing(faults: Faults) -> None:
    assert faults() == []


def test_two_who_read_the_same_are_silent(keyed: Edit, faults: Faults) -> None:
    assert faults() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "facts.yaml",
            "value: 12.5",
            "value: 13.5",
            (
                "source/facts.yaml:48: CHECKED-DIFFERS error: wait: source/facts.yaml says 13.5 "
                "(line 48), whoever checked it against the report read 12.5 (source/checked.yaml "
                "line 13): one of them is wrong"
            ),
        ),
        ("facts.yaml", "page: 7", "page: 17", "items_brought: source/facts.yaml says p17"),
        ("facts.yaml", "page: 7", "no_page: lost", "items_brought: source/facts.yaml says no page"),
        ("messages.yaml", "pages: [21-22]", "pages: [21-23]", "W2: source/messages.yaml says p21"),
        ("messages.yaml", "(p21)", "(p22)", "a page reference: source/messages.yaml says p22"),
        ("sections/plugs.md", "p32)", "p33)", "sections/plugs.md says p33 (line 8)"),
        ("sections/plugs.md", ", p31", ", p13", "sections/plugs.md says p13 (line 10)"),
        ("figures/what-came.yaml", "(p8)", "(p9)", "what-came.yaml says p9 (line 6)"),
    ],
)
def test_what_two_people_read_differently(
    file: str, old: str, new: str, said: str, keyed: Edit, faults: Faults
) -> None:
    keyed.replace(file, old, new)
    told = [line for line in faults() if "FACT-WORDING" not in line]
    assert len(told) == 1
    assert said in told[0]
    assert "CHECKED-DIFFERS error" in told[0]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "checked.yaml",
            "  - {id: wait, value: 12.5, page: 21}\n",
            "",
            "source/facts.yaml:47: CHECKED-MISSING warning: fact 'wait': nobody has checked it",
        ),
        ("checked.yaml", "  - {id: W1, pages: [20]}\n", "", "the page of W1: nobody has checked"),
        ("sections/welcome.md", "(p9)", "(p9, p10)", "2 page references, 1 in checked.yaml"),
        ("checked.yaml", "id: wait,", "id: weight,", "CHECKED-STALE warning: unknown fact"),
        ("checked.yaml", "id: W1", "id: W9", "CHECKED-STALE warning: unknown message 'W9'"),
        ("checked.yaml", "welcome.md", "welcom.md", "unknown page reference in 'sections/welcom"),
        ("checked.yaml", "  - {id: W1", "  - {id: W2", "ID-TWICE error: 'W2' is given twice"),
    ],
)
def test_what_only_one_has_read_and_what_is_no_more(
    file: str, old: str, new: str, said: str, keyed: Edit, faults: Faults
) -> None:
    keyed.replace(file, old, new)
    assert [line for line in faults() if said in line]


def test_a_page_of_some_readers_stops_only_their_editions(keyed: Edit, load_it: LoadIt) -> None:
    keyed.replace("messages.yaml", "pages: [42]", "pages: [43]")
    (found,) = load_it().diagnostics
    assert found.severity is Severity.ERROR
    assert found.scope.audiences == frozenset({"trustees"})


@pytest.mark.parametrize("old", ["checked_by: Ines Okoro\n", "checked_on: 2026-11-20\n"])
def test_nobody_is_no_second_person(old: str, keyed: Edit, faults: Faults) -> None:
    keyed.replace("checked.yaml", old, "")
    assert ["VALUE" in line for line in faults()] == [True]


def test_each_entry_may_have_a_person_of_its_own(keyed: Edit, load_it: LoadIt) -> None:
    own = "page: 21, checked_by: Tom Ashby, checked_on: 2026-11-22}"
    keyed.replace("checked.yaml", "page: 21}", own)
    library = load_it().library
    assert library is not None
    hands = {name: library.hand_of(fact) for name, fact in library.facts.items()}
    assert [str(hand and hand.by) for hand in hands.values()] == [*["Ines Okoro"] * 9, "Tom Ashby"]


def test_one_wrong_digit_in_any_figure_or_page_of_our_own_publication_is_an_error(
    tmp_path: Path, layouts: Path
) -> None:
    """All at once, each told at its line; brands give no such figures."""
    source = shutil.copytree(ROOT / "source", tmp_path / "source", ignore=_other_brands)
    assert load(source, layouts, TODAY).diagnostics == ()
    slipped = [at for path in sorted(source.rglob("*")) for at in _slip(path)]
    assert len(slipped) > 150
    found = [d for d in load(source, layouts, TODAY).diagnostics if d.code == "CHECKED-DIFFERS"]
    told = {(Path(d.where.file).name, d.where.line) for d in found}
    assert set(slipped) - told == set()


VALUE = r"(?<=  - id: )\w+\n    value: (?P<value>\d+)(?:\n    .*)*"
PAGE = r"(?<= page: )\d+|(?<=pages: \[)\d+|(?<=[(, ]p)\d+(?=[-,)\n])"
SLIP = re.compile(f"{VALUE}|{PAGE}")


def _other_brands(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if Path(folder).name == "brands" and name != "_series"]


def _slip(path: Path) -> Iterator[tuple[str, int]]:
    """Make the last digit of each figure and page of a file another one; the lines."""
    if path.suffix not in (".md", ".yaml") or path.name in ("checked.yaml", "publication.yaml"):
        return
    text = path.read_text(encoding="utf-8")
    for found in reversed(list(SLIP.finditer(text))):
        old = found["value"] or found[0]
        new = f"{old[:-1]}{(int(old[-1]) + 1) % 10}"
        piece = re.sub(rf"(?<![\d,]){old}(?!\d)(?=.*\n|.*$)", new, found[0])
        text = text[: found.start()] + piece + text[found.end() :]
        yield (
            path.name,
            text.count("\n", 0, found.start("value") if found["value"] else found.start()) + 1,
        )
    path.write_text(text, encoding="utf-8")
