"""A memory for broken lines: the same text in the same style breaks at the same places.

The engine breaks the lines of a paragraph anew for each page that it tries, each document and each
brand. What comes out is numbers and text (`Layout.deactivate` drops every pointer), and depends on
nothing but what is in the key here. `tests/unit/render/test_memo.py` holds this against the engine.
"""

import copy
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from briefpress.render.library import line_break, users_of_line_break

FUNCTION = "split_first_line"
PROPERTIES = (
    "direction",
    "font_family",
    "font_feature_settings",
    "font_kerning",
    "font_language_override",
    "font_size",
    "font_stretch",
    "font_style",
    "font_variant_alternates",
    "font_variant_caps",
    "font_variant_east_asian",
    "font_variant_ligatures",
    "font_variant_numeric",
    "font_variant_position",
    "font_variation_settings",
    "font_weight",
    "hyphenate_character",
    "hyphenate_limit_chars",
    "hyphenate_limit_zone",
    "hyphens",
    "lang",
    "letter_spacing",
    "overflow_wrap",
    "tab_size",
    "text_decoration_line",
    "white_space",
    "word_break",
    "word_spacing",
)
"""All that the engine reads of a style when it breaks a line."""
LINES = 10_000
"""How many broken lines are kept; a briefing has about 2000."""


class LineMemory:
    """Remembers broken lines. For one set of fonts only: family names must mean the same files."""

    def __init__(self, lines: int = LINES) -> None:
        """Start with nothing remembered."""
        self._most = lines
        self._lines: OrderedDict[Any, Any] = OrderedDict()
        self._kinds: dict[tuple[str, ...], int] = {}
        self._styles: dict[int, tuple[Any, int]] = {}
        self._break = getattr(line_break, FUNCTION)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """While this lasts, the engine asks here first."""
        for module in users_of_line_break:
            setattr(module, FUNCTION, self._first_line)
        try:
            yield
        finally:
            for module in users_of_line_break:
                setattr(module, FUNCTION, self._break)
            self._styles.clear()

    def _first_line(
        self,
        text: str,
        style: Any,  # noqa: ANN401 - the engine has no types
        context: Any,  # noqa: ANN401
        *limits: float | None,
        **named: bool,
    ) -> tuple[Any, ...]:
        """As the engine's own: `limits` and `named` are widths and two flags of the line."""
        key = (text, self._kind(style), limits, *named.items())
        line = self._lines.get(key)
        if line is None:
            line = self._break(text, style, context, *limits, **named)
            self._lines[key] = line
            if len(self._lines) > self._most:
                self._lines.popitem(last=False)
        else:
            self._lines.move_to_end(key)
        # A copy, because drawing sets the first of it up again.
        return (copy.copy(line[0]), *line[1:])

    def _kind(self, style: Any) -> int:  # noqa: ANN401
        """A number for all styles that break lines alike."""
        known = self._styles.get(id(style))
        if known is None:
            values = tuple(repr(style[name]) for name in PROPERTIES)
            known = (style, self._kinds.setdefault(values, len(self._kinds)))
            self._styles[id(style)] = known  # Holds the style, so that its id stays its own.
        return known[1]
