"""The report: what was checked of each edition and what it showed, and of all of them together."""

from briefpress.report.edition import REPORT, edition_page, sightings
from briefpress.report.whole import Grounds, report_of

__all__ = ["REPORT", "Grounds", "edition_page", "report_of", "sightings"]
