"""The commands that only tell: explain and doctor. They run where a package is missing."""

import difflib

import click

from briefpress.catalogue import RULES, rule_of
from briefpress.cli.console import table
from briefpress.cli.options import FAILED, FINE, USAGE
from briefpress.doctor import examine


def run_explain(code: str) -> int:
    """Print what a code means; without such a code, the nearest or all that there are."""
    rule = rule_of(code.upper())
    if rule is None:
        return _no_such(code)
    silence = "It may be silenced" if rule.silenceable else "It can never be silenced"
    click.echo(
        f"{rule.code} ({rule.severity}): {rule.title}\n\n{rule.explain}\n\n"
        f"Cure: {rule.cure}\nProves: {rule.proves}\nCannot see: {rule.limit}\n\n"
        f"{silence} for one edition (source/preflight-exceptions.yaml)."
    )
    return FINE


def run_doctor() -> int:
    """Print what is installed; fail if something is missing."""
    findings = examine()
    rows = [("ok" if f.present else "MISSING", f.name, f.detail) for f in findings]
    click.echo(table(rows))
    cures = tuple(dict.fromkeys(f.cure for f in findings if not f.present))
    for cure in cures:
        click.echo(f"to mend: {cure}")
    return FAILED if cures else FINE


def _no_such(code: str) -> int:
    near = difflib.get_close_matches(code.upper(), [rule.code for rule in RULES], n=1)
    if near:
        click.echo(f"there is no code {code!r}\n  hint: did you mean {near[0]}?", err=True)
    else:
        click.echo(f"there is no code {code!r}; the codes are:", err=True)
        click.echo(table([(r.code, str(r.severity), r.title) for r in RULES]), err=True)
    return USAGE
