"""Builds every document of source/ into output/; `python build.py --help` lists what it can do."""

import os
import sys
from pathlib import Path

ENVIRONMENT = Path(__file__).resolve().parent / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"


def main() -> None:
    """Start the command, in the environment that make made where no other one is active.

    A Python of the machine may have some of the packages, and would fail at the next one.
    """
    is_bare = sys.prefix == sys.base_prefix and Path(sys.prefix) != ENVIRONMENT
    if is_bare and PYTHON.exists():
        restart_in_environment()
    try:
        from briefpress.cli import main as command  # noqa: PLC0415 - it may be missing
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] == "briefpress":
            raise
        restart_in_environment()
    else:
        command()


def restart_in_environment() -> None:
    """Hand over to the Python of `.venv`, or say how to make it."""
    if Path(sys.prefix) == ENVIRONMENT or not PYTHON.exists():
        sys.exit("build.py: a package is missing; run make first")
    os.execv(PYTHON, [str(PYTHON), *sys.argv])  # noqa: S606 - it exists


if __name__ == "__main__":
    main()
