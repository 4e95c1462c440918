"""The memory for broken lines: it changes nothing, and the engine is what it takes it for."""

import inspect
import re

import pytest

from briefpress.render import Engine
from briefpress.render.library import line_break, users_of_line_break, weasyprint
from briefpress.render.memo import FUNCTION, PROPERTIES, LineMemory
from briefpress.render.shelf import Shelf
from tests.unit.render.support import document, lines

TEXT = f"""
<h1>{lines(9)}</h1><p lang="cy">{lines(200)}</p><pre>a\tb  c</pre>
<p class="auto">{"incomprehensibilities " * 30}</p>
<p class="soft">{"un&shy;break&shy;able " * 30}</p>
<div><p>{lines(40)}</p><p>{lines(60)}</p></div><p>office <b>{lines(20)}</b> <u>{lines(9)}</u></p>
<ul><li>{lines(20)}<li>{lines(30)}</ul><p dir="rtl">{lines(20)}</p><p class="all">{"a" * 300}</p>
"""
CSS = """
div{display:flex; flex-direction:column} .auto{hyphens:auto; width:31mm} .soft{width:14mm}
b{letter-spacing:.2mm; font-variant-caps:small-caps} u{text-decoration:underline; word-spacing:1mm}
li::first-letter{font-size:15pt} .all{overflow-wrap:anywhere} h1{text-align:justify; columns:2}
"""


def test_the_same_bytes_with_and_without(monkeypatch: pytest.MonkeyPatch) -> None:
    made = document(TEXT, CSS)
    engine = Engine()
    with_memory = [engine.render(made), engine.render(made)]
    monkeypatch.setattr(
        LineMemory, "_first_line", lambda self, *args, **named: self._break(*args, **named)
    )
    without = Engine().render(made)
    assert [found.pdf for found in with_memory] == [without.pdf] * 2
    assert with_memory[0].pages == without.pages


def test_the_engine_is_left_as_it_was() -> None:
    before = [getattr(module, FUNCTION) for module in users_of_line_break]
    with LineMemory().at_work():
        assert all(getattr(m, FUNCTION) is not before[0] for m in users_of_line_break)
    with pytest.raises(ZeroDivisionError), LineMemory().at_work():
        _ = 1 / 0
    assert [getattr(module, FUNCTION) for module in users_of_line_break] == before


def test_it_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    small = LineMemory(50)
    monkeypatch.setattr(Shelf, "at_work", lambda self: small.at_work())
    Engine().render(document(TEXT, CSS))
    assert len(small._lines) == 50
    assert small._styles == {}


def sources() -> dict[str, str]:
    """All that has a part in breaking a line."""
    return {
        name: inspect.getsource(getattr(line_break, name))
        for name in (
            FUNCTION,
            "Layout",
            "create_layout",
            "first_line_metrics",
            "line_size",
            "get_font_description",
            "get_next_break_point_from_text",
            "get_next_word_boundaries",
        )
    }


def test_every_property_that_the_engine_reads_is_in_the_key() -> None:
    code = "\n".join(sources().values())
    read = set(re.findall(r"style\['([a-z_]+)'\]", code))
    assert read == set(PROPERTIES)


def test_the_engine_breaks_lines_as_it_did() -> None:
    signature = inspect.signature(getattr(line_break, FUNCTION))
    assert list(signature.parameters) == [
        "text",
        "style",
        "context",
        "max_width",
        "justification_spacing",
        "is_line_start",
        "minimum",
    ]
    code = sources()
    assert "del self.layout, self.language, self.style" in code["Layout"]
    assert "layout.deactivate()\n    return layout, length" in code["first_line_metrics"]
    context = re.findall(r"context\.(\w+)", code[FUNCTION])
    assert set(context) == {"dictionaries"}


def test_every_user_of_the_function_is_known() -> None:
    import sys  # noqa: PLC0415

    original = getattr(line_break, FUNCTION)
    users = {
        module.__name__
        for name, module in sys.modules.items()
        if name.startswith("weasyprint") and getattr(module, FUNCTION, None) is original
    }
    assert users == {module.__name__ for module in users_of_line_break}


def test_the_version_is_the_one_that_was_measured() -> None:
    assert weasyprint.__version__.split(".")[0] == "70"
