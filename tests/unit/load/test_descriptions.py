"""What each key is for: said once, under its field, and shown in schemas and documents."""

import pytest

from briefpress.load.descriptions import descriptions
from briefpress.load.typed import classes_below
from briefpress.model.brand import Brand
from briefpress.model.contacts import ConfirmationFile, Hours, SharedFile
from briefpress.model.entry import Entry

ENTRIES = [
    kind for root in (Brand, SharedFile, ConfirmationFile) for kind in (root, *classes_below(root))
]


@pytest.mark.parametrize("kind", ENTRIES, ids=lambda kind: kind.__name__)
def test_every_key_of_a_brand_says_what_it_is_for(kind: type[Entry]) -> None:
    keys = {field.alias or name for name, field in kind.model_fields.items()}
    assert set(descriptions(kind)) == keys


def test_a_key_has_the_name_that_authors_write() -> None:
    assert descriptions(Hours)["from"] == 'From what time, in quotes: `"08:30"`.'


def test_a_text_of_two_lines_is_one() -> None:
    assert "\n" not in "".join(text for kind in ENTRIES for text in descriptions(kind).values())


def test_what_is_inherited_is_said_too() -> None:
    class Later(Hours):
        """Hours with a word."""

        word: str = ""
        """The word."""
        silent: str = ""

    assert set(descriptions(Later)) == {*descriptions(Hours), "word"}
