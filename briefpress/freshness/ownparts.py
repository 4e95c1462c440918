"""Own parts: what a brand gives to its documents, field by field."""

from collections.abc import Iterator
from typing import Any

from briefpress.freshness.naming import Named
from briefpress.model.brand import Brand
from briefpress.model.library import LoadedBrand

UNSEEN = ("extends", "versions", "contacts", "local", "typography", "defaults")
"""Fields that no document shows, and those of which each shows its own readers' share."""
ASKED_FOR_AS: dict[str, tuple[str, ...]] = {
    "links": ("brand", "brand.links", "code"),
    "qr": ("code",),
    "partners": ("brand", "brand.partners", "brand.line"),
    "organisation": ("brand", "brand.body", "brand.areas", "brand.strapline"),
}
"""What templates call a field that not every document shows."""


def brand_parts(brand: LoadedBrand, named: Named) -> Iterator[tuple[str, Any]]:
    """What a document shows of its brand: the name of each field, and its value."""
    for name in type(brand.data).model_fields:
        if name not in UNSEEN and _is_shown(name, named):
            yield name, getattr(brand.data, name)
    yield "the logo files", brand.logos


def _is_shown(field: str, named: Named) -> bool:
    return any(map(named.asks_for, ASKED_FOR_AS[field])) if field in ASKED_FOR_AS else True


def said_by(data: Brand) -> str:
    """All that a brand says, to find out which facts it names."""
    return " ".join(text for text, _, _ in data.texts())
