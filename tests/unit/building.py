"""What tests of whole builds share: the copy of the specimen, built as it then is."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from briefpress.model.edition import Edition
from briefpress.model.manifest import Manifest, manifest_from_json
from briefpress.pipeline import Outcome, Request, build
from briefpress.selection import Wanted

OURS = Wanted(("wexbridge",), ("fixers", "hosts"), ("card",))
ONE = Wanted(("wexbridge",), ("hosts",), ("card",))


@dataclass
class Follower:
    """Remembers what it was told of a build."""

    count: int = 0
    steps: list[tuple[str, bool]] = field(default_factory=list)

    @contextmanager
    def over(self, count: int) -> Iterator[None]:
        self.count = count
        yield

    def step(self, edition: Edition, *, passed: bool) -> None:
        self.steps.append((edition.id, passed))


@dataclass(frozen=True)
class Bench:
    """Builds the copy of the specimen as it then is."""

    request: Request

    def build(self, wanted: Wanted = OURS, **more: Any) -> Outcome:  # noqa: ANN401
        return build(replace(self.request, wanted=wanted, **more), Follower())

    @property
    def output(self) -> Path:
        return self.request.output

    def files(self) -> list[str]:
        return sorted(path.name for path in self.output.rglob("*.pdf"))

    def listed(self) -> list[str]:
        text = (self.output / "manifest.json").read_text(encoding="utf-8")
        return [entry["id"] for entry in json.loads(text)["editions"]]

    def manifest(self) -> Manifest:
        return manifest_from_json((self.output / "manifest.json").read_text(encoding="utf-8"))

    def linked(self) -> str:
        return (self.output / "index.html").read_text(encoding="utf-8")


def ids(found: Any) -> list[str]:  # noqa: ANN401 - editions or entries
    return [item.id for item in found]


def codes(outcome: Outcome) -> set[str]:
    return {found.code for found in outcome.diagnostics}
