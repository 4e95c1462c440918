"""The command: arguments, printing, exit code. The only place that prints or exits."""

import gc
import sys
import traceback

import click

from briefpress.cli.commands import briefpress
from briefpress.cli.options import FAILED, STOPPED

__all__ = ["main"]

VERBOSE = {"-v", "--verbose"}


def main() -> None:
    """Run the command with the arguments of the process, and exit.

    The process is short, and what it makes while it starts and loads it keeps: without looking for
    garbage in that, nor once more at the end, a card is made in two thirds of the time (measured).
    Workers collect between jobs.
    """
    gc.disable()
    code = _code(sys.argv[1:])
    gc.freeze()
    sys.exit(code)


def _code(arguments: list[str]) -> int:
    """Run the command. Whatever happens ends in a line and an exit code, never in a traceback."""
    try:
        return int(briefpress.main(arguments, prog_name="briefpress", standalone_mode=False) or 0)
    except click.ClickException as refused:
        refused.show()
        return refused.exit_code
    except (click.Abort, KeyboardInterrupt) as stop:
        # click turns an EOFError into the same thing, and that would be a fault of ours.
        if not isinstance(stop.__cause__, EOFError):
            click.echo("stopped", err=True)
            return STOPPED
        return _confess(stop.__cause__, verbose=bool(VERBOSE & set(arguments)))
    except Exception as error:  # noqa: BLE001 - nobody is ever shown a traceback unasked
        return _confess(error, verbose=bool(VERBOSE & set(arguments)))


def _confess(error: Exception, *, verbose: bool) -> int:
    """Say in one line that briefpress itself, or the machine, is at fault."""
    from briefpress.workers import told  # noqa: PLC0415 - hardly ever needed

    if verbose:
        traceback.print_exception(error)
    click.echo(f"internal error: {told(error)}", err=True)
    if isinstance(error, (ImportError, OSError)):
        click.echo("  hint: `briefpress doctor` says what this machine lacks", err=True)
    else:
        click.echo("  hint: please report this line, and what you did", err=True)
    return FAILED
