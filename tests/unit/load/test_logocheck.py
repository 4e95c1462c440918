"""What layouts have against logos: each rule where it speaks, and where it is quiet."""

from collections.abc import Callable

import pytest

from tests.conftest import Edit
from tests.unit.load.logos.support import file, picture, svg

PACK = "brands/wexbridge/brand.yaml"
COUNCIL = "logo: {path: partners/council.svg, alt: Town Council}"
Faults = Callable[[], list[str]]


def council(edit: Edit, name: str, data: bytes, alt: str = "Town Council") -> None:
    """Another logo of the council."""
    edit.replace(PACK, COUNCIL, f"logo: {{path: partners/{name}, alt: '{alt}'}}")
    (edit.root / "brands/wexbridge/partners" / name).write_bytes(data)


def codes(faults: Faults) -> list[str]:
    return [line.split(": ")[1].split(" ")[0] for line in faults() if "LOGO-" in line]


@pytest.mark.parametrize("alt", ["Logo", " logo. ", "Image", "c.svg", "c", "The logo", "PNG"])
def test_words_that_say_nothing(alt: str, edit: Edit, faults: Faults) -> None:
    council(edit, "c.svg", svg('<rect width="50" height="10"/>'), alt)
    assert codes(faults) == ["LOGO-ALT"]


@pytest.mark.parametrize("alt", ["C", "Council", "Logo of the Town Council", "Image Works CIC"])
def test_words_that_say_whose_it_is(alt: str, edit: Edit, faults: Faults) -> None:
    council(edit, "council.v2.svg", svg('<rect width="50" height="10"/>'), alt)
    assert codes(faults) == []


@pytest.mark.parametrize(
    ("width", "found"),
    [(350, ["LOGO-COARSE"]), (360, ["LOGO-SOFT"]), (525, ["LOGO-SOFT"]), (535, [])],
)
def test_pixels_are_counted_where_the_logo_is_printed_largest(
    width: int, found: list[str], edit: Edit, faults: Faults
) -> None:
    """The line of the briefing's cover prints a logo five times as wide as high 45 mm wide."""
    council(
        edit, "c.png", file(picture("RGB").crop((200, 120, 280, 136)).resize((width, width // 5)))
    )
    assert codes(faults) == found


def test_a_larger_room_asks_for_more_pixels(edit: Edit, faults: Faults) -> None:
    """The board's own logo is 75 mm wide on the cover; in large print it would be wider."""
    edit.replace(PACK, "{path: logo.svg,", "{path: logo.png,")
    ours = picture("RGB").crop((200, 120, 280, 136))
    (edit.root / "brands/wexbridge/logo.png").write_bytes(file(ours.resize((900, 180))))
    assert codes(faults) == []
    edit.replace("publication.yaml", "formats: [screen]", "formats: [screen, large-print]")
    assert codes(faults) == ["LOGO-SOFT"]


def test_a_logo_that_is_named_in_words_needs_no_pixels(edit: Edit, faults: Faults) -> None:
    edit.replace(PACK, "role: lead, logo", "role: supporter, logo")
    council(edit, "c.png", file(picture("RGB", (60, 30))))
    assert codes(faults) == []


@pytest.mark.parametrize(
    ("width", "height", "found"),
    [(90, 10, []), (110, 10, ["LOGO-SHAPE"]), (10, 29, []), (10, 40, ["LOGO-SHAPE"])],
)
def test_shapes(width: int, height: int, found: list[str], edit: Edit, faults: Faults) -> None:
    body = f'<rect width="{width}" height="{height}"/>'
    council(edit, "c.svg", svg(body, f'viewBox="0 0 {width} {height}"'))
    assert codes(faults) == found


@pytest.mark.parametrize(
    ("color", "found"),
    [("#ffffff", ["LOGO-UNSEEN"]), ("#fff6d0", ["LOGO-UNSEEN"]), ("#e0a000", []), ("#333", [])],
)
def test_what_can_be_seen_on_paper(
    color: str, found: list[str], edit: Edit, faults: Faults
) -> None:
    council(edit, "c.svg", svg(f'<rect width="50" height="10" fill="{color}"/>'))
    assert codes(faults) == found


def test_a_dark_version_is_held_against_the_field_if_it_stands_there(
    edit: Edit, faults: Faults
) -> None:
    dark = "brands/wexbridge/logo-reversed.svg"
    edit.write(dark, svg('<rect width="50" height="10" fill="#4a2545"/>').decode())
    assert codes(faults) == ["LOGO-DARK"]
    edit.replace(PACK, 'plum: "#4a2545"', 'plum: "#f7e27a"')
    assert codes(faults) == []


def test_one_logo_of_the_nhs_and_any_number_of_names(edit: Edit, faults: Faults) -> None:
    edit.replace(PACK, "{name: The Tool Library, role: supporter}", "{name: North, role: nhs}")
    edit.replace(PACK, "name: Wexbridge Town Council, role: lead", "name: South, role: nhs")
    assert codes(faults) == []


def test_inks_matter_to_print_editions(edit: Edit, faults: Faults) -> None:
    council(edit, "c.png", file(picture("RGB", (1200, 600))))
    assert codes(faults) == []
    edit.replace("publication.yaml", "formats: [screen]", "formats: [screen, print]")
    assert codes(faults) == ["LOGO-RGB"]
