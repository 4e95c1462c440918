"""Soft masks: what fades a drawing may stand in a file, but over no text."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from briefpress.check.reading.resources import DEEPEST, drawn_with

TEXT = frozenset({"Tj", "TJ", "'", '"'})
"""The operators that show text (ISO 32000-1, 9.4.3)."""
_FOLLOWED = "q Q gs Do Tj TJ ' \""


def veils(file: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    """The place and name of each state with a soft mask that covers text, or that nothing uses.

    Logos that drawing programs write have such masks for gradients that fade.
    """
    known: dict[object, list[str]] = {}
    for place, holder in drawn_with(file):
        resources = holder.Resources
        masked = known.get(resources.objgen) if resources.is_indirect else None
        if masked is None:
            masked = known[resources.objgen] = _masked(resources)
        yield from ((place, name) for name in masked if not _is_harmless(holder, name))


def _masked(resources: Any) -> list[str]:  # noqa: ANN401 - any PDF object
    """The names of the states with a soft mask among these resources."""
    states = resources.get("/ExtGState")
    return [str(name) for name in states or () if _is_masked(states[name])]


def _is_masked(state: Any) -> bool:  # noqa: ANN401
    return bool(state.get("/SMask", "/None") != "/None")


def _is_harmless(holder: Any, name: str) -> bool:  # noqa: ANN401
    """Whether a state is used, and nothing that it is used for shows text."""
    forms = holder.Resources.get("/XObject", pikepdf.Dictionary())
    masked, kept, used = False, [], False
    for step in pikepdf.parse_content_stream(holder, _FOLLOWED):
        operator = str(step.operator)
        if operator == "q":
            kept.append(masked)
        elif operator == "Q":
            masked = kept.pop() if kept else False
        elif operator == "gs":
            masked = masked or str(step.operands[0]) == name
            used = used or masked
        elif masked and _shows_text(step, forms, DEEPEST):
            return False
    return used


def _shows_text(step: Any, forms: Any, depth: int) -> bool:  # noqa: ANN401
    """Whether an operator shows text, by itself or by the form that it draws."""
    return str(step.operator) in TEXT or _has_text(forms[str(step.operands[0])], depth)


def _has_text(form: Any, depth: int) -> bool:  # noqa: ANN401
    """Whether a form shows text; one that is too deep to be followed may."""
    if form.get("/Subtype") != pikepdf.Name.Form or not depth:
        return not depth
    forms = form.get("/Resources", pikepdf.Dictionary()).get("/XObject", pikepdf.Dictionary())
    steps = pikepdf.parse_content_stream(form, "Do Tj TJ ' \"")
    return any(_shows_text(step, forms, depth - 1) for step in steps)
