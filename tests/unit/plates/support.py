"""What tests of parts of plates share."""

from briefpress.plates.plate import Plate
from briefpress.plates.shell import Shell
from tests.nation import BOARDS

Parts = tuple[Plate, list[Shell]]
BOARD = BOARDS[1]
