"""Whatever stands in the place of a value of a pack is read or refused: never a traceback."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpress.diagnostics import Diagnostic
from briefpress.load.brandcheck import check_brands
from briefpress.load.brands import read_brands
from briefpress.load.crosscheck import CrossCheck, Known
from briefpress.load.files import Reader
from briefpress.load.findings import Findings, Names
from briefpress.load.memory import BoardMemory
from briefpress.load.sharing import check_sharing
from briefpress.load.versions import Days
from tests.conftest import TESTS, TODAY
from tests.unit.compose.support import specimen_library

PACK = TESTS / "specimen" / "source" / "brands" / "wexbridge" / "brand.yaml"
OTHERS: tuple[Any, ...] = ("", "a", "#123", "0", [], ["a"], [["a"]], [{"a": "b"}], {}, {"a": "b"})
DAYS = Days(None, TODAY)
MORE = """
contrast: high
color: {tokens: {text: plum}, print: {plum: cmyk(10 20 30 40)}, tertiary: {light: plum, dark: clay}}
logo: {small: mark, large: {light: mark}}
versions: [{valid_from: 2027-01-01, logo: {medium: mark}, color: {primary: clay}}]
"""
Path_ = tuple[str | int, ...]


def merged(one: Any, other: Any) -> Any:  # noqa: ANN401 - any YAML
    if isinstance(one, dict) and isinstance(other, dict):
        return {k: merged(one.get(k), other.get(k)) for k in {**one, **other}}
    return one if other is None else other


def whole() -> dict[str, Any]:
    """A pack that uses everything, as plain data."""
    texts = (PACK.read_text(encoding="utf-8"), MORE)
    one, other = (yaml.load(text, Loader=yaml.BaseLoader) for text in texts)  # noqa: S506 - text alone
    found: dict[str, Any] = merged(one, other)
    return found


def paths(value: Any, path: Path_ = ()) -> Iterator[Path_]:  # noqa: ANN401
    if path:
        yield path
    items: dict[Any, Any] = value if isinstance(value, dict) else {}
    items = dict(enumerate(value[:1])) if isinstance(value, list) else items
    for key, below in items.items():
        yield from paths(below, (*path, key))


def replaced(value: Any, path: Path_, new: Any) -> Any:  # noqa: ANN401
    if not path:
        return new
    copy: Any = list(value) if isinstance(value, list) else dict(value)
    copy[path[0]] = replaced(value[path[0]], path[1:], new)
    return copy


PATHS = list(paths(whole()))


def diagnosed(pack: dict[str, Any], name: str, folder: Path) -> tuple[Diagnostic, ...]:
    """What is said of the pack, among the brands of the specimen."""
    home = folder / "brands" / "wexbridge"
    for other in (*home.glob("brand.yaml"), *home.glob("_brand.yml")):
        other.unlink()
    text = yaml.safe_dump(pack, allow_unicode=True, sort_keys=False)
    (home / name).write_text(text, encoding="utf-8")
    findings = Findings()
    reader = Reader(folder / "brands", "brands", findings)
    library = replace(specimen_library(), brands=read_brands(reader, DAYS))
    known = Known(*(Names(frozenset(), complete=False) for _ in range(6)))
    names = CrossCheck(library, known, findings)
    check_brands(library, names, findings, TODAY, BoardMemory())
    check_sharing(library, findings)
    return findings.all()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the specimen that is written over and over."""
    target = tmp_path_factory.mktemp("packs") / "source"
    return shutil.copytree(TESTS / "specimen" / "source", target)


@pytest.mark.parametrize("name", ["brand.yaml", "_brand.yml"])
def test_the_pack_itself_is_sound(name: str, folder: Path) -> None:
    assert {found.code for found in diagnosed(whole(), name, folder)} == {"BRAND-VERSION"}


@settings(max_examples=150, deadline=None)
@given(
    path=st.sampled_from(PATHS),
    new=st.sampled_from(OTHERS),
    name=st.sampled_from(["brand.yaml", "_brand.yml"]),
)
def test_whatever_stands_there_is_read_or_refused(
    folder: Path, path: Path_, new: object, name: str
) -> None:
    for found in diagnosed(replaced(whole(), path, new), name, folder):
        assert found.message
        assert found.where.file.startswith("brands/")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["brand.yaml", "_brand.yml"])
def test_whatever_stands_anywhere_is_read_or_refused(name: str, folder: Path) -> None:
    for path in PATHS:
        for new in OTHERS:
            diagnosed(replaced(whole(), path, new), name, folder)
