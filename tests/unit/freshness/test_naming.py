"""Naming: what a template may ask for is known from its text, or else taken to be everything."""

import pytest

from briefpress.freshness.naming import named_by

TEXTS = {
    "a.html.j2": '{% include "part.html.j2" %}{{ brand.line }} sections <p class="messages">',
    "part.html.j2": '{% for m in card_messages %}{{ m["text"]|prose }}{% endfor %}',
    "unused.html.j2": "{{ others }}",
    "at-will.html.j2": "{% include name %}",
    "field.html.j2": '{{ publication[field] }} {{ brands|map(attribute="slug") }}',
    "any-field.html.j2": "{{ messages|map(attribute=field) }}",
    "deep.html.j2": '{{ parts|map(attribute="message.text") }}{% for line in hours %}{{ line }}',
}
NOTES = '{% for note in local("card") %}{% if note.title %}{{ note.text }}{% endif %}'
NOT_ONLY_NOTES = (
    "{% for note in messages %}{{ note.text }}{% endfor %}",
    NOTES + "{% endfor %}{{ note.text }}",
    NOTES + "{% set note = messages|first %}{{ note.text }}{% endfor %}",
    NOTES + "{% else %}{{ note.text }}{% endfor %}",
    NOTES + "{% for note in messages %}{{ note.text }}{% endfor %}{% endfor %}",
    NOTES + '{{ note["text"] }}{% endfor %}',
    NOTES + "{{ loop.previtem.text }}{% endfor %}",
    '{% for note in local("card") + messages %}{{ note.text }}{% endfor %}',
    "{% macro local(place) %}{% endmacro %}" + NOTES + "{% endfor %}",
    "{% set local = others %}" + NOTES + "{% endfor %}",
    '{% for note in messages %}{# {% for note in local("a") %} #}{{ note.text }}{% endfor %}',
    '{% for note in messages %}{% raw %}{% for note in local("a") %}{% endraw %}{{ note.text }}',
)


def test_what_a_template_calls_is_part_of_it() -> None:
    named = named_by(TEXTS, ["a.html.j2"])
    assert set(named.texts) == {"a.html.j2", "part.html.j2"}
    assert named.certain


@pytest.mark.parametrize("name", ["card_messages", "text", "brand.line"])
def test_names_in_code_are_asked_for(name: str) -> None:
    assert named_by(TEXTS, ["a.html.j2"]).asks_for(name)


@pytest.mark.parametrize("name", ["sections", "messages", "others", "line", "command"])
def test_names_elsewhere_are_not(name: str) -> None:
    assert not named_by(TEXTS, ["a.html.j2"]).asks_for(name)


def test_an_attribute_by_name_is_asked_for() -> None:
    assert "slug" in named_by(TEXTS, ["field.html.j2"]).names


def test_a_field_is_asked_of_something_and_a_variable_is_none() -> None:
    named = named_by(TEXTS, ["deep.html.j2"])
    assert named.asks_for_field("text")
    assert named.asks_for("line")
    assert not named.asks_for_field("line")
    assert not named_by(TEXTS, ["a.html.j2"]).asks_for_field("line")


def test_what_is_asked_of_a_note_of_the_board_is_not_asked_of_a_message() -> None:
    text = NOTES + "{% endfor %}{{ message.line }}"
    named = named_by({"a": text}, ["a"])
    assert named.asks_for_field("line")
    assert not named.asks_for("text")
    assert named.asks_for("local")


@pytest.mark.parametrize("text", NOT_ONLY_NOTES)
def test_where_it_may_be_asked_of_something_else_it_is(text: str) -> None:
    assert named_by({"a": text}, ["a"]).asks_for_field("text")


@pytest.mark.parametrize("template", ["at-will.html.j2", "field.html.j2", "any-field.html.j2"])
def test_what_nobody_can_know_is_everything(template: str) -> None:
    named = named_by(TEXTS, [template])
    assert named.asks_for("others")
    assert named.asks_for_field("text")
    assert set(named.texts) == set(TEXTS)


def test_a_template_that_is_not_there_is_no_fault_here() -> None:
    assert named_by(TEXTS, ["gone.html.j2"]).texts == {}
