"""A block: a run of text on a page that no block element breaks, with what is in it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Span:
    """A trace or a fact inside a block: the promise's number or the fact's id, and its text."""

    text: str
    promise: int = -1
    fact: str = ""


@dataclass
class Block:
    """A run of text: its words, the name of the element that holds it, what is in it.

    `seams` are the places in the text where an inline element begins or ends.
    """

    tag: str
    text: str = ""
    spans: list[Span] = field(default_factory=list)
    seams: list[int] = field(default_factory=list)

    @property
    def parts(self) -> tuple[str, ...]:
        """The text cut at its seams."""
        ends = (*self.seams, len(self.text))
        pieces = (self.text[start:end] for start, end in zip((0, *ends), ends, strict=False))
        return tuple(" ".join(piece.split()) for piece in pieces if piece.strip())
