"""Telephone numbers that reach nobody: from the ranges that Ofcom keeps for drama, each once."""

GEOGRAPHIC = (
    "01632 960 {:03}",
    *(f"01{city} 496 0{{:03}}" for city in (13, 14, 15, 16, 17, 18, 21, 51, 61)),
    "0191 498 0{:03}",
    "020 7946 0{:03}",
)
FREE = "0808 157 0{:03}"
"""Free to call."""
OF_A_BOARD = 12
"""Numbers in its area that are kept for one board."""


class Numbers:
    """Gives out the numbers of one board, never the same one twice."""

    def __init__(self, board: int) -> None:
        """Begin with the first number that is this board's."""
        self._pattern = GEOGRAPHIC[board % len(GEOGRAPHIC)]
        self._next = board // len(GEOGRAPHIC) * OF_A_BOARD
        self._free = board

    def local(self) -> str:
        """The next number in the board's area."""
        self._next += 1
        return self._pattern.format(self._next - 1)

    def free(self) -> str:
        """A number that is free to call: a board has one."""
        return FREE.format(self._free)
