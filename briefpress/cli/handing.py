"""The commands that hand out: pack and calibrate."""

import click

from briefpress.cli.console import as_data as told
from briefpress.cli.console import print_json, show_diagnostics
from briefpress.cli.options import Asked
from briefpress.cli.pressing import exit_code, request_of
from briefpress.cli.progress import Progress
from briefpress.handout import HandedOut, calibrate, pack


def run_pack(asked: Asked) -> int:
    """Build and pack, and say where the archives are."""
    progress = Progress(quiet=asked.quiet or asked.json, verbose=asked.verbose)
    return _show(pack(request_of(asked), progress), asked)


def run_calibrate(asked: Asked) -> int:
    """Write the calibration sheet, and say where it is."""
    return _show(calibrate(request_of(asked)), asked)


def _show(handed: HandedOut, asked: Asked) -> int:
    found = handed.outcome.diagnostics
    if asked.json:
        paths = [str(path) for path in handed.paths]
        print_json({"written": paths, "diagnostics": [told(d) for d in found]})
    else:
        show_diagnostics(found)
        for path in handed.paths:
            click.echo(str(asked.output / path))
    return exit_code(handed.outcome.diagnostics, strict=asked.strict)
