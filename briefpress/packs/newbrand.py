"""A new brand: the files of its pack, from answers and from what the series says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from coloraide import Color
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from briefpress.model.brand import Brand
from briefpress.model.contacts import ContactKind
from briefpress.packs.answers import Answers, body_of, short_name_of, year_after
from briefpress.packs.logo import Faces, Inks, initials_mark, logo
from briefpress.packs.writing import quoted

PAPER, INK = "#ffffff", "#16262e"
READABLE = 4.5
"""WCAG 2.2, 1.4.3: words against their ground."""


@dataclass(frozen=True)
class Ground:
    """What a pack is made on: its template, the series, the ids of audiences, the day, the letters.

    `program` is what a user types to start briefpress.
    """

    template: str
    series: Brand
    audiences: tuple[str, ...]
    today: date
    program: str
    faces: Faces | None


def new_brand(answers: Answers, ground: Ground) -> Mapping[PurePosixPath, bytes]:
    """The files of a pack, by their path in its folder."""
    field = answers.colour or ground.series.color.value("primary")
    files = {PurePosixPath("brand.yaml"): _text(answers, ground).encode()}
    for name, inks in (
        ("logo.svg", Inks(field if _reads(field, PAPER) else INK, INK)),
        ("logo-reversed.svg", reversed_inks(field)),
    ):
        files[PurePosixPath(name)] = _placeholder(answers.name, ground.faces, inks)
    return files


def _text(answers: Answers, ground: Ground) -> str:
    env = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, keep_trailing_newline=True
    )
    # Quoted text needs no escaping for HTML, and nothing else that is typed goes in.
    env.filters["quoted"] = lambda text: Markup(quoted(text))  # noqa: S704
    short = answers.short_name or short_name_of(answers.name)
    return env.from_string(ground.template).render(
        slug=answers.slug,
        program=ground.program,
        name=answers.name,
        short_name=short,
        phone=answers.phone,
        front_door=answers.front_door,
        out_of_hours=answers.out_of_hours,
        email=answers.email,
        website=answers.website.rstrip("/"),
        colour=answers.colour,
        accent=answers.accent,
        areas=answers.areas,
        owner=answers.owner or short,
        demonstration=answers.demonstration,
        body=body_of(answers.name),
        emergency=_emergency(ground.series),
        audiences=ground.audiences,
        today=ground.today.isoformat(),
        review_by=year_after(ground.today).isoformat(),
    )


def _emergency(series: Brand) -> Mapping[str, object]:
    """The emergency contact as the series has it."""
    found = (c for c in series.contacts if c.kind is ContactKind.EMERGENCY)
    contact = next(found, None)
    return {
        "label": contact.label if contact else "In an emergency",
        "phones": contact.phones if contact else ("999",),
        "hours_note": contact.hours_note if contact else "",
    }


def _reads(color: str, ground: str) -> bool:
    return bool(Color(color).contrast(ground, method="wcag21") >= READABLE)


def reversed_inks(field: str) -> Inks:
    """What can be seen on a field of this colour."""
    ink = PAPER if _reads(PAPER, field) else INK
    return Inks(ink, ink)


def _placeholder(name: str, faces: Faces | None, inks: Inks) -> bytes:
    return logo(initials_mark(name, faces), name, faces, inks, placeholder=True)
