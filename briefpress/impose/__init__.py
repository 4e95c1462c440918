"""Impose: finished PDFs to sheets that are printed and cut. Knows pages, not what is on them."""

from briefpress.impose.bleed import bleed_faults
from briefpress.impose.booklet import fold
from briefpress.impose.calibration import CalibrationWords, Hands, calibration
from briefpress.impose.inks import Cmyk
from briefpress.impose.laying import plan_laying
from briefpress.impose.lettering import Letters, letters_of
from briefpress.impose.outlines import OutlineFaultError
from briefpress.impose.paint import PaintFaultError
from briefpress.impose.plan import NoRoomError, SheetPlan, plan_sheet
from briefpress.impose.printcheck import print_faults
from briefpress.impose.printfile import PrintOrder, to_print
from briefpress.impose.sheet import SheetSpec, impose

__all__ = [
    "CalibrationWords",
    "Cmyk",
    "Hands",
    "Letters",
    "NoRoomError",
    "OutlineFaultError",
    "PaintFaultError",
    "PrintOrder",
    "SheetPlan",
    "SheetSpec",
    "bleed_faults",
    "calibration",
    "fold",
    "impose",
    "letters_of",
    "plan_laying",
    "plan_sheet",
    "print_faults",
    "to_print",
]
