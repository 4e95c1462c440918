"""The peer: Typst sets prepared editions and writes their files."""

import shutil
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Final

TEMPLATE = Path(__file__).with_name("page.typ")
STANDARD: Final = "ua-1"
"""Ours are PDF/A-2a besides."""


def timed(data: Path, fonts: Path, names: Sequence[str], processes: int) -> float:
    """Seconds in which Typst writes a PDF beside the data of each edition, its start included."""
    shares = [names[turn::processes] for turn in range(processes)]
    began = perf_counter()
    with ProcessPoolExecutor(processes) as pool:
        written = sum(pool.map(partial(_set, data, fonts), shares))
    assert written == len(names)
    return perf_counter() - began


class Peer:
    """A compiler that remembers what documents share."""

    def __init__(self, data: Path, fonts: Path) -> None:
        """Set what is prepared in a folder, in the fonts of another one."""
        import typst  # noqa: PLC0415 - its start is a part of what is measured

        self._data = data
        self._page = str(data / TEMPLATE.name)
        shutil.copy(TEMPLATE, self._page)
        self._compiler = typst.Compiler(
            input=self._page, root=str(data), font_paths=[str(fonts)], ignore_system_fonts=True
        )

    def write(self, name: str) -> None:
        """Write the PDF of an edition beside its data."""
        self._compiler.compile(
            input=self._page,
            output=str(self._data / f"{name}.pdf"),
            sys_inputs={"data": f"{name}.json"},
            pdf_standards=STANDARD,
        )


def _set(data: Path, fonts: Path, names: Sequence[str]) -> int:
    peer = Peer(data, fonts)
    for name in names:
        peer.write(name)
    return len(names)
