"""Figures that follow from others: derived facts recomputed, parts of a chart summed."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from briefpress.load.findings import Fault
from briefpress.model.facts import Derivation, Fact, Figure


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
    """That the parts of a chart do not sum to its whole, which is a fact."""
    names = [bar.fact for bar in figure.bars]
    if figure.whole not in facts or any(name not in facts for name in names):
        return
    total = sum((facts[name].value for name in names), Decimal(0))
    whole = facts[figure.whole].value
    if total != whole:
        yield Fault("FIGURE-SUM", f"the parts sum to {total}, but {figure.whole} is {whole}")
