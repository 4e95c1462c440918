"""A memory of packs: what is remembered is what would be read, or it is not remembered."""

import hashlib
import json
import os
import pickle
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from briefpress.hashing import told
from briefpress.load import Memories, PackMemory, brands, load, packshelf
from briefpress.load.packmemory import KeptPack
from briefpress.load.packs import pack_of
from briefpress.model.library import Library, Loaded
from tests.conftest import TODAY, Edit

BRAND, SERIES = "brands/wexbridge/brand.yaml", "brands/_series/brand.yaml"
PHONE = "01632 960 101"
WAITING = "versions:\n  - {valid_from: 2027-05-21, organisation: {strapline: Later}}"
Loads = Callable[..., Loaded]


@pytest.fixture
def loaded(specimen: Path, layouts: Path) -> Loads:
    def found(memory: PackMemory | None = None, today: date = TODAY) -> Loaded:
        memories = Memories(packs=memory) if memory is not None else None
        return load(specimen, layouts, today, memories)

    return found


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The packs that were parsed, and the brands that were made of them."""
    found: list[str] = []
    parse, make = pack_of, brands._Resolver.brand

    def parsing(reader: object, slug: str, *of: object, **how: bool) -> object:
        found.append(f"pack {slug}")
        return parse(reader, slug, *of, **how)  # type: ignore[arg-type] # as it came

    def making(resolver: brands._Resolver) -> object:
        found.append(f"brand {resolver._slug}")
        return make(resolver)

    monkeypatch.setattr(packshelf, "pack_of", parsing)
    monkeypatch.setattr(brands._Resolver, "brand", making)
    return found


def kept(memory: PackMemory) -> PackMemory:
    """The memory of the next build."""
    return PackMemory(memory.to_bytes())


def everything(found: Loaded) -> tuple[object, ...]:
    """All that was read, with every place, and all that was found."""
    library = found.library
    assert library is not None
    places = {slug: _places(library, slug) for slug in library.brands}
    return told([vars(brand) for brand in library.brands.values()]), places, found.diagnostics


def _places(library: Library, slug: str) -> object:
    brand = library.brands[slug]
    every = (brand.data, *brand.later)
    texts = [[(str(where), text) for text, where, _ in data.texts()] for data in every]
    return texts, [(c.where, sorted(c._lines.items(), key=str)) for c in brand.data.contacts]


def test_a_second_build_parses_nothing_and_has_the_same(
    loaded: Loads, edit: Edit, made: list[str]
) -> None:
    edit.replace(BRAND, "versions: []", WAITING)
    memory = PackMemory()
    first = loaded(memory)
    assert {"pack _series", "pack wexbridge", "brand wexbridge"} <= set(made)
    assert "BRAND-VERSION" in {found.code for found in first.diagnostics}
    made.clear()
    second = kept(memory)
    assert everything(loaded(second)) == everything(first) == everything(loaded())
    assert {one for one in made if made.count(one) > 1} == set()  # Only the load without memory.
    assert not second.has_changed


def test_only_what_has_changed_is_read_anew(loaded: Loads, edit: Edit, made: list[str]) -> None:
    memory = PackMemory()
    loaded(memory)
    made.clear()
    edit.replace(BRAND, PHONE, "01632 960 109")
    second = kept(memory)
    found = loaded(second)
    assert "brand wexbridge" in made
    assert "brand _series" not in made
    assert everything(found) == everything(loaded())
    assert second.has_changed


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (SERIES, "999", "112"),
        (BRAND, PHONE, "01632 960 10"),
        (BRAND, "contacts:", "contactz:"),
        (BRAND, "contacts:", "# A line more.\ncontacts:"),
        (BRAND, "extends:", "extends: nobody #"),
        (BRAND, "contacts:", "\tcontacts:"),
        ("publication.yaml", "issued:", "issued: 2026-01-02 #"),
    ],
)
def test_whatever_changes_it_is_as_if_nothing_were_remembered(
    loaded: Loads, edit: Edit, file: str, old: str, new: str
) -> None:
    memory = PackMemory()
    loaded(memory)
    text = (edit.root / file).read_text(encoding="utf-8")
    edit.write(file, text.replace(old, new, 1))
    second = kept(memory)
    assert everything(loaded(second)) == everything(loaded())
    edit.write(file, text)
    assert everything(loaded(kept(second))) == everything(loaded())


def test_another_day_is_found_out_anew(loaded: Loads, edit: Edit) -> None:
    edit.replace(BRAND, "versions: []", WAITING)
    memory, later = PackMemory(), TODAY + timedelta(days=400)
    loaded(memory)
    found = everything(loaded(kept(memory), later))
    assert found == everything(loaded(None, later))
    assert found != everything(loaded())


def test_a_second_file_of_a_pack_is_seen(loaded: Loads, edit: Edit) -> None:
    memory = PackMemory()
    loaded(memory)
    edit.write("brands/wexbridge/_brand.yml", "color: {primary: '#0f4c5c'}\nother: 1\n")
    assert everything(loaded(kept(memory))) == everything(loaded())


def _body(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """What is kept with another body, as if it had always had that."""
    about, _, body = data.partition(b"\n")
    body = change(body)
    told = {**json.loads(about), "body": hashlib.sha256(body).hexdigest()}
    return json.dumps(told).encode() + b"\n" + body


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data[:-1] + b"x",
        lambda data: data.replace(b'"made_with": ""', b'"made_with": "x"'),
        lambda data: _body(data, lambda body: body[::-1]),
        lambda data: _body(data, lambda body: body.replace(b"Contact", b"Cantact")),
        lambda _: b"",
        lambda _: b"{}\n",
    ],
)
def test_what_is_damaged_or_of_another_program_is_read_anew(
    loaded: Loads, damage: Callable[[bytes], bytes]
) -> None:
    memory = PackMemory()
    loaded(memory)
    second = PackMemory(damage(memory.to_bytes()))
    assert everything(loaded(second)) == everything(loaded())
    assert second.to_bytes() == memory.to_bytes()


class Harm:
    """What somebody may have put into the folder."""

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("touch harmed",)


def test_a_pickle_can_do_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    memory = PackMemory()
    memory.put("one", KeptPack("_series", ()))
    assert kept(memory).pack("one") == KeptPack("_series", ())
    assert kept(memory).brand("one") is None
    memory._used["one"] = pickle.dumps(("KeptPack", [Harm(), ()]))
    assert kept(memory).pack("one") is None
    assert list(tmp_path.iterdir()) == []
