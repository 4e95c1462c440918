"""Slugs from names: the place, never the initials, and always a name that a folder may have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpress.load.sections import SLUG
from briefpress.packs.slug import slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Eastmarsh Safeguarding Children Partnership", "eastmarsh"),
        ("Calderwick and Nene Safeguarding Children Board", "calderwick-and-nene"),
        ("Skelmouth & Orm Safeguarding People Partnership", "skelmouth-and-orm"),
        ("Safer Children Skelmouth", "skelmouth"),
        ("Partnership for Safeguarding Children in Skelmouth", "skelmouth"),
        ("The Ŵyth and Môn Safeguarding Board", "wyth-and-mon"),
        ("St. Osk’s Children’s Trust", "st-osks"),
        ("Straße: “Nord” #1", "strasse-nord-1"),
        ("Pan-Dorsel Safeguarding Children Partnership", "pan-dorsel"),
        ("Safeguarding Children Board", "safeguarding-children-board"),
        ("安全 🙂", ""),
        (f"{'Long ' * 20}Safeguarding Board", "-".join(["long"] * 12)),
        ("a" * 90, "a" * 63),
    ],
)
def test_a_slug_is_the_place_in_a_name(name: str, slug: str) -> None:
    assert slug_of(name) == slug


@given(st.text(max_size=120))
def test_what_is_proposed_can_be_taken(name: str) -> None:
    slug = slug_of(name)
    assert len(slug) < 2 or SLUG.fullmatch(slug)
