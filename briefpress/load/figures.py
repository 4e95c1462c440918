"""Figures that follow from others: derived facts recomputed, parts of a chart summed."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from briefpress.load.findings import Fault
from briefpress.model.facts import ALL, HUNDRED, Bar, Derivation, Fact, Figure


def derivation_faults(
    fact: Fact, derived: Derivation, facts: Mapping[str, Fact]
) -> Iterator[Fault]:
    """That the fact does not follow from those it is said to follow from; all of them exist."""
    values = {name: facts[name].value for name in derived.operands}
    try:
        computed = fact.rounded(derived.compute(values))
    except ArithmeticError:
        yield Fault("FACT-DERIVED", f"{fact.id} cannot be computed", "a share of 0 is none")
        return
    if computed != fact.value:
        shown = ", ".join(f"{name} = {value}" for name, value in values.items())
        message = f"{fact.id} is given as {fact.value}, but computes to {computed} ({shown})"
        yield Fault("FACT-DERIVED", message)


def sum_faults(figure: Figure, facts: Mapping[str, Fact]) -> Iterator[Fault]:
    """That the parts of a chart do not sum to its whole, which is a fact or all there is."""
    parts = [facts[bar.fact] for bar in figure.bars if bar.fact in facts]
    total = sum((fact.value for fact in parts), Decimal(0))
    if len(parts) < len(figure.bars):
        return
    if figure.whole == ALL:
        yield from _all_faults(parts)
    elif figure.whole in facts and total != facts[figure.whole].value:
        whole = facts[figure.whole].value
        yield Fault("FIGURE-SUM", f"the parts sum to {total}, but {figure.whole} is {whole}")


def share_faults(bar: Bar, figure: Figure, facts: Mapping[str, Fact]) -> Iterator[Fault]:
    """That the share of a bar is not its part of the whole, when rounded like it."""
    if any(name not in facts for name in (bar.fact, bar.share, figure.whole)):
        return
    part, share, whole = facts[bar.fact], facts[bar.share], facts[figure.whole]
    if whole.value and share.rounded(HUNDRED * part.value / whole.value) != share.value:
        computed = share.rounded(HUNDRED * part.value / whole.value)
        message = f"{bar.share} is {share.value}, but {part.value} of {whole.value} is {computed}%"
        yield Fault("FIGURE-SHARE", message)


def _all_faults(parts: Sequence[Fact]) -> Iterator[Fault]:
    """Shares sum to 100 as far as each of them has been rounded."""
    counts = [fact.id for fact in parts if not fact.is_share]
    if counts:
        message = f"{counts[0]} is no share, so the whole cannot be {ALL}"
        yield Fault("FIGURE-SUM", message, "name the fact that is the whole")
        return
    total = sum((fact.value for fact in parts), Decimal(0))
    slack = sum((fact.step / 2 for fact in parts), Decimal(0))
    if abs(total - HUNDRED) > slack:
        message = f"the shares sum to {total}%; rounding explains {slack.normalize():f} at the most"
        yield Fault("FIGURE-SUM", message)
