"""The paper of a document as a stylesheet: its trim, its bleed, what a card size keeps clear."""

from briefpress.model.layout import PageSize
from briefpress.model.size import CardSize


def paper_css(page: PageSize, size: CardSize | None, bleed: float) -> str:
    """`@page` with the trim and the bleed (mm), and the same as tokens that layouts may read.

    `--trim-width`, `--trim-height`, `--bleed`; for a card `--safe`, `--corner`, `--clear` (the
    depth at the top that an opening for a clip needs, 0 where there is none) and `--top`, above
    which no text stands.
    """
    opening = size.opening if size else None
    lengths = {
        "trim-width": page.width,
        "trim-height": page.height,
        "bleed": bleed,
        "safe": size.safe if size else 0.0,
        "corner": size.corner if size else 0.0,
        "clear": opening.clear if opening else 0.0,
        "top": max(size.safe, opening.clear if opening else 0.0) if size else 0.0,
    }
    tokens = ";".join(f"--{name}:{_mm(length)}" for name, length in lengths.items())
    cut = f";bleed:{_mm(bleed)}" if bleed else ""
    return f":root{{{tokens}}}@page{{size:{_mm(page.width)} {_mm(page.height)}{cut}}}"


def _mm(length: float) -> str:
    return f"{length:.4f}".rstrip("0").rstrip(".") + "mm"
