"""The commands that press: build and check."""

import os
from datetime import datetime

from briefpress.cli.console import Progress, show_diagnostics, show_json, show_summary
from briefpress.cli.options import FAILED, FINE, USAGE, Asked
from briefpress.diagnostics import Severity
from briefpress.pipeline import Outcome, Request, build, find_layouts, verify
from briefpress.selection import USUAL_PRINTER, USUAL_SHOP, Wanted


def request_of(asked: Asked) -> Request:
    """What the command line asks of the pipeline."""
    return Request(
        source=asked.source,
        layouts=asked.layouts or find_layouts(asked.source),
        output=asked.output,
        today=(asked.today or datetime.now().astimezone()).date(),
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
    """Build, show what came of it, and give the exit code."""
    progress = Progress(quiet=asked.quiet or asked.json, verbose=asked.verbose)
    outcome = build(request_of(asked), progress)
    return _show(outcome, asked, verb="proofed" if asked.proof else "built")


def run_check(asked: Asked) -> int:
    """Check, show what was found, and give the exit code."""
    progress = Progress(quiet=asked.quiet or asked.json, verbose=asked.verbose)
    outcome = verify(request_of(asked), progress)
    return _show(outcome, asked, verb="passed")


def exit_code(outcome: Outcome, *, strict: bool) -> int:
    """0 fine, 1 something has an error (with `strict`, a warning), 2 wrong usage."""
    if any(d.code == "SELECTION" for d in outcome.diagnostics):
        return USAGE
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return FAILED if any(d.severity in bad for d in outcome.diagnostics) else FINE


def _cores() -> int:
    """The cores that this process may use; a container often has fewer than the machine."""
    may = getattr(os, "sched_getaffinity", None)
    return len(may(0)) if may else os.cpu_count() or 1


def _show(outcome: Outcome, asked: Asked, *, verb: str) -> int:
    if asked.json:
        show_json(outcome)
    else:
        show_diagnostics(outcome.diagnostics)
        if not asked.quiet:
            show_summary(outcome, verb=verb)
    return exit_code(outcome, strict=asked.strict)
