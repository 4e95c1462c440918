"""Resources: the fonts, drawings and states that pages, and the forms on them, use."""

from collections.abc import Iterator
from typing import Any

import pikepdf

DEEPEST = 12
"""Forms within forms. More is a trap."""


def holders(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Any]]:
    """Each resource dictionary once, with the page on which it was first met, in words."""
    met: set[object] = set()
    for place, holder in drawn_with(pdf):
        resources = holder.get("/Resources")
        key = resources.objgen if resources.is_indirect else id(resources)
        if key not in met or not resources.is_indirect:
            met.add(key)
            yield place, resources


def drawn_with(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Any]]:
    """Each page, form and pattern that has resources, with the page on which it was first met."""
    met: set[object] = set()
    walked: dict[object, int] = {}
    for number, page in enumerate(pdf.pages, 1):
        for holder in _below(page.obj, DEEPEST, walked):
            if holder.objgen not in met:
                met.add(holder.objgen)
                yield f"page {number}", holder


def _below(holder: Any, depth: int, walked: dict[object, int]) -> Iterator[Any]:  # noqa: ANN401 - any PDF object
    """A holder and those below it; `walked` are resources below which all are known so deep."""
    resources = holder.get("/Resources")
    if resources is None or not depth:
        return
    yield holder
    if resources.is_indirect:
        if walked.get(resources.objgen, 0) >= depth:
            return
        walked[resources.objgen] = depth
    for kind in ("/XObject", "/Pattern"):
        held = resources.get(kind)
        for name in held if held is not None else ():
            yield from _below(held[name], depth - 1, walked)
