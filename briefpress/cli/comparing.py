"""The command that compares two builds: what changed, in words, and where the pages are."""

from collections.abc import Iterable
from pathlib import Path

import click

from briefpress.cli.console import as_data, colors, print_json, show_diagnostics
from briefpress.cli.options import Asked
from briefpress.cli.pressing import exit_code, request_of
from briefpress.contents import DIFF
from briefpress.inquiry import compare
from briefpress.model.differences import Differences, ItemChange, LookChange, Sort, Words
from briefpress.model.edition import Edition

_STYLES = {Sort.ADDED: "green", Sort.REMOVED: "red", Sort.CHANGED: "yellow"}
_SIGNS = {Sort.ADDED: "{{+{}+}}", Sort.REMOVED: "[-{}-]"}


def run_diff(asked: Asked, old: Path) -> int:
    """Print what changed, and give the exit code."""
    changes, found = compare(request_of(asked), old)
    if asked.json:
        data = _as_data(changes) if changes else None
        print_json({"changes": data, "diagnostics": [as_data(one) for one in found]})
    else:
        show_diagnostics(found)
        if changes and not asked.quiet:
            _show(changes)
            click.echo(f"the same, with pictures of the pages: {asked.output / DIFF}", err=True)
    return exit_code(found, strict=asked.strict)


def _show(changes: Differences) -> None:
    for item in changes.items:
        sort = click.style(str(item.sort), fg=_STYLES[item.sort])
        line = f"{item.kind.removesuffix('s')} {item.id} {sort} ({_who(item.editions)})"
        click.echo(line, color=colors())
        for one in item.fields:
            click.echo(f"  {one.name}: {_written(one.words)}", color=colors())
    for name, editions in (("added", changes.added), ("removed", changes.removed)):
        if editions:
            click.echo(f"{name}: {_who(editions)}")
    click.echo(
        f"{_count(len(changes.changed))} changed, {len(changes.added)} added, "
        f"{len(changes.removed)} removed, {changes.same} the same"
    )


def _written(words: Iterable[Words]) -> str:
    """Words as differences of words are often written: `[-gone-] {+new+}`."""
    return " ".join(
        click.style(_SIGNS[run.sort].format(run.text), fg=_STYLES[run.sort])
        if run.sort
        else run.text
        for run in words
        if run.text
    )


def _who(editions: Iterable[Edition]) -> str:
    """`briefing: hosts, fixers; card: hosts`, whatever their boards."""
    found: dict[str, dict[str, None]] = {}
    for edition in editions:
        found.setdefault(edition.layout, {})[edition.audience] = None
    return "; ".join(f"{layout}: {', '.join(names)}" for layout, names in found.items())


def _count(number: int) -> str:
    return "1 edition" if number == 1 else f"{number} editions"


def _as_data(changes: Differences) -> dict[str, object]:
    return {
        "before": changes.before,
        "now": changes.now,
        "items": [_item_data(item) for item in changes.items],
        "pages": [_look_data(look) for look in changes.looks],
        "added": [edition.id for edition in changes.added],
        "removed": [edition.id for edition in changes.removed],
        "same": changes.same,
    }


def _item_data(item: ItemChange) -> dict[str, object]:
    return {
        "kind": item.kind,
        "id": item.id,
        "change": str(item.sort),
        "fields": {one.name: _words_data(one.words) for one in item.fields},
        "editions": [edition.id for edition in item.editions],
    }


def _look_data(look: LookChange) -> dict[str, object]:
    return {
        "editions": [edition.id for edition in look.editions],
        "words": _words_data(look.words),
        "pages": [{"before": pair.before, "now": pair.now} for pair in look.pages],
        "missing": look.missing,
    }


def _words_data(words: Iterable[Words]) -> list[dict[str, str]]:
    return [{"change": str(run.sort or "same"), "text": run.text} for run in words]
