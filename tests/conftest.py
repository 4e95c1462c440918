"""What tests share: the layouts, and a copy of the specimen that a test may break."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from briefpress.load import load
from briefpress.model.library import Loaded

# A busy machine is no fault of what is tested.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

TESTS = Path(__file__).parent
TODAY = date(2026, 11, 24)
"""The day on which tests judge dates, whatever the day is."""


@dataclass(frozen=True)
class Edit:
    """Changes files of a copy of the specimen."""

    root: Path

    def write(self, name: str, text: str) -> None:
        """Put a file in the place of another, or beside the others."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")

    def append(self, name: str, text: str) -> None:
        """Add text to the end of a file."""
        self.write(name, (self.root / name).read_text(encoding="utf-8") + text)

    def replace(self, name: str, old: str, new: str) -> int:
        """Change one piece of a file; the line on which it begins."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))
        return text.count("\n", 0, text.index(old)) + 1

    def remove(self, name: str) -> None:
        """Take a file or folder away."""
        path = self.root / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


@pytest.fixture
def layouts() -> Path:
    """The layouts of the project."""
    return TESTS.parent / "layouts"


@pytest.fixture
def specimen(tmp_path: Path) -> Path:
    """A copy of the specimen publication."""
    return shutil.copytree(TESTS / "specimen" / "source", tmp_path / "source")


@pytest.fixture
def edit(specimen: Path) -> Edit:
    """Changes to the copy of the specimen."""
    return Edit(specimen)


@pytest.fixture
def load_it(specimen: Path, layouts: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Loaded]:
    """Loads the copy of the specimen as it then is; diagnostics name its files `source/…`."""
    monkeypatch.chdir(specimen.parent)
    return lambda: load(Path(specimen.name), layouts, TODAY)


@pytest.fixture
def faults(load_it: Callable[[], Loaded]) -> Callable[[], list[str]]:
    """Loads the copy of the specimen; what was found, as the user reads it, without the hints."""
    return lambda: sorted(str(found).partition("\n")[0] for found in load_it().diagnostics)
