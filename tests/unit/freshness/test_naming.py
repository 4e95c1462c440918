"""Naming: what a template may ask for is known from its text, or else taken to be everything."""

import pytest

from briefpress.freshness.naming import named_by

TEXTS = {
    "a.html.j2": '{% include "part.html.j2" %}{{ brand.line }} sections <p class="messages">',
    "part.html.j2": '{% for m in card_messages %}{{ m["text"]|prose }}{% endfor %}',
    "unused.html.j2": "{{ others }}",
    "at-will.html.j2": "{% include name %}",
    "field.html.j2": '{{ publication[field] }} {{ brands|map(attribute="slug") }}',
}


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


@pytest.mark.parametrize("template", ["at-will.html.j2", "field.html.j2"])
def test_what_nobody_can_know_is_everything(template: str) -> None:
    named = named_by(TEXTS, [template])
    assert named.asks_for("others")
    assert set(named.texts) == set(TEXTS)


def test_a_template_that_is_not_there_is_no_fault_here() -> None:
    assert named_by(TEXTS, ["gone.html.j2"]).texts == {}
