"""The commands. Each imports what it needs when it runs, so that `--help` is quick."""

from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from briefpress import __version__
from briefpress.cli.options import (
    FOLDER,
    Asked,
    build_options,
    check_options,
    evidence_options,
    shared_options,
    source_options,
    survey_options,
)


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
@check_options
@click.pass_context
def check(context: click.Context, /, **options: Any) -> None:  # noqa: ANN401
    """Check everything that a build would check; write nothing."""
    from briefpress.cli.pressing import run_check  # noqa: PLC0415

    context.exit(run_check(Asked(**options)))


@briefpress.command()
@build_options
@click.pass_context
def pack(context: click.Context, /, **options: Any) -> None:  # noqa: ANN401
    """Build everything that a board hands on, and put it into one archive."""
    from briefpress.cli.handing import run_pack  # noqa: PLC0415

    context.exit(run_pack(Asked(**options)))


@briefpress.command()
@shared_options
@click.pass_context
def calibrate(context: click.Context, /, **options: Any) -> None:  # noqa: ANN401
    """Write a sheet that shows the margins and the drift of a printer."""
    from briefpress.cli.handing import run_calibrate  # noqa: PLC0415

    context.exit(run_calibrate(Asked(**options)))


@briefpress.command("list")
@shared_options
@click.option("--why", is_flag=True, help="Say of each item why it is in an edition or not.")
@click.option("--stale", is_flag=True, help="Only those that a build would make now, and why.")
@click.pass_context
def list_(context: click.Context, /, *, why: bool, stale: bool, **options: Any) -> None:  # noqa: ANN401
    """List the editions that a build makes."""
    from briefpress.cli.listing import run_list, run_list_stale  # noqa: PLC0415

    if why and stale:
        message = (
            "give --why or --stale: one is about what is said, the other about what has changed"
        )
        raise click.UsageError(message)
    asked = Asked(**options)
    context.exit(run_list_stale(asked) if stale else run_list(asked, why=why))


@briefpress.command()
@evidence_options
@click.pass_context
def evidence(context: click.Context, /, **options: Any) -> None:  # noqa: ANN401
    """Say what each fact and message rests on, and which editions carry it."""
    from briefpress.cli.grounding import Narrowed, run_evidence  # noqa: PLC0415

    narrowed = Narrowed(**{name: options.pop(name) for name in Narrowed.__annotations__})
    context.exit(run_evidence(Asked(**options), narrowed))


@briefpress.command()
@click.argument("old_output", type=click.Path(path_type=Path, file_okay=False, exists=True))
@shared_options
@click.pass_context
def diff(context: click.Context, /, *, old_output: Path, **options: Any) -> None:  # noqa: ANN401
    """Say what changed since the build in another folder.

    OLD_OUTPUT is the output folder of that build; it is compared with the one of --output.
    """
    from briefpress.cli.comparing import run_diff  # noqa: PLC0415

    context.exit(run_diff(Asked(**options), old_output))


@briefpress.command()
@shared_options
@click.option(
    "--longest", type=click.IntRange(min=0), default=3, help="Sentences to show. [3 an audience]"
)
@click.pass_context
def readability(context: click.Context, /, *, longest: int, **options: Any) -> None:  # noqa: ANN401
    """Say how long the sentences are for each audience, and show the longest."""
    from briefpress.cli.reading import run_readability  # noqa: PLC0415

    context.exit(run_readability(Asked(**options), longest=longest))


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


@briefpress.command()
@survey_options
@click.pass_context
def brands(context: click.Context, /, **options: Any) -> None:  # noqa: ANN401
    """Say what each brand has and lacks, those that need attention first."""
    from briefpress.cli.surveying import run_brands  # noqa: PLC0415

    context.exit(run_brands(Asked(**options)))


@briefpress.command()
@click.argument("folder", type=FOLDER)
@click.option(
    "--brands",
    type=click.IntRange(1, 900),
    default=150,
    metavar="COUNT",
    help="How many, 900 at most. [150]",
)
@source_options
@click.pass_context
def specimen(context: click.Context, /, folder: Path, brands: int, **options: Any) -> None:  # noqa: ANN401
    """Write the publication with invented boards, always the same ones, to try things out."""
    from briefpress.cli.beginning import run_specimen  # noqa: PLC0415

    context.exit(run_specimen(Asked(**options), folder, brands))


@briefpress.group()
def new() -> None:
    """Start something new."""


@new.command("publication")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_context
def new_publication(context: click.Context, folder: Path) -> None:
    """Write a small publication that builds, to start from."""
    from briefpress.cli.beginning import run_new_publication  # noqa: PLC0415

    context.exit(run_new_publication(folder))


@new.command("brand")
@click.argument("name", default="")
@source_options
@click.option("--slug", metavar="NAME", help="Of its folder and files. [from the name]")
@click.option("--short-name", metavar="NAME", help="Where the full one has no room.")
@click.option("--area", multiple=True, metavar="NAME", help="An area; may be repeated.")
@click.option("--phone", metavar="NUMBER", help="Of the front door, as it is printed.")
@click.option("--front-door", metavar="NAME", help="What the front door is called.")
@click.option("--out-of-hours", metavar="NUMBER", help="When the front door is closed.")
@click.option("--email", metavar="ADDRESS", help="Of the front door.")
@click.option("--website", metavar="ADDRESS", help="Of the board: https://…")
@click.option("--colour", metavar="HEX", help="Of the board, such as 0f4c5c.")
@click.option("--accent", metavar="HEX", help="Its second colour.")
@click.option("--owner", metavar="NAME", help="Who answers for its documents.")
@click.option("--demonstration", is_flag=True, help="The board is invented.")
@click.pass_context
def new_brand(context: click.Context, /, **options: Any) -> None:  # noqa: ANN401
    """Write the pack of a new board. On a terminal it asks for what is not given."""
    from briefpress.cli.beginning import run_new_brand  # noqa: PLC0415

    asked = Asked(*(options.pop(name) for name in ("source", "layouts", "today")))
    context.exit(run_new_brand(asked, options))
