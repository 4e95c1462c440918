"""The commands that begin something new: new publication and new brand."""

import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import click

from briefpress.cli.asking import Asking, Check, Rules
from briefpress.cli.console import show_diagnostics
from briefpress.cli.options import FAILED, FINE, Asked
from briefpress.cli.pressing import request_of
from briefpress.diagnostics import has_errors
from briefpress.load import answer_fault
from briefpress.packs.answers import Answers, short_name_of, tidied
from briefpress.packs.slug import slug_of
from briefpress.start import find_ground, has_brand, start_brand, start_publication, start_specimen

FRONT_DOOR = "Children’s front door"
SOURCE = Path("source")


def run_new_publication(folder: Path) -> int:
    """Write the starter, unless something is there already."""
    faults = start_publication(folder)
    show_diagnostics(faults)
    if faults:
        return FAILED
    click.echo(f"{folder} is ready. Build it:\n  cd {folder}\n  briefpress")
    return FINE


def run_new_brand(asked: Asked, options: Mapping[str, Any]) -> int:
    """Write a pack from the options and, on a terminal, from answers; say what to type next."""
    request = request_of(asked)
    ground, found = find_ground(request, program())
    if ground is None:
        show_diagnostics(found)
        return FAILED
    judge = partial(answer_fault, demonstration=options["demonstration"])
    rules = Rules(partial(_fault, judge, asked.source), _proposed, tidied)
    given = {name: value for name, value in options.items() if isinstance(value, str)}
    asking = Asking(rules, {**given, "area": "; ".join(options["area"])})
    known = asking.on_terminal() if sys.stdin.isatty() else asking.by_options()
    areas = tuple(area.strip() for area in known.pop("area").split(";") if area.strip())
    answers = Answers(**known, areas=areas, demonstration=options["demonstration"])
    begun = start_brand(request, ground, answers)
    show_diagnostics(begun.diagnostics)
    if has_errors(begun.diagnostics):
        return FAILED
    click.echo(_farewell(begun.folder, answers.slug, asked.source))
    return FINE


def run_specimen(asked: Asked, folder: Path, count: int) -> int:
    """Write a publication of invented boards; say how to build it."""
    faults = start_specimen(request_of(asked), folder, count)
    show_diagnostics(faults)
    if has_errors(faults):
        return FAILED
    places = f"--source {folder / 'source'} --output {folder / 'output'}"
    click.echo(
        f"{folder} has {count} invented boards. Type next:\n"
        f"  {program()} brands {places}\n"
        f"  {program()} {places}"
    )
    return FINE


def program() -> str:
    """What a user types to start briefpress here."""
    return "python build.py" if Path(sys.argv[0]).name == "build.py" else "briefpress"


def _fault(judge: Check, source: Path, field: str, answer: str) -> str:
    fault = judge(field, answer)
    if field == "slug" and not fault and has_brand(source, answer):
        return f"there is a brand {answer!r} already; take another name, such as {answer}-2"
    return fault


def _proposed(field: str, known: Mapping[str, str]) -> str:
    """What follows from the name."""
    if field == "slug":
        return slug_of(known["name"])
    if field == "short_name":
        return short_name_of(known["name"])
    return FRONT_DOOR if field == "front_door" else ""


def _farewell(folder: Path, slug: str, source: Path) -> str:
    """Where the pack is, and the two commands to type next."""
    where = "" if source == SOURCE else f" --source {source}"
    return "\n".join(
        (
            f"{folder} is ready: brand.yaml, and two logos drawn from the name. Type next:",
            f"  {program()} check --brand {slug}{where}",
            f"  {program()} --brand {slug}{where}",
        )
    )
