"""Builds every document of source/ into output/; `python build.py --help` lists what it can do."""

import os
import sys
from pathlib import Path

ENVIRONMENT = Path(__file__).resolve().parent / ".venv"


def main() -> None:
    """Start the command; where a package is missing, again in the environment that make made."""
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
    python = ENVIRONMENT / "bin" / "python"
    if Path(sys.prefix) == ENVIRONMENT or not python.exists():
        sys.exit("build.py: a package is missing; run make first")
    os.execv(python, [str(python), *sys.argv])  # noqa: S606 - it exists


if __name__ == "__main__":
    main()
