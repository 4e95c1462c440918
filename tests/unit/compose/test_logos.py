"""Logos on a page: the version for the ground, on a plate where it needs one, and the line."""

from dataclasses import replace

import pytest

from briefpress.compose.logos import Image, Logos
from briefpress.model.edition import Manuscript
from briefpress.model.logofile import LogoFile
from briefpress.model.logos import Logo
from briefpress.model.organisation import Partner
from briefpress.model.rooms import LogoLine, LogoRoom
from briefpress.palette import palette_of
from tests.unit.compose.support import library_with, manuscript_of

PLUM, PRIMROSE = "#4a2545", "#f7e27a"
LINE = LogoLine(width=170.0, height=9.0, tallest=12.0, least=5.5, gap=7.0)
ROOM = LogoRoom(width=100.0, height=15.0, tallest=26.0)


def manuscript(
    primary: str = PLUM,
    *,
    dark: str = "reversed",
    files: dict[str, LogoFile] | None = None,
    partners: tuple[Partner, ...] = (),
    rooms: bool = True,
) -> Manuscript:
    """The specimen's board with a colour, logo files and partners of the test's own."""
    found = manuscript_of(library_with("x"))
    data = found.brand.data
    color = data.color.model_copy(update={"primary": primary})
    logo = Logo.model_validate(
        {
            "images": {
                "mark": {"path": "mark.svg", "alt": "Mark"},
                "reversed": {"path": "reversed.svg", "alt": "Reversed"},
            },
            "medium": {"light": "mark", "dark": dark},
        }
    )
    update = {"color": color, "logo": logo, "partners": partners}
    names = ["mark.svg", "reversed.svg", *(p.logo.path for p in partners if p.logo)]
    given = {name: LogoFile(b"", 5.0, ("#000000",)) for name in names} | (files or {})
    brand = replace(found.brand, data=data.model_copy(update=update), logos=given)
    layout = found.layout
    if rooms:
        layout = replace(
            layout, data=layout.data.model_copy(update={"logo": ROOM, "partners": LINE})
        )
    return replace(found, brand=brand, layout=layout)


def logos(found: Manuscript) -> Logos:
    return Logos(found, palette_of(found.brand.data))


def on_color(primary: str, **options: object) -> tuple[str, bool]:
    """Which version stands on a field of this colour, and whether on a plate."""
    image = logos(manuscript(primary, **options)).on_color()  # type: ignore[arg-type]
    return image.alt, image.plate


def test_a_dark_field_takes_the_dark_version_and_a_light_one_the_light() -> None:
    assert on_color(PLUM) == ("Reversed", False)
    assert on_color(PRIMROSE) == ("Mark", False)


@pytest.mark.parametrize("dark", ["", "mark"])
def test_one_version_for_all_stands_on_a_plate_where_it_is_dark(dark: str) -> None:
    assert on_color(PLUM, dark=dark) == ("Mark", True)
    assert on_color(PRIMROSE, dark=dark) == ("Mark", False)


def test_a_dark_version_that_cannot_be_seen_is_not_shown() -> None:
    unseen = {"reversed.svg": LogoFile(b"", 5.0, ("#3a2040",))}
    assert on_color(PLUM, files=unseen) == ("Mark", True)


@pytest.mark.parametrize(
    "file",
    [
        LogoFile(b"", 5.0, ("#1f2933", "#f7d84a")),  # its yellow would be lost
        LogoFile(b"", 5.0, ("#1f2933", "#ffffff")),  # and so would its white
        LogoFile(b"", 5.0, ("#1f2933",), opaque=True),  # a box of its own
    ],
)
def test_on_a_light_field_a_logo_that_pales_there_stands_on_a_plate(file: LogoFile) -> None:
    assert on_color(PRIMROSE, files={"mark.svg": file}) == ("Mark", True)
    dark = LogoFile(b"", 5.0, ("#1f2933", "#1d4f91"))
    assert on_color(PRIMROSE, files={"mark.svg": dark}) == ("Mark", False)


def test_a_logo_is_as_large_as_its_room() -> None:
    files = {"mark.svg": LogoFile(b"", 2.5)}
    found = logos(manuscript(files=files))
    assert found.on_paper().css == "width:53.03mm;height:21.21mm"
    assert found.on_color().css == "width:75.00mm;height:15.00mm"
    assert logos(manuscript(rooms=False)).on_paper().css == ""


def test_a_logo_that_was_refused_leaves_its_place_to_be_seen_in_a_proof() -> None:
    found = manuscript()
    broken = replace(found, brand=replace(found.brand, logos={}))
    assert logos(broken).on_paper().width == 26.0
    assert logos(broken).on_color().alt == "Reversed"


def partner(name: str, role: str = "partner", *, logo: bool = True) -> Partner:
    picture = {"logo": {"path": f"{name}.svg", "alt": name}} if logo else {}
    return Partner.model_validate({"name": name, "role": role} | picture)


def names(images: tuple[Image, ...]) -> list[str]:
    return [image.alt for image in images]


def test_those_who_lead_stand_first_and_the_nhs_at_the_right() -> None:
    given = (partner("icb", "nhs"), partner("police"), partner("council", "lead"))
    line = logos(manuscript(partners=given)).line()
    assert names(line.logos) == ["council", "police", "icb"]
    assert (line.names, line.supporters, line.gap) == ((), (), 7.0)


def test_who_has_no_logo_and_who_supports_is_named() -> None:
    given = (
        partner("club", "supporter"),
        partner("school", logo=False),
        partner("council", "lead"),
        partner("first", "lead", logo=False),
    )
    line = logos(manuscript(partners=given)).line()
    assert names(line.logos) == ["council"]
    assert line.names == ("first", "school")
    assert line.supporters == ("club",)


def test_where_the_line_is_too_short_partners_are_named_before_the_nhs_and_who_leads() -> None:
    given = (*(partner(f"p{n}") for n in range(6)), partner("icb", "nhs"), partner("a", "lead"))
    line = logos(manuscript(partners=given)).line()
    assert names(line.logos) == ["a", "p0", "p1", "p2", "icb"]
    assert line.names == ("p3", "p4", "p5")


def test_a_layout_without_a_line_names_everybody() -> None:
    given = (partner("police"), partner("council", "lead"))
    line = logos(manuscript(partners=given, rooms=False)).line()
    assert (line.logos, line.names) == ((), ("council", "police"))


def test_partners_one_by_one_are_in_the_same_order() -> None:
    given = (partner("club", "supporter"), partner("icb", "nhs"), partner("council", "lead"))
    found = logos(manuscript(partners=given)).partners()
    assert [(p.name, p.role, p.logo is not None) for p in found] == [
        ("council", "lead", True),
        ("icb", "nhs", True),
        ("club", "supporter", False),
    ]
