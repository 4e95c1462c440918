"""The page on brands: what each has and lacks, for whoever looks after all of them."""

from briefpress.catalogue import rule_of
from briefpress.compose.templates import Words, environment, fill
from briefpress.diagnostics import Diagnostic
from briefpress.model.coverage import Coverage, Source, Survey
from briefpress.model.library import Library

TEMPLATE = "_shared/brands.html.j2"
YEAR = 365
"""Days. The report shows ages; the check on contacts is what judges them."""


def compose_brands(library: Library, survey: Survey) -> str:
    """`output/brands.html`: self-contained, and works from the disk.

    Raises:
        TemplateFaultError: the template is broken.
    """
    layout = next(iter(library.layouts.values()))
    env = environment(layout.texts)
    env.filters["cure"] = _cure
    env.filters["age"] = _age
    values = {
        "publication": library.publication,
        "words": Words(layout.words),
        "survey": survey,
        "layouts": {name: found.data.title for name, found in library.layouts.items()},
        "audiences": {a.id: a.name for a in library.audiences.values()},
        "states": {row.slug: _state(row) for row in survey.rows},
        "Source": Source,
    }
    return fill(env, TEMPLATE, values)


def _state(row: Coverage) -> str:
    """`error`, `warning` or `sound`."""
    return "error" if row.errors else "warning" if row.warnings else "sound"


def _cure(found: Diagnostic) -> str:
    rule = rule_of(found.code)
    return found.hint or (rule.cure if rule else "")


def _age(days: int) -> str:
    """An age in whole years once it is over one: `2 years`; under it empty."""
    years = days // YEAR
    return f"{years}" if years else ""
