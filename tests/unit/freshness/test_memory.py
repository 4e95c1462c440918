"""A memory of larders: what is remembered is what would be reckoned, or it is not remembered."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from briefpress.finish import USUAL_MAKERS
from briefpress.freshness import Larder, LarderMemory, larder
from briefpress.freshness import estate as estate_
from briefpress.model.edition import Edition
from briefpress.model.library import Library, Loaded
from briefpress.model.manifest import Ingredients
from tests.conftest import Edit

Lists = dict[str, Ingredients]
EDITIONS = (
    Edition("wexbridge", "hosts", "briefing"),
    Edition("wexbridge", "fixers", "card"),
    Edition("_series", "trustees", "seven-minute"),
    Edition("wexbridge", "fixers", "card", "html"),
)
BRAND = "brands/wexbridge/brand.yaml"


@dataclass(frozen=True)
class Reckoned:
    """What each edition is made of, what is owned, and what is kept of that."""

    made_of: list[tuple[str, ...]]
    lists: Lists
    kept: bytes


def reckoned(library: Library, kept: bytes | None = None, before: Lists | None = None) -> Reckoned:
    memory = LarderMemory(kept, "this program")
    found = Larder(library, USUAL_MAKERS, memory=memory, before=before)
    made_of = [(*found.made_of(edition), found.owned()) for edition in EDITIONS]
    return Reckoned(made_of, dict(found.lists), memory.news() or kept or b"")


@pytest.fixture
def now(load_it: Callable[[], Loaded]) -> Callable[[], Library]:
    def library() -> Library:
        found = load_it().library
        assert found is not None
        return found

    return library


def told(found: Reckoned) -> tuple[list[tuple[str, ...]], list[tuple[str, list[tuple[str, str]]]]]:
    """All of it, in its order: that is the order of the manifest."""
    return found.made_of, [(name, list(parts.items())) for name, parts in found.lists.items()]


def test_nothing_that_is_remembered_is_reckoned_again(
    now: Callable[[], Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = reckoned(now())
    for module, name in ((larder, "brand_parts"), (larder, "contacts_of"), (estate_, "items_of")):
        monkeypatch.setattr(module, name, lambda *_: pytest.fail("it is reckoned again"))
    again = reckoned(now(), first.kept, first.lists)
    assert told(again) == told(first)
    assert again.kept == first.kept


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (BRAND, "01632 960 101", "01632 960 109"),
        (BRAND, "review_by: 2027-03-05", "review_by: 2027-03-06"),
        ("brands/_series/brand.yaml", "999", "112"),
        ("facts.yaml", "value: 12.5", "value: 13.5"),
        ("messages.yaml", "command: No microwaves", "command: No microwave ovens"),
        ("publication.yaml", "last: 48", "last: 47"),
    ],
)
def test_whatever_changes_it_is_as_if_nothing_were_remembered(
    now: Callable[[], Library], edit: Edit, file: str, old: str, new: str
) -> None:
    first = reckoned(now())
    edit.replace(file, old, new)
    assert told(reckoned(now(), first.kept, first.lists)) == told(reckoned(now()))


def test_another_logo_is_another_brand(now: Callable[[], Library]) -> None:
    library = now()
    first, brand = reckoned(library), library.brands["wexbridge"]
    path, logo = next(iter(brand.logos.items()))
    other = replace(brand, logos={**brand.logos, path: replace(logo, data=logo.data + b" ")})
    library = replace(library, brands={**library.brands, "wexbridge": other})
    assert told(reckoned(library, first.kept, first.lists)) == told(reckoned(library))
    assert told(reckoned(library)) != told(first)


def test_another_layout_is_another_larder(now: Callable[[], Library]) -> None:
    library = now()
    first, kit = reckoned(library), library.layouts["card"]
    texts = {**kit.texts, "card/card.html.j2": "{{ brand.links }}"}
    library = replace(library, layouts={**library.layouts, "card": replace(kit, texts=texts)})
    assert told(reckoned(library, first.kept, first.lists)) == told(reckoned(library))


def test_a_brand_of_which_nobody_knows_what_it_was_read_from_is_not_remembered(
    now: Callable[[], Library],
) -> None:
    library = now()
    unknown = {slug: replace(brand, read="") for slug, brand in library.brands.items()}
    found = reckoned(replace(library, brands=unknown))
    assert b"brand|" not in found.kept


@pytest.mark.parametrize("lost", [{}, None])
def test_lists_that_no_manifest_has_are_made_again(
    now: Callable[[], Library], lost: Lists | None
) -> None:
    first = reckoned(now())
    assert told(reckoned(now(), first.kept, lost)) == told(first)


@pytest.mark.parametrize(
    "damage",
    [
        lambda kept: kept[:-9],
        lambda kept: kept.replace(b"this program", b"that program"),
        lambda kept: kept.replace(b'"said": "', b'"said": 1, "x": "'),
        lambda _: b"[]",
        lambda _: b"",
    ],
)
def test_what_is_damaged_or_of_another_program_is_not_believed(
    now: Callable[[], Library], edit: Edit, damage: Callable[[bytes], bytes]
) -> None:
    first = reckoned(now())
    assert LarderMemory(damage(first.kept), "this program").share("x") == LarderMemory().share("x")
    again = reckoned(now(), damage(first.kept), first.lists)
    assert told(again) == told(first)
    assert again.kept == first.kept
