"""Impose: finished PDFs to sheets that are printed and cut. Knows pages, not what is on them."""

from briefpress.impose.laying import plan_laying
from briefpress.impose.lettering import Letters
from briefpress.impose.plan import NoRoomError, SheetPlan, plan_sheet
from briefpress.impose.sheet import SheetSpec, impose

__all__ = [
    "Letters",
    "NoRoomError",
    "SheetPlan",
    "SheetSpec",
    "impose",
    "plan_laying",
    "plan_sheet",
]
