"""What tests of mutants share: good files, tools that break them, and what check says of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Name, Operator, Page, Pdf, Stream, String

from briefpress.check import check
from briefpress.model.checked import FAIL
from briefpress.model.document import Proof, TextRun
from briefpress.model.edition import Edition
from briefpress.units import mm_to_pt
from tests.pages.support import BRAND, rendered

Change = Callable[[Pdf], None]
"""Breaks a file."""
Instruction = tuple[list[Any], str]
_MAPPED = re.compile(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>")

CARD = Edition(BRAND, "hosts", "card")
BRIEFING = Edition(BRAND, "trustees", "briefing")


def good(edition: Edition) -> Proof:
    """A proof that passes."""
    return rendered(edition).proof


def broken(proof: Proof, change: Change) -> Proof:
    """The proof with its file changed."""
    out = BytesIO()
    with pikepdf.open(BytesIO(proof.pdf)) as pdf:
        change(pdf)
        pdf.save(out)
    return replace(proof, pdf=out.getvalue())


def failing(proof: Proof) -> set[str]:
    """The codes that fail."""
    return {code for code, verdict in check(proof).verdicts.items() if verdict == FAIL}


@dataclass(frozen=True)
class Line:
    """A line of text of an edition, which a mutant breaks."""

    edition: Edition
    text: str

    def run(self) -> tuple[int, TextRun]:
        """Its page, from 0, and where it stands."""
        return next(
            (number, run)
            for number, page in enumerate(good(self.edition).pages)
            for run in page.runs
            if self.text in run.text
        )

    def rect(self, left: float = 0.0, right: float = 1.0) -> str:
        """A part of it from one side to the other, as PDF takes it: `x y width height re`."""
        number, run = self.run()
        height = mm_to_pt(good(self.edition).pages[number].height)
        x, width = mm_to_pt(run.x), mm_to_pt(run.width)
        bottom = height - mm_to_pt(run.y + run.height)
        numbers = (x + left * width, bottom, (right - left) * width, mm_to_pt(run.height))
        return " ".join(f"{number:.2f}" for number in numbers) + " re"

    def page_of(self, pdf: Pdf) -> Page:
        """Its page in a file."""
        return pdf.pages[self.run()[0]]


def draw(page: Page, operators: str) -> None:
    """Draw over a page, in its own space."""
    page.contents_add(b"q", prepend=True)
    page.contents_add(f"\nQ q {operators} Q".encode())


class Script:
    """The instructions of a page, to be changed; `save` writes them back."""

    def __init__(self, pdf: Pdf, page: Page) -> None:
        self._pdf, self._page = pdf, page
        self.lines: list[Instruction] = [
            (list(one.operands), str(one.operator)) for one in pikepdf.parse_content_stream(page)
        ]

    def place_of(self, text: str) -> int:
        """The instruction that prints a text."""
        letters: dict[int, str] = {}
        for index, (operands, name) in enumerate(self.lines):
            if name == "Tf":
                letters = letters_of(self._page.Resources.Font[operands[0]])
            elif name in ("Tj", "TJ"):
                shown = "".join(letters.get(code, "?") for code in codes_of(operands[0]))
                if text in shown:
                    return index
        message = f"{text!r} is not printed by one instruction"
        raise LookupError(message)

    def before(self, text: str, operators: str, *, outside: bool = True) -> None:
        """Put operators before the text object that prints a text, or inside it."""
        place = self.place_of(text)
        while outside and self.lines[place][1] != "BT":
            place -= 1
        self.lines[place:place] = parsed(self._pdf, operators)

    def after(self, text: str, operators: str) -> None:
        """Put operators after the text object that prints a text."""
        place = self.place_of(text)
        while self.lines[place][1] != "ET":
            place += 1
        self.lines[place + 1 : place + 1] = parsed(self._pdf, operators)

    def around(self, text: str, operators: str) -> None:
        """Put operators before a text that hold for it alone."""
        self.after(text, "Q")
        self.before(text, f"q {operators}")

    def back_to(self, text: str, name: str) -> list[Any]:
        """The operands of the last such instruction before the one that prints a text."""
        place = self.place_of(text)
        while self.lines[place][1] != name:
            place -= 1
        return self.lines[place][0]

    def repeat(self, text: str, operators: str) -> None:
        """Print a text object once more, after operators that hold for it alone."""
        start = end = self.place_of(text)
        while self.lines[start][1] != "BT":
            start -= 1
        while self.lines[end][1] != "ET":
            end += 1
        again = self.lines[start : end + 1]
        self.lines[end + 1 : end + 1] = [
            ([], "q"),
            *parsed(self._pdf, operators),
            *again,
            ([], "Q"),
        ]

    def set_codes(self, text: str, change: Callable[[list[int]], list[int]]) -> None:
        """Print other glyphs in the place of a text."""
        place = self.place_of(text)
        codes = change(codes_of(self.lines[place][0][0]))
        self.lines[place] = ([String(b"".join(c.to_bytes(2, "big") for c in codes))], "Tj")

    def save(self) -> None:
        """Write the instructions back."""
        made = [(operands, Operator(name)) for operands, name in self.lines]
        data = pikepdf.unparse_content_stream(made)
        self._page.obj.Contents = self._pdf.make_stream(data)


def parsed(pdf: Pdf, operators: str) -> list[Instruction]:
    """Operators as instructions."""
    found = pikepdf.parse_content_stream(Stream(pdf, operators.encode()))
    return [(list(one.operands), str(one.operator)) for one in found]


def codes_of(operand: Any) -> list[int]:  # noqa: ANN401
    """The two-byte codes of what Tj or TJ prints."""
    parts = [operand] if isinstance(operand, String) else list(operand)
    data = b"".join(bytes(part) for part in parts if isinstance(part, String))
    return [int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2)]


def letters_of(font: Any) -> dict[int, str]:  # noqa: ANN401
    """What each code of a font stands for, by its ToUnicode."""
    found = _MAPPED.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in found}


def scripted(line: Line, change: Callable[[Script], None]) -> Change:
    """Change the instructions of the page of a line."""

    def apply(pdf: Pdf) -> None:
        script = Script(pdf, line.page_of(pdf))
        change(script)
        script.save()

    return apply


def drawn(line: Line, operators: str) -> Change:
    """Draw over the page of a line."""
    return lambda pdf: draw(line.page_of(pdf), operators)


def state(pdf: Pdf, page: Page, **entries: Any) -> str:  # noqa: ANN401
    """A graphics state for the page; its name."""
    states = entry(page.Resources, "/ExtGState")
    states["/Mutant"] = pdf.make_indirect(pikepdf.Dictionary(**entries))
    return "/Mutant"


def entry(holder: Any, key: str) -> Any:  # noqa: ANN401
    """A dictionary in a dictionary, made if it is not there."""
    if key not in holder:
        holder[key] = pikepdf.Dictionary()
    return holder[key]


__all__ = ["Array", "Name", "Pdf", "Stream", "String"]
