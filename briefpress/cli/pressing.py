"""The commands that press: build and check."""

import os
from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from briefpress.cli.console import show_diagnostics, show_json, show_recalled, show_summary
from briefpress.cli.options import FAILED, FINE, USAGE, Asked
from briefpress.cli.progress import Progress
from briefpress.diagnostics import Diagnostic, Severity
from briefpress.program import find_layouts
from briefpress.recalling import key_of, recall
from briefpress.scratch import sweep_scratch

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager

    from briefpress.order import Request
    from briefpress.pipeline import Outcome
    from briefpress.workers.nursery import Nursery

NOT_ASKED = ("output", "json", "quiet", "verbose", "jobs", "all", "cluster")
"""Options that change nothing of what a build finds and makes."""


def request_of(asked: Asked) -> "Request":
    """What the command line asks of the pipeline."""
    from briefpress.order import Request  # noqa: PLC0415 - half a second, which few recall
    from briefpress.selection import USUAL_PRINTER, USUAL_SHOP, Wanted  # noqa: PLC0415

    return Request(
        source=asked.source,
        layouts=asked.layouts or find_layouts(asked.source),
        output=asked.output,
        today=_today(asked).date(),
        wanted=Wanted(
            brands=asked.brand,
            audiences=asked.audience,
            layouts=asked.layout,
            formats=asked.format,
            sizes=asked.size,
            printer=asked.printer or USUAL_PRINTER,
            shop=asked.print_profile or USUAL_SHOP,
            mixed=asked.mixed,
        ),
        strict=asked.strict,
        proof=asked.proof,
        jobs=asked.jobs or _cores(),
        anew=asked.all,
        direct=asked.direct,
        cluster=asked.cluster,
    )


def run_build(asked: Asked) -> int:
    """Build, show what came of it, and give the exit code. If nothing has changed, say that."""
    sweep_scratch()
    key = "" if asked.proof else _key(asked)
    recalled = None if asked.all else recall(asked.output, key)
    if recalled is not None:
        show_recalled(recalled, as_json=asked.json, quiet=asked.quiet)
        return exit_code(recalled.diagnostics, strict=asked.strict)
    progress = Progress(quiet=asked.quiet or asked.json, verbose=asked.verbose)
    with _nursery(asked) as nursery:
        from briefpress.pipeline import build  # noqa: PLC0415 - as above

        outcome = build(replace(request_of(asked), key=key), progress, nursery)
    sweep_scratch()  # Who was dying when this began is dead by now.
    return _show(outcome, asked, verb="proofed" if asked.proof else "built")


def _nursery(asked: Asked) -> "AbstractContextManager[Nursery | None]":
    """Where workers get ready while it is found out what there is to do; none if none is to be."""
    if asked.cluster or (asked.jobs or _cores()) == 1:
        return nullcontext()
    from briefpress.warming import warm  # noqa: PLC0415 - as above
    from briefpress.workers.nursery import nursery  # noqa: PLC0415

    return nursery(partial(warm, asked.layouts or find_layouts(asked.source)))


def _key(asked: Asked) -> str:
    """The hash of all that a build is made of; the day decides which reviews are told."""
    given = {name: value for name, value in vars(asked).items() if name not in NOT_ASKED}
    words = [f"{name} {value}" for name, value in {**given, "today": _today(asked).date()}.items()]
    return key_of(words, asked.source, asked.layouts or find_layouts(asked.source))


def _today(asked: Asked) -> datetime:
    return asked.today or datetime.now().astimezone()


def run_check(asked: Asked) -> int:
    """Check, show what was found, and give the exit code."""
    from briefpress.pipeline import verify  # noqa: PLC0415 - as above

    progress = Progress(quiet=asked.quiet or asked.json, verbose=asked.verbose)
    outcome = verify(request_of(asked), progress)
    return _show(outcome, asked, verb="passed")


def exit_code(found: "Iterable[Diagnostic]", *, strict: bool) -> int:
    """0 fine, 1 something has an error (with `strict`, a warning), 2 wrong usage."""
    found = tuple(found)
    if any(d.code == "SELECTION" for d in found):
        return USAGE
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return FAILED if any(d.severity in bad for d in found) else FINE


def _cores() -> int:
    """The cores that this process may use; a container often has fewer than the machine."""
    may = getattr(os, "sched_getaffinity", None)
    return len(may(0)) if may else os.cpu_count() or 1


def _show(outcome: "Outcome", asked: Asked, *, verb: str) -> int:
    if asked.json:
        show_json(outcome)
    else:
        show_diagnostics(outcome.diagnostics)
        if not asked.quiet:
            show_summary(outcome, verb=verb)
    return exit_code(outcome.diagnostics, strict=asked.strict)
