"""The peer: Typst sets prepared editions, in processes side by side, and writes their files."""

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
    """Seconds in which Typst writes a PDF beside the data of each edition, its start included.

    A process keeps one compiler, which remembers what documents share.
    """
    shutil.copy(TEMPLATE, data / TEMPLATE.name)
    shares = [names[turn::processes] for turn in range(processes)]
    began = perf_counter()
    with ProcessPoolExecutor(processes) as pool:
        written = sum(pool.map(partial(_set, data, fonts), shares))
    assert written == len(names)
    return perf_counter() - began


def _set(data: Path, fonts: Path, names: Sequence[str]) -> int:
    import typst  # noqa: PLC0415 - its start is a part of what is measured

    page = str(data / TEMPLATE.name)
    compiler = typst.Compiler(
        input=page, root=str(data), font_paths=[str(fonts)], ignore_system_fonts=True
    )
    for name in names:
        compiler.compile(
            input=page,
            output=str(data / f"{name}.pdf"),
            sys_inputs={"data": f"{name}.json"},
            pdf_standards=STANDARD,
        )
    return len(names)
