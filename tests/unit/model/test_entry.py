"""Entries remember their lines, and know which of their texts readers see."""

from typing import Annotated

import pytest
from pydantic import ValidationError

from briefpress.diagnostics import NOWHERE, Where
from briefpress.load.yamltext import read_yaml
from briefpress.model.entry import FREE, PLAIN, PROSE, Entry
from briefpress.model.fields import Text


class Leaf(Entry):
    """An entry below another."""

    words: Annotated[Text, PROSE]
    key: str = ""


class Tree(Entry):
    """An entry with texts of every kind."""

    title: Annotated[Text, PLAIN]
    notes: Annotated[tuple[Text, ...], FREE] = ()
    forms: Annotated[dict[str, str], PROSE] = {}
    leaves: tuple[Leaf, ...] = ()
    id: str = ""


TEXT = """title: a
id: not seen
notes:
  - b
  - c
forms:
  x: d
leaves:
  - key: not seen
    words: e
"""


def tree() -> Tree:
    """A tree as it is read."""
    return Tree.model_validate(read_yaml(TEXT, "f.yaml"))


def test_texts_come_with_their_lines_and_kinds() -> None:
    found = [(text, where.line, kind) for text, where, kind in tree().texts()]
    assert found == [
        ("a", 1, PLAIN),
        ("b", 4, FREE),
        ("c", 5, FREE),
        ("d", 7, PROSE),
        ("e", 10, PROSE),
    ]


def test_places() -> None:
    found = tree()
    assert found.where == Where("f.yaml", 1)
    assert found.where_of("notes", 1) == Where("f.yaml", 5)
    assert found.where_of("notes", 9) == Where("f.yaml", 3)
    assert found.where_of("nothing") == Where("f.yaml", 1)
    assert found.leaves[0].where_of("words") == Where("f.yaml", 10)
    assert Tree(title="a").where_of("title") == NOWHERE


def test_an_entry_is_never_changed_and_takes_no_unknown_keys() -> None:
    found = tree()
    with pytest.raises(ValidationError):
        found.title = "b"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        Tree.model_validate({"title": "a", "titel": "b"})


def test_two_entries_with_the_same_words_are_equal_wherever_they_stand() -> None:
    moved = Tree.model_validate(read_yaml("\n\n" + TEXT, "g.yaml"))
    assert moved.model_dump() == tree().model_dump()
