"""Fixtures of tests of web pages: pages of our own publication, and a browser to open them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefpress.pipeline import Request, build
from briefpress.selection import Wanted
from tests.conftest import TODAY

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
CHROMIUM = "/usr/bin/chromium"
"""Debian's; `.ci/setup dev` brings it."""
ALONE = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""A browser that draws pages and does nothing else."""


class Silent:
    """Follows a build and says nothing."""

    @contextmanager
    def over(self, count: int) -> Iterator[None]:
        yield

    def step(self, edition: object, *, passed: bool) -> None:
        assert passed, edition


def publish(output: Path, wanted: Wanted) -> None:
    """Build a part of our own publication."""
    outcome = build(Request(ROOT / "source", ROOT / "layouts", output, TODAY, wanted), Silent())
    assert outcome.editions
    assert len(outcome.written) == len(outcome.editions)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a build of one board's web pages."""
    output = tmp_path_factory.mktemp("published")
    publish(output, Wanted(brands=("eastmarsh",), formats=("html",)))
    return output


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """One Chromium for all pages of a module, with the fonts of the machine.

    Who imports the engine tells the process to have none, and without any a browser dies.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - half a second

    own: dict[str, str | float | bool] = {
        name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"
    }
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM, args=ALONE, env=own)
        yield opened
        opened.close()
