"""Colours of a brand held against each other: what fails is told with its cure, the rest is not."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefpress.load import load
from briefpress.load.colorlint import contrast_faults
from briefpress.model.colors import TOKENS, Color, Contrast, Pair, Use
from briefpress.model.library import Loaded
from briefpress.palette import PAIRS
from tests.conftest import TODAY, Edit
from tests.unit.compose.support import specimen_library

BRAND = specimen_library().brands["wexbridge"].data


B33 = (
    "BRAND-CONTRAST: on_primary #ffffff (color.tokens.on_primary) on primary #7fb2e5 is 2.23:1; "
    "4.5:1 is needed (WCAG 1.4.3)"
)


def said(*pairs: Pair, level: Contrast = Contrast.NORMAL, **given: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    color = Color.model_validate({"primary": "#0b5c7a", **given})
    brand = BRAND.model_copy(update={"color": color, "contrast": level})
    return [(f"{f.code}: {f.message}", f.hint) for f, _ in contrast_faults(brand, pairs or PAIRS)]


def test_b33_white_on_a_pale_field() -> None:
    assert said(primary="#7fb2e5", tokens={"on_primary": "#ffffff"}) == [
        (
            B33,
            "#404040 as color.tokens.on_primary or #497aaa as color.primary passes",
        )
    ]


def test_what_a_brand_leaves_open_is_made_legible() -> None:
    assert said(primary="#7fb2e5") == []
    assert said(primary="#f7e27a", secondary="#1d4f91") == []


@pytest.mark.parametrize(
    ("given", "start"),
    [
        ({"tokens": {"text": "#7fb2e5"}}, "text #7fb2e5 (color.tokens.text) on paper #ffffff is"),
        ({"tokens": {"quiet": "#aaaaaa"}}, "quiet #aaaaaa (color.tokens.quiet) on paper"),
        (
            {"tokens": {"mid": "#cccccc"}},
            "mid #cccccc (color.tokens.mid) on paper #ffffff is 1.6:1",
        ),
        ({"tokens": {"on_accent": "#888888"}}, "on_accent #888888 (color.tokens.on_accent) on"),
        ({"foreground": "#999999"}, "ink #999999 (color.foreground) on paper #ffffff is 2.84:1"),
        ({"tokens": {"tint": "#777777", "text": "#0b5c7a"}}, "text #0b5c7a (color.tokens.text) on"),
    ],
)
def test_what_a_brand_gives_is_held_to_its_grounds(given: dict[str, Any], start: str) -> None:
    found = said(**given)
    assert found
    assert all(message.startswith("BRAND-CONTRAST: ") for message, _ in found)
    assert any(message.partition(": ")[2].startswith(start) for message, _ in found)
    assert all("passes" in hint for _, hint in found)


def test_a_ratio_that_fails_by_a_hair_does_not_look_as_if_it_passed() -> None:
    (found,) = said(Pair(ink="text", ground="paper"), tokens={"text": "#777777"})
    assert "is 4.47:1; 4.5:1 is needed" in found[0]


def test_the_colour_that_is_offered_passes() -> None:
    ((_, hint), *_) = said(tokens={"text": "#7fb2e5"})
    assert said(tokens={"text": hint.split()[0]}) == []


def test_greys_are_a_warning() -> None:
    ((message, hint),) = said(primary="#008b00", secondary="#0b5c7a")
    assert message.startswith("BRAND-GREY: on_primary #000000 on primary #008b00 is 2.6")
    assert message.endswith("in a print in greys; 3:1 can be read")
    assert said(primary=hint.split()[0], secondary="#0b5c7a") == []


def test_high_contrast_never_fails() -> None:
    tokens = {"text": "#7fb2e5", "on_primary": "#ffffff", "tint": "#cccccc"}
    for primary in ("#7fb2e5", "#008b00", "#808080"):
        assert said(primary=primary, tokens=tokens, level=Contrast.HIGH) == []


def test_a_layout_may_add_a_pair(edit: Edit, layouts: Path, tmp_path: Path) -> None:
    own = shutil.copytree(layouts, tmp_path / "layouts")
    text = (own / "card" / "layout.yaml").read_text()
    pair = "pairs:\n  - {ink: accent, ground: primary, use: graphic}\n"
    (own / "card" / "layout.yaml").write_text(text + pair)
    found = load(edit.root, own, TODAY).diagnostics
    (fault,) = (d for d in found if d.scope.covers("wexbridge", "hosts", "card"))
    assert fault.code == "BRAND-CONTRAST"
    assert fault.scope.layouts == frozenset({"card"})
    assert not any(d.scope.covers("wexbridge", "hosts", "briefing") for d in found)


def test_a_foreground_for_dark_screens_is_told(edit: Edit, load_it: Callable[[], Loaded]) -> None:
    edit.write(
        "brands/night/_brand.yml",
        "meta: {name: Night}\n"
        "color: {primary: '#159989', foreground: white, background: '#222222'}\n",
    )
    assert [d.message for d in load_it().diagnostics if "foreground" in d.message] == [
        "documents do not use color.foreground: it is made for a dark background"
    ]


def test_uses_have_their_ratios() -> None:
    large = Pair(ink="text", ground="paper", use=Use.LARGE)
    assert said(large, tokens={"text": "#949494"}) == []
    ((message, _),) = said(large, tokens={"text": "#999999"})
    assert "3:1 is needed (WCAG 1.4.3, large text)" in message


def test_every_token_is_held_to_something() -> None:
    seen = {token for pair in PAIRS for token in (pair.ink, pair.ground)}
    assert seen == set(TOKENS)
