"""Charts: drawn from facts, the same each time, with their text as text."""

import json
import re
from html import unescape

import pytest

from briefpress.compose.charts import ChartFaultError, Inks, draw
from briefpress.palette import palette_of
from tests.unit.compose.support import specimen_library

LIBRARY = specimen_library()
NAME, FIGURE = next(iter(LIBRARY.figures.items()))
SPEC = LIBRARY.charts[FIGURE.chart]
INKS = Inks(palette_of(LIBRARY.brands["wexbridge"].data), "Atkinson Hyperlegible Next")


def drawn() -> str:
    return draw(NAME, FIGURE, LIBRARY.facts, SPEC, INKS).decode()


def test_the_same_bytes_each_time() -> None:
    assert drawn() == drawn()


def test_every_label_and_figure_stands_in_it_as_text() -> None:
    texts = unescape(" ".join(re.findall(r"<text[^>]*>(.*?)</text>", drawn())))
    for bar in FIGURE.bars:
        assert bar.label in texts
        assert LIBRARY.facts[bar.fact].shown in texts
        if bar.share:
            assert LIBRARY.facts[bar.share].shown in texts


def test_it_is_drawn_in_the_colours_and_the_type_of_the_brand() -> None:
    svg = drawn()
    assert INKS.palette.mid in svg
    assert INKS.family in svg


def test_no_address_leads_out_of_it() -> None:
    assert not re.search(r'(href|src)="(?!#)', drawn())


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ("{", "is not JSON"),
        ("[]", "is no specification"),
        (json.dumps({"mark": "nonsense", "encoding": {"x": 3}}), "cannot be drawn"),
    ],
)
def test_a_broken_specification_names_the_figure(spec: str, words: str) -> None:
    with pytest.raises(ChartFaultError, match=words) as fault:
        draw(NAME, FIGURE, LIBRARY.facts, spec, INKS)
    assert repr(NAME) in str(fault.value)


def test_a_label_that_would_be_cut_is_refused() -> None:
    label = "Brought in by somebody who had no room left on the shelf at home"
    bar = FIGURE.bars[0].model_copy(update={"label": label})
    figure = FIGURE.model_copy(update={"bars": (bar, *FIGURE.bars[1:])})
    with pytest.raises(ChartFaultError, match="is not drawn in full") as fault:
        draw(NAME, figure, LIBRARY.facts, SPEC, INKS)
    assert label in str(fault.value)
