"""A build on a cluster: the same bytes, from inputs that go there as they are here."""

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefpress.made import Made
from briefpress.model.edition import Edition
from briefpress.pipeline import Request, build
from briefpress.selection import Wanted
from briefpress.staff import Staff
from briefpress.workers import Done
from tests.cluster import working
from tests.conftest import TODAY
from tests.watching import Unwatched

CARDS = Wanted(layouts=("card",), formats=("screen", "html"))
NEVER = "tcp://127.0.0.1:9"
"""Nobody listens at the port for discarding."""


@pytest.fixture
def request_(specimen: Path, layouts: Path, tmp_path: Path) -> Request:
    return Request(specimen, layouts, tmp_path / "output", TODAY, CARDS)


def hashes(output: Path) -> dict[str, str]:
    return {
        str(path.relative_to(output)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }


def test_the_same_bytes_though_the_workers_cannot_see_the_source(
    request_: Request, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert build(request_, Unwatched()).diagnostics == ()

    do = Staff.do

    def without_source(staff: Staff, *work: Any) -> Iterator[Done[Edition, Made]]:  # noqa: ANN401
        shutil.rmtree(request_.source)
        return do(staff, *work)

    monkeypatch.setattr(Staff, "do", without_source)
    with working(tmp_path / "cluster") as address:
        there = replace(request_, output=tmp_path / "there", cluster=address)
        outcome = build(there, Unwatched())
    assert outcome.diagnostics == ()
    assert len(outcome.written) == 12
    assert hashes(there.output) == hashes(request_.output)


def test_a_cluster_that_is_not_there_is_told_before_anything_is_made(
    request_: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefpress.workers.cluster.CONNECT_SECONDS", 0.5)
    outcome = build(replace(request_, cluster=NEVER), Unwatched())
    (found,) = outcome.diagnostics
    assert str(found).startswith(f"CLUSTER error: no cluster answers at '{NEVER}'")
    assert "tcp://127.0.0.1:8786" in found.hint
    assert not list(request_.output.rglob("*.pdf"))
