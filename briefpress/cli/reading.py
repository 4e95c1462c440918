"""The command that tells how hard the text is to read: a table, and the longest sentences."""

import click

from briefpress.cli.console import as_data, print_json, show_diagnostics, table
from briefpress.cli.options import FAILED, Asked
from briefpress.cli.pressing import exit_code, request_of
from briefpress.order import look
from briefpress.readability import LONG, Reading, readings_of

HEAD = ("audience", "sentences", "words", "words a sentence", f"over {LONG}", "grade")
NOTE = (
    "grade: Flesch-Kincaid, with the syllables that pyphen finds (a little few); "
    "for comparing, no verdict"
)


def run_readability(asked: Asked, *, longest: int) -> int:
    """Print the readings of the audiences that were asked for; nothing fails for being long."""
    library, editions, found = look(request_of(asked))
    if library is None or not editions:
        show_diagnostics(found)
        return exit_code(found, strict=asked.strict) or FAILED
    readings = readings_of(library, editions)
    if asked.json:
        data = [_as_data(reading, longest) for reading in readings]
        print_json({"readings": data, "diagnostics": [as_data(d) for d in found]})
    else:
        show_diagnostics(found)
        click.echo(table([HEAD, *(_row(reading) for reading in readings)]))
        click.echo(NOTE)
        for reading in readings:
            for one in reading.longest(longest):
                click.echo(f"{reading.audience}: {one.words} words: {one.where}: {one.text}")
    return exit_code(found, strict=asked.strict)


def _row(reading: Reading) -> tuple[str, ...]:
    return (
        reading.audience,
        str(len(reading.sentences)),
        str(reading.words),
        f"{reading.mean:.1f}",
        str(reading.long),
        f"{reading.grade:.1f}" if reading.grade else "",
    )


def _as_data(reading: Reading, longest: int) -> dict[str, object]:
    return {
        "audience": reading.audience,
        "sentences": len(reading.sentences),
        "words": reading.words,
        "words_a_sentence": round(reading.mean, 2),
        "long": reading.long,
        "grade": round(reading.grade, 2),
        "longest": [
            {"words": one.words, "file": one.where.file, "line": one.where.line, "text": one.text}
            for one in reading.longest(longest)
        ],
    }
