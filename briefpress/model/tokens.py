"""The small notations of text: tokens, page references, links. One grammar for load and compose."""

import re

TOKEN = re.compile(r"\{\{([^{}]*)\}\}")
"""`{{ fact.id }}`, `{{ fact.id.form }}`, `{{ audience.name }}`."""

_RUN = r"[0-9]{1,4}(?:[-–][0-9]{1,4})?"
PAGE_REFERENCE = re.compile(rf"\(p({_RUN}(?:, ?p?{_RUN})*)\)")
"""`(p166)`, `(p71-72)`, `(p112, p114)`: pages of the report."""

QUOTED_PAGES = re.compile(rf",?\s*p({_RUN}(?:, ?p?{_RUN})*)$")
"""How the source of a quote ends that names its pages: `Lord Laming, p166`."""
BLOCK = re.compile(r"/{3,}[ \t]*(?P<name>[^\s|]+)[ \t]*\|[ \t]*(?P<argument>.*\S)")
"""The line that opens a block: `/// name | argument`."""

LINK = re.compile(r"\]\(([^()\s]*)\)")
"""The target of `[words](target)`."""


def page_runs(reference: re.Match[str]) -> tuple[str, ...]:
    """The runs of a page reference, as `166` or `71-72`."""
    parts = reference[1].replace("–", "-").split(",")
    return tuple(part.strip().removeprefix("p") for part in parts)
