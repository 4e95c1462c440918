"""Asking: what a new board is, from options and, on a terminal, from whoever sits before it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import click

Check = Callable[[str, str], str]
"""Field and value to what is wrong with the value; empty if nothing is."""


@dataclass(frozen=True)
class Question:
    """One thing to be known: its field, its words, an example of an answer, whether it must be."""

    field: str
    words: str
    example: str
    needed: bool = False

    @property
    def option(self) -> str:
        """How it is given on the command line."""
        return "NAME" if self.field == "name" else f"--{self.field.replace('_', '-')}"


QUESTIONS = (
    Question(
        "name",
        "Name of the board, in full",
        "Eastmarsh Safeguarding Children Partnership",
        needed=True,
    ),
    Question("slug", "Name for its folder and files: a-z, 0-9 and -", "eastmarsh", needed=True),
    Question("short_name", "Name in short", "Eastmarsh SCP"),
    Question("area", "Areas that it covers, with ; between them", "Eastmarsh; Westmarsh"),
    Question("phone", "Number of the front door, as it is printed", "01632 960 114", needed=True),
    Question("front_door", "What the front door is called", "Children’s front door"),
    Question("out_of_hours", "Number out of hours", "01632 960 158"),
    Question("email", "E-mail of the front door", "frontdoor@example.org"),
    Question("website", "Website of the board", "https://www.example.org"),
    Question("colour", "Colour of the board: # and six figures or letters", "#0f4c5c"),
    Question("accent", "Second colour", "#f2a900"),
    Question("owner", "Who answers for its documents", "Eastmarsh business unit"),
)
OPENING = (
    "A few questions about the board. Enter alone takes what stands in [brackets]; without\n"
    "brackets it leaves the matter to the series. Everything can be changed in the file later.\n"
    "Ring each number before you enter it: documents will say that it was checked today."
)


@dataclass(frozen=True)
class Rules:
    """How answers are judged, and what may be proposed from those given before."""

    check: Check
    propose: Callable[[str, Mapping[str, str]], str]
    tidy: Callable[[str, str], str]


@dataclass
class Asking:
    """Gathers answers. `given` are the options of the command line, by field."""

    rules: Rules
    given: Mapping[str, str]
    answers: dict[str, str] = field(default_factory=dict)

    def by_options(self) -> dict[str, str]:
        """The answers without asking.

        Raises:
            click.UsageError: something is missing or wrong; it names all of it.
        """
        wrong = []
        for question in QUESTIONS:
            answer = self._given(question) or self._proposed(question)
            fault = self._fault(question, answer)
            self.answers[question.field] = answer
            if fault and (answer or question.field != "slug" or self.answers["name"]):
                wrong.append(f"{question.option}: {fault}")
        if wrong:
            raise click.UsageError("\n  ".join(("more is needed to start a brand:", *wrong)))
        return self.answers

    def on_terminal(self) -> dict[str, str]:
        """The answers, asking for what was not given, again and again where it is wrong."""
        click.echo(OPENING, err=True)
        for question in QUESTIONS:
            given = self._given(question)
            fault = self._fault(question, given) if given else ""
            if fault:
                click.echo(f"{question.option}: {fault}", err=True)
            self.answers[question.field] = given if given and not fault else self._asked(question)
        return self.answers

    def _given(self, question: Question) -> str:
        return self.rules.tidy(question.field, self.given.get(question.field, ""))

    def _asked(self, question: Question) -> str:
        proposed = self._proposed(question)
        words = question.words if proposed else f"{question.words} (such as {question.example})"

        def judged(typed: str) -> str:
            answer = self.rules.tidy(question.field, typed)
            fault = self._fault(question, answer)
            if fault:
                raise click.UsageError(fault)
            return answer

        answer: str = click.prompt(
            words,
            default=proposed,
            show_default=bool(proposed),
            value_proc=judged,
            err=True,
        )
        return answer

    def _proposed(self, question: Question) -> str:
        return self.rules.propose(question.field, self.answers)

    def _fault(self, question: Question, answer: str) -> str:
        if not answer:
            example = question.example
            return f"is missing; such as {example!r}" if question.needed else ""
        return self.rules.check(question.field, answer)
