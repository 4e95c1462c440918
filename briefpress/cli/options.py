"""Options that several commands share, and the request that they make."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
FINE, FAILED, USAGE = 0, 1, 2
STOPPED = 130
"""As shells have it: 128 and the number of the interrupt."""
FOLDER = click.Path(path_type=Path, file_okay=False)


@dataclass(frozen=True)
class Asked:
    """What stands on the command line, as typed. A command has some of these."""

    source: Path
    layouts: Path | None
    today: datetime | None
    output: Path = Path("output")
    brand: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    layout: tuple[str, ...] = ()
    format: tuple[str, ...] = ()
    size: tuple[str, ...] = ()
    printer: str = ""
    print_profile: str = ""
    mixed: bool = False
    strict: bool = False
    json: bool = False
    quiet: bool = False
    verbose: bool = False
    jobs: int | None = None
    cluster: str = ""
    proof: bool = False
    all: bool = False
    direct: bool = False


_BRAND = click.option(
    "--brand", multiple=True, metavar="NAME", help="Only this brand; may be repeated."
)
_NARROWING = (
    _BRAND,
    click.option(
        "--audience", multiple=True, metavar="NAME", help="Only this audience; may be repeated."
    ),
    click.option(
        "--layout", multiple=True, metavar="NAME", help="Only this layout; may be repeated."
    ),
    click.option(
        "--format", multiple=True, metavar="NAME", help="Only this format; may be repeated."
    ),
    click.option(
        "--size", multiple=True, metavar="NAME", help="Cards of this size; may be repeated."
    ),
    click.option("--printer", default="", metavar="NAME", help="Sheets for this printer."),
    click.option("--print-profile", default="", metavar="NAME", help="Print files for this shop."),
    click.option("--mixed", is_flag=True, help="Sheets with the cards of all audiences."),
)
_PLACES = (
    click.option(
        "--source", type=FOLDER, default=Path("source"), help="Where the publication is. [source]"
    ),
    click.option(
        "--layouts",
        type=FOLDER,
        default=None,
        help="Where the layouts are. [layouts, or those shipped]",
    ),
)
_OUTPUT = click.option(
    "--output", type=FOLDER, default=Path("output"), help="Where it is written. [output]"
)
_TODAY = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    metavar="DAY",
    help="Judge review and contact dates as on this day. [today]",
)
_SAYING = (
    click.option("--strict", is_flag=True, help="Warnings fail."),
    click.option("--json", is_flag=True, help="Print the result as JSON."),
    click.option("--quiet", "-q", is_flag=True, help="Print only what is wrong."),
)
_VERBOSE = click.option("--verbose", "-v", is_flag=True, help="Print a line for each edition.")
_BUILD = (
    click.option(
        "--jobs", type=click.IntRange(min=1), default=None, help="Processes at once. [the cores]"
    ),
    click.option(
        "--cluster", default="", metavar="ADDRESS", help="Send the work to this Dask scheduler."
    ),
    click.option("--proof", is_flag=True, help="Write marked proofs, even with errors."),
    click.option(
        "--direct", is_flag=True, help="Render each edition by itself, however many there are."
    ),
)
_ALL = click.option("--all", is_flag=True, help="Make everything, not only what is stale.")


_ITEMS = (
    click.option(
        "--item", "items", multiple=True, metavar="ID", help="Only this; may be repeated."
    ),
    click.option(
        "--kind",
        type=click.Choice(["all", "fact", "message"]),
        default="all",
        help="Only facts, or only messages. [all]",
    ),
    click.option("--page", type=int, default=0, help="Only what rests on this page of the report."),
    click.option("--unused", is_flag=True, help="Only what nothing uses."),
)


def source_options(command: F) -> F:
    """Give a command the options that say where things are, and which day it is."""
    return _with((*_PLACES, _TODAY), command)


def survey_options(command: F) -> F:
    """Give a command the options of one that tells about brands."""
    return _with((_BRAND, *_PLACES, _OUTPUT, _TODAY, *_SAYING), command)


def shared_options(command: F) -> F:
    """Give a command the options that narrow a build and say where things are."""
    return _with((*_NARROWING, *_PLACES, _OUTPUT, _TODAY, *_SAYING, _VERBOSE), command)


def evidence_options(command: F) -> F:
    """Give a command the options of one that tells what items rest on."""
    return shared_options(_with(_ITEMS, command))


def check_options(command: F) -> F:
    """Give a command the options of one that makes editions."""
    return shared_options(_with(_BUILD, command))


def build_options(command: F) -> F:
    """Give a command the options of a build, which makes only what is stale."""
    return check_options(_with((_ALL,), command))


def _with(options: tuple[Callable[[F], F], ...], command: F) -> F:
    for option in reversed(options):
        command = option(command)
    return command
