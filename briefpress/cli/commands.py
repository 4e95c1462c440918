"""The commands. Each imports what it needs when it runs, so that `--help` is quick."""

from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from briefpress import __version__
from briefpress.cli.options import Asked, build_options, shared_options


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@build_options
@click.version_option(__version__, prog_name="briefpress")
@click.pass_context
def briefpress(context: click.Context, /, **options: Any) -> None:  # noqa: ANN401 - click's options
    """Build branded briefings and cards from one source.

    Without a command, everything in the source is built into the output folder.
    """
    given = [
        name
        for name in options
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE
    ]
    if context.invoked_subcommand is not None and given:
        better = f"briefpress {context.invoked_subcommand} --{given[0]} …"
        message = f"put --{given[0]} behind the command: {better}"
        raise click.UsageError(message)
    if context.invoked_subcommand is None:
        from briefpress.cli.pressing import run_build  # noqa: PLC0415

        context.exit(run_build(Asked(**options)))


@briefpress.command()
@build_options
@click.pass_context
def build(context: click.Context, /, **options: Any) -> None:  # noqa: ANN401
    """Build (the same as no command)."""
    from briefpress.cli.pressing import run_build  # noqa: PLC0415

    context.exit(run_build(Asked(**options)))


@briefpress.command()
@build_options
@click.pass_context
def check(context: click.Context, /, **options: Any) -> None:  # noqa: ANN401
    """Check everything that a build would check; write nothing."""
    from briefpress.cli.pressing import run_check  # noqa: PLC0415

    context.exit(run_check(Asked(**options)))


@briefpress.command("list")
@shared_options
@click.option("--why", is_flag=True, help="Say of each item why it is in an edition or not.")
@click.pass_context
def list_(context: click.Context, /, *, why: bool, **options: Any) -> None:  # noqa: ANN401
    """List the editions that a build makes."""
    from briefpress.cli.listing import run_list  # noqa: PLC0415

    context.exit(run_list(Asked(**options), why=why))


@briefpress.command()
@click.argument("code")
@click.pass_context
def explain(context: click.Context, code: str) -> None:
    """Explain a diagnostic code."""
    from briefpress.cli.telling import run_explain  # noqa: PLC0415

    context.exit(run_explain(code))


@briefpress.command()
@click.pass_context
def doctor(context: click.Context) -> None:
    """Say what is installed, what is missing, and the command that mends it."""
    from briefpress.cli.telling import run_doctor  # noqa: PLC0415

    context.exit(run_doctor())


@briefpress.group()
def new() -> None:
    """Start something new."""


@new.command("publication")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_context
def new_publication(context: click.Context, folder: Path) -> None:
    """Write a small publication that builds, to start from."""
    from briefpress.cli.listing import run_new_publication  # noqa: PLC0415

    context.exit(run_new_publication(folder))
