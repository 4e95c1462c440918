"""The page on brands shows every field of a brand and no other, and where each stands."""

import importlib.util
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from briefpress.load.yamltext import read_yaml
from briefpress.model.brand import Brand, Version
from briefpress.model.entry import Entry

DOCS = Path(__file__).parents[2] / "docs"
TEXT = (DOCS / "brands.md").read_text(encoding="utf-8")
ROWS = [line for line in TEXT.splitlines() if line.startswith("| `")]
PLACES = re.compile(r"(cover|last page|card)((?:,? \*\*\d+\*\*)+)")


def classes(annotation: object) -> list[type[Entry]]:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return [annotation]
    return [kind for inner in getattr(annotation, "__args__", ()) for kind in classes(inner)]


def fields(kind: type[Entry], prefix: str = "") -> Iterator[str]:
    """Every field of an entry and of those below it; what a version may hold is a brand again."""
    for name, field in kind.model_fields.items():
        path = f"{prefix}{field.alias or name}"
        yield path
        for inner in classes(field.annotation):
            if inner is not Version:
                between = ".<name>." if "dict[" in str(field.annotation) else "."
                yield from fields(inner, f"{path}{between}")


def annotate() -> ModuleType:
    """The module that draws the marks; docs/ is no package."""
    spec = importlib.util.spec_from_file_location("annotate", DOCS / "annotate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["annotate"] = module
    spec.loader.exec_module(module)
    return module


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]


def test_every_field_is_shown_once_and_no_other() -> None:
    shown = [cells(row)[0].strip("`") for row in ROWS]
    assert sorted(shown) == sorted(fields(Brand))


def test_every_field_says_what_it_does() -> None:
    for row in ROWS:
        assert len(cells(row)) == 4, row
        assert len(cells(row)[1]) > 5, row


def test_every_number_is_that_of_a_mark_of_the_field() -> None:
    marks = {
        name: [mark.field for sheet in sheets for mark in sheet.marks]
        for name, sheets in annotate().MARKS.items()
    }
    told = set()
    for row in ROWS:
        field = cells(row)[0].strip("`")
        for place, numbers in PLACES.findall(cells(row)[3]):
            for number in map(int, re.findall(r"\d+", numbers)):
                marked = marks[place][number - 1]
                assert marked.startswith(field) or field.startswith(marked.rpartition(".")[0])
                told.add((place, number))
    assert told == {(name, n + 1) for name, found in marks.items() for n in range(len(found))}


@pytest.mark.parametrize("picture", sorted(set(re.findall(r"\((pictures/[^)]+)\)", TEXT))))
def test_every_picture_is_there(picture: str) -> None:
    assert (DOCS / picture).is_file()


def test_the_shortest_pack_is_a_pack() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
    brand = Brand.model_validate(read_yaml(example, "brand.yaml"))
    assert brand.name == "Westmarsh Safeguarding Children Partnership"
