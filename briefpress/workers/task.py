"""A task: a job, and how often it has been tried."""

from dataclasses import dataclass
from typing import Generic, TypeVar

J = TypeVar("J")


@dataclass
class Task(Generic[J]):
    """A job, and how often it has been tried."""

    job: J
    tried: int = 0
