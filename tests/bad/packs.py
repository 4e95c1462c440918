"""Packs that hypothesis invents: right, nearly right and wrong ones, as strangers type them."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from briefpress.load import load
from briefpress.model.library import Loaded
from briefpress.packs.writing import as_yaml
from tests.conftest import TESTS, TODAY

SLUG = "anywhere"
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=BIDI)
"""All planes but for surrogates, controls and what turns lines round."""
WRITTEN = st.sampled_from("abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLM .,’–&ŵŷéö0123456789")
"""What the typeface has."""
DAYS = ("mon-fri", "mon-thu", "sat", "mon, wed-fri", "fri-mon", "sun-sun", "xyz", "")
KINDS = ("front_door", "out_of_hours", "lado", "early_help", "police", "national", "door")
PHONES = ("01632 960 114", "020 7946 0012", "0808 157 0321", "101", "0909 879 0000", "0800 CHILD")
DATES = ("2026-10-30", "2024-02-29", "2023-02-29", "2030-01-01", "yesterday")


def text(letters: st.SearchStrategy[str], least: int, most: int) -> st.SearchStrategy[str]:
    """A text of so many characters."""
    return st.text(letters, min_size=least, max_size=most)


def contact(words: st.SearchStrategy[str], *, right: bool) -> st.SearchStrategy[dict[str, Any]]:
    """One route; a right one has nothing that load would refuse."""
    phones = PHONES[:4] if right else PHONES
    days = DAYS[:4] if right else DAYS
    times = st.sampled_from(("00:00", "9:30", "17:00") if right else ("9:30", "25:00", "", "noon"))
    hours = st.fixed_dictionaries(
        {"days": st.sampled_from(days), "from": st.just("08:00"), "to": times}
    )
    return st.fixed_dictionaries(
        {
            "kind": st.sampled_from(KINDS[:3] if right else KINDS),
            "label": words,
            "phones": st.lists(st.sampled_from(phones), min_size=right, max_size=2, unique=True),
            "checked_on": st.just(DATES[0]) if right else st.sampled_from(DATES),
        },
        optional={"hours_note": words, "note": words, "hours": st.lists(hours, max_size=2)},
    )


def packs(letters: st.SearchStrategy[str], *, right: bool) -> st.SearchStrategy[dict[str, Any]]:
    """A pack that extends the series."""
    name, words = text(letters, 1, 90), text(letters, 1, 60)
    hexes = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
    colors = hexes if right else hexes | words
    note = st.fixed_dictionaries(
        {"place": st.sampled_from(("imprint", "card")), "text": text(letters, 1, 400)}
    )
    emergency = {"kind": "emergency", "label": "Now", "phones": ["999"], "checked_on": DATES[0]}
    door = {"kind": "front_door", "label": "Door", "phones": [PHONES[0]], "checked_on": DATES[0]}
    return st.fixed_dictionaries(
        {
            "extends": st.just("_series"),
            "demonstration": st.just("yes"),
            "meta": st.fixed_dictionaries(
                {"name": st.fixed_dictionaries({"full": name, "short": name})}
            ),
            "color": st.fixed_dictionaries({"primary": colors}, optional={"secondary": colors}),
            "contacts": st.lists(contact(words, right=right), max_size=4).map(
                lambda routes: [emergency, door, *routes]
            ),
        },
        optional={
            "local": st.lists(note, max_size=2, unique_by=lambda given: given["place"]),
            "organisation": st.fixed_dictionaries({}, optional={"body": words, "strapline": words}),
        },
    )


@dataclass(frozen=True)
class Place:
    """A copy of the specimen into which one pack after the other is put."""

    source: Path

    def loaded(self, pack: dict[str, Any]) -> Loaded:
        """The publication with this pack."""
        return self.typed(as_yaml(pack).encode())

    def typed(self, data: bytes) -> Loaded:
        """The publication with a pack of these bytes."""
        return self.with_file("brand.yaml", data)

    def with_file(self, name: str, data: bytes) -> Loaded:
        """The publication with a pack of this one file."""
        folder = self.source / "brands" / SLUG
        shutil.rmtree(folder, ignore_errors=True)
        return self._with(folder / name, data)

    def with_section(self, data: bytes) -> Loaded:
        """The publication with one section more."""
        return self._with(self.source / "sections" / f"{SLUG}.md", data)

    def _with(self, path: Path, data: bytes) -> Loaded:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        return load(self.source, TESTS.parent / "layouts", TODAY)


@contextmanager
def place() -> Iterator[Place]:
    """A place of its own, for as long as it is needed."""
    with tempfile.TemporaryDirectory() as folder:
        yield Place(shutil.copytree(TESTS / "specimen" / "source", Path(folder) / "source"))
