"""A task: a job, which others it has something in common with, and how often it has been tried."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

J = TypeVar("J")


@dataclass
class Task(Generic[J]):
    """A job, its kind, and how often it has been tried."""

    job: J
    kind: Hashable = None
    tried: int = 0
