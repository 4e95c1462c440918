"""Lets `python -m briefpress` start the command."""

from briefpress.cli import main

if __name__ == "__main__":
    main()
