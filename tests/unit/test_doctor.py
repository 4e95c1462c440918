"""The doctor: what is there, what is missing, and the command that brings it."""

import sys
from pathlib import Path

import pytest

from briefpress import doctor
from briefpress.doctor import examine


def test_on_a_machine_that_can_build_nothing_is_missing() -> None:
    assert [finding.name for finding in examine() if not finding.present] == []


def test_versions_and_libraries_are_told() -> None:
    found = {finding.name: finding.detail for finding in examine()}
    assert found["weasyprint"].startswith("70.")
    assert found["Python"] == ".".join(map(str, sys.version_info[:3]))
    assert found["HarfBuzz subset"] == "libharfbuzz-subset.so.0"


def test_a_missing_library_is_brought_by_its_debian_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doctor, "LIBRARIES", {"Nothing": ("libnothing.so.9", "libnothing9")})
    missing = [finding for finding in examine() if not finding.present]
    assert [f.name for f in missing] == ["Nothing"]
    assert missing[0].cure == "apt-get install --no-install-recommends libnothing9"


def test_a_missing_package_is_brought_by_make_in_the_project(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doctor, "PACKAGES", {"no-such-package": doctor.ANY})
    missing = [finding for finding in examine() if not finding.present]
    assert [(f.name, f.detail, f.cure) for f in missing] == [
        ("no-such-package", "not installed", "make setup")
    ]


def test_outside_the_project_pip_brings_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(doctor, "__file__", str(tmp_path / "briefpress" / "doctor.py"))
    monkeypatch.setattr(doctor, "PACKAGES", {"weasyprint": "7"})
    missing = [finding for finding in examine() if not finding.present]
    assert missing[0].detail.endswith(", not 7")
    assert missing[0].cure == f"{sys.executable} -m pip install --force-reinstall briefpress"


def test_an_old_python_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "PYTHON", (9, 0))
    python = examine()[0]
    assert not python.present
    assert python.cure == "install Python 9.0 or later"
