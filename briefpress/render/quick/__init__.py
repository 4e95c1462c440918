"""Quick: what the engine asks most often, answered in fewer steps and to the same effect."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from briefpress.render.library import boxes, css, users_of_lengths
from briefpress.render.quick.flow import is_in_normal_flow, page_values
from briefpress.render.quick.lengths import resolve_percentages
from briefpress.render.quick.styles import missing

SWAPS: tuple[tuple[Any, str, Callable[..., Any]], ...] = (
    (css.ComputedStyle, "__missing__", missing),
    (boxes.Box, "is_in_normal_flow", is_in_normal_flow),
    (boxes.ParentBox, "page_values", page_values),
    *((module, "resolve_percentages", resolve_percentages) for module in users_of_lengths),
)
"""By class or module and name, what takes the place of the engine's own."""
OWN = tuple((owner, name, getattr(owner, name)) for owner, name, _ in SWAPS)


@contextmanager
def quick() -> Iterator[None]:
    """While this lasts, the engine takes the short ways."""
    _set(SWAPS)
    try:
        yield
    finally:
        _set(OWN)


def _set(functions: tuple[tuple[Any, str, Callable[..., Any]], ...]) -> None:
    for owner, name, function in functions:
        setattr(owner, name, function)
