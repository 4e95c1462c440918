"""Exceptions from preflight: one code, for one edition, for a reason, and until a day."""

from dataclasses import dataclass

from briefpress.diagnostics import Where
from briefpress.model.entry import Entry
from briefpress.model.fields import Day, Text
from briefpress.model.layout import Format

ANY = "all"


class PreflightException(Entry):
    """One entry of `preflight-exceptions.yaml`.

    `all` stands only for what a finding is not about: of a finding about one edition every name
    has to be given.
    """

    code: Text
    """The code that is silenced. Those that guard a reader never are."""
    brand: Text = ANY
    """The brand, or `all`."""
    audience: Text = ANY
    """The audience, or `all`."""
    layout: Text = ANY
    """The layout, or `all`."""
    format: Text = Format.SCREEN.value
    """The format, or `all`."""
    about: str = ""
    """Words that the finding must hold, if it is not every finding of the code that is meant."""
    reason: Text
    """Why it may stand. The report and the manifest show it."""
    allowed_by: Text
    """Who answers for it."""
    expires: Day
    """The last day on which it holds."""


class ExceptionFile(Entry):
    """`preflight-exceptions.yaml`."""

    exceptions: tuple[PreflightException, ...]
    """The exceptions, in any order."""


@dataclass(frozen=True, order=True)
class Silenced:
    """A finding that an exception keeps from stopping an edition, as reports and manifest tell it.

    `by` is the place of the exception; `expires` is `2026-12-24`.
    """

    edition: str
    code: str
    message: str
    where: Where
    reason: str
    allowed_by: str
    expires: str
    by: Where
