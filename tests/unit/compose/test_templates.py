"""Templates: what designers may do, and what they are told when it is wrong."""

from datetime import date

import pytest
from jinja2 import Environment
from markupsafe import Markup

from briefpress.compose import TemplateFaultError, compose
from briefpress.compose.templates import Converters, Words, compiling, environment, fill
from briefpress.diagnostics import Where
from tests.unit.compose.support import library_with, manuscript_of


def filled(texts: dict[str, str], **values: object) -> str:
    return fill(environment(texts), "page.html.j2", values)


def fault(texts: dict[str, str], **values: object) -> TemplateFaultError:
    with pytest.raises(TemplateFaultError) as found:
        filled(texts, **values)
    return found.value


def test_values_are_escaped_and_filters_are_there() -> None:
    page = "{{ name }} {{ when|day }} {{ url|address }}"
    made = filled(
        {"page.html.j2": page}, name="<a> & b", when=date(2026, 1, 2), url="https://x.org/"
    )
    assert made == "&lt;a&gt; &amp; b 2 January 2026 x.org"


@pytest.mark.parametrize(
    ("texts", "message", "where"),
    [
        ({"page.html.j2": "a\n{{ nope }}"}, "'nope' is undefined", Where("page.html.j2", 2)),
        (
            {"page.html.j2": "a\n{{ data.nope.more }}"},
            "has no attribute 'nope'",
            Where("page.html.j2", 2),
        ),
        ({"page.html.j2": "a\n\n{% if %}"}, "Expected an expression", Where("page.html.j2", 3)),
        ({"page.html.j2": "{% nope %}"}, "unknown tag 'nope'", Where("page.html.j2", 1)),
        ({"page.html.j2": "{{ 1|nope }}"}, "No filter named 'nope'", Where("page.html.j2", 1)),
        (
            {"page.html.j2": 'a\n{% include "_shared/x.html.j2" %}'},
            "template _shared/x.html.j2 is not there",
            Where("page.html.j2", 2),
        ),
        (
            {"page.html.j2": '{% include "part.html.j2" %}', "part.html.j2": "a\n{{ nope }}"},
            "'nope' is undefined",
            Where("part.html.j2", 2),
        ),
        (
            {"page.html.j2": '{% include "part.html.j2" %}', "part.html.j2": "a\n{% endfor %}"},
            "unknown tag 'endfor'",
            Where("part.html.j2", 2),
        ),
        (
            {
                "page.html.j2": '{% import "part.html.j2" as parts %}\n{{ parts.row(3) }}',
                "part.html.j2": "{% macro row(n) %}\n{{ n / 0 }}\n{% endmacro %}",
            },
            "division by zero",
            Where("part.html.j2", 2),
        ),
        (
            {"page.html.j2": "{% macro row(n) %}{% endmacro %}\n{{ row(1, 2) }}"},
            "not more than 1 argument",
            Where("page.html.j2", 2),
        ),
        ({"page.html.j2": "{{ 'x'|day }}"}, "no attribute 'day'", Where("page.html.j2", 1)),
        (
            {"page.html.j2": "{{ '%d'|format('x') }}"},
            "number is required",
            Where("page.html.j2", 1),
        ),
        (
            {"page.html.j2": '{% include "page.html.j2" %}'},
            "recursion",
            Where("page.html.j2", 1),
        ),
        ({}, "template page.html.j2 is not there", Where("page.html.j2")),
    ],
)
def test_faults_say_what_and_where(texts: dict[str, str], message: str, where: Where) -> None:
    found = fault(texts, data={})
    assert message in str(found)
    assert found.where == where


@pytest.mark.parametrize(
    ("name", "hint"),
    [("ovner", "did you mean 'owner'?"), ("xyz", "add it to the words file")],
)
def test_an_unknown_word_has_a_hint(name: str, hint: str) -> None:
    found = fault({"page.html.j2": f"\n{{{{ words.{name} }}}}"}, words=Words(owner="Owner"))
    assert str(found) == f"there is no word {name!r}"
    assert found.hint == hint
    assert found.where == Where("page.html.j2", 2)


def test_words_can_be_asked_for() -> None:
    page = "{{ words.owner }} {{ words['owner'] }} {{ words.get('x', '-') }} {{ 'x' in words }}"
    assert filled({"page.html.j2": page}, words=Words(owner="O")) == "O O - False"


def test_a_fault_deep_in_a_panel_is_placed_there() -> None:
    library = library_with(
        "{% for s in sections %}{{ s.html }}{% endfor %}", _messages="\n\n{{ words.nope }}"
    )
    with pytest.raises(TemplateFaultError, match="there is no word 'nope'") as found:
        compose(manuscript_of(library), library)
    assert found.value.where == Where("_shared/_messages.html.j2", 3)


def test_what_was_compiled_before_there_was_work_is_not_compiled_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = {"page.html.j2": "Compiled ahead: {{ name|prose }}", "broken.html.j2": "{% if %}"}
    assert len(list(compiling(texts))) == 2
    monkeypatch.setattr(Environment, "compile", lambda *_, **__: pytest.fail("it is compiled"))
    env = environment(texts, Converters(str.upper, str, Markup))
    assert fill(env, "page.html.j2", {"name": "<b>"}) == "Compiled ahead: <B>"


def test_another_text_under_the_same_name_is_compiled_anew() -> None:
    list(compiling({"page.html.j2": "one text"}))
    assert filled({"page.html.j2": "another text"}) == "another text"


def test_what_is_broken_is_told_by_who_fills_it() -> None:
    texts = {"page.html.j2": "a\n{% if %}"}
    list(compiling(texts))
    assert fault(texts).where == Where("page.html.j2", 2)
