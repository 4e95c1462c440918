"""Fixtures of whole builds: a bench that builds the copy of the specimen, and layouts to break."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from briefpress.pipeline import Request
from tests.conftest import TODAY, Edit
from tests.unit.building import Bench


@pytest.fixture
def bench(specimen: Path, layouts: Path, tmp_path: Path) -> Bench:
    return Bench(Request(specimen, layouts, tmp_path / "output", TODAY))


@pytest.fixture
def own_layouts(bench: Bench, layouts: Path, tmp_path: Path) -> Edit:
    """Changes to a copy of the layouts, which the bench then uses."""
    copy = shutil.copytree(layouts, tmp_path / "layouts")
    object.__setattr__(bench, "request", replace(bench.request, layouts=copy))
    return Edit(copy)
