"""A cluster: the same jobs done by the workers of a Dask scheduler that others run."""

import hashlib
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from briefpress.workers.hand import Done, Follow, Hand, nothing_follows, told

if TYPE_CHECKING:
    from distributed import Client

J = TypeVar("J")
R = TypeVar("R")
CONNECT_SECONDS = 10.0
AHEAD = 3
"""Jobs a thread of the cluster that are under way at once: one is done, the others wait for it."""
LOST = "its worker in the cluster died, several times"
_ONE_AT_A_TIME = Lock()
"""The engine lays out one document at a time in a process, whatever threads a worker has."""


Program = Callable[[], Mapping[str, str]]
"""Says what decides on the bytes of a document, by names that a person understands."""


class ClusterFaultError(Exception):
    """The cluster cannot be used; `hint` tells what to do."""

    def __init__(self, message: str, hint: str) -> None:
        """Say why."""
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True)
class Sealed:
    """A pickled thing and its SHA-256, which is taken where it is sealed."""

    data: bytes
    digest: str

    @classmethod
    def of(cls, thing: object) -> "Sealed":
        """Seal a thing."""
        data = pickle.dumps(thing, protocol=pickle.HIGHEST_PROTOCOL)
        return cls(data, hashlib.sha256(data).hexdigest())

    def opened(self) -> Any:  # noqa: ANN401 - whatever was sealed
        """What is in it.

        Raises:
            ValueError: these are not the bytes that were sealed.
        """
        if hashlib.sha256(self.data).hexdigest() != self.digest:
            raise ValueError("what came over the network is not what was sent")
        return pickle.loads(self.data)  # noqa: S301 - from the cluster that the user named


def try_cluster(address: str, program: Program) -> None:
    """See that a cluster is there, and is what is here.

    Raises:
        ClusterFaultError: it is not.
    """
    with _connected(address) as client:
        _compare(client, program)


def run_on_cluster(
    address: str,
    jobs: Iterable[J],
    start: Callable[[], Callable[[J], R]],
    program: Program,
    follow: Follow[J, R] = nothing_follows,
) -> Iterator[Done[J, R]]:
    """Do `jobs` on a cluster and yield each as it is done, in no particular order.

    `start` is sent to the scheduler once, and by it to each worker, under the hash of its bytes;
    when workers die with it, others get it anew. What arrives, there and here, is held against the
    hash that was taken where it was sent. An exception is a result like others.

    Raises:
        ClusterFaultError: nobody is there, or what is there is not what is here.
    """
    with _connected(address) as client:
        _compare(client, program)
        yield from _worked(client, deque(jobs), _sent(client, Sealed.of(start)), follow)


def _sent(client: "Client", sealed: Sealed) -> object:
    """Inputs as a result, which can be made again; what is scattered dies with its holders."""
    import dask  # noqa: PLC0415 - an optional package

    with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"}):
        return client.submit(Sealed, sealed.data, sealed.digest, key=f"inputs-{sealed.digest}")


def _worked(
    client: "Client", jobs: deque[J], sent: object, follow: Follow[J, R]
) -> Iterator[Done[J, R]]:
    """Keep the cluster busy without heaping up results.

    Who waits in a process that dies is taken for its killer: what is lost is tried again alone.
    """
    from distributed import as_completed  # noqa: PLC0415 - an optional package

    def submitted() -> list[Any]:
        count = min(len(jobs), most - len(asked))
        taken = [jobs.popleft() for _ in range(count)]
        made = [(client.submit(_do, sent, job, pure=False), job) for job in taken]
        asked.update((future.key, job) for future, job in made)
        return [future for future, _ in made]

    asked: dict[object, J] = {}
    lost: list[J] = []
    most = AHEAD * max(sum(client.nthreads().values()), 1)
    under_way = as_completed(submitted(), loop=client.loop)
    for future in under_way:
        done: Done[J, R] = _received(asked.pop(future.key), future)
        if done.lost:
            lost.append(done.job)
        else:
            jobs.extendleft(reversed([*follow(done)]))
            yield done
        for another in submitted():
            under_way.add(another)
    for job in lost:
        yield _received(job, client.submit(_do, sent, job, pure=False))


def _received(job: J, future: Any) -> Done[J, R]:  # noqa: ANN401 - a future of Dask
    from distributed import KilledWorker  # noqa: PLC0415 - as above

    try:
        done: Done[J, R] = future.result().opened()
    except KilledWorker:
        return Done(job, None, LOST, lost=True)
    except Exception as error:  # noqa: BLE001 - the other jobs are to be done all the same
        return Done(job, None, told(error))
    return done


def _do(start: Sealed, job: object) -> Sealed:
    """One job, in a worker of the cluster."""
    with _ONE_AT_A_TIME:
        return Sealed.of(_hand(start).do(job))


@lru_cache(maxsize=2)
def _hand(start: Sealed) -> Hand[Any, Any]:
    """The hand of these inputs, which stays warm from job to job."""
    return Hand(start.opened())


@contextmanager
def _connected(address: str) -> Iterator["Client"]:
    try:
        from distributed import Client  # noqa: PLC0415 - an optional package, and half a second
    except ImportError:
        hint = "pip install 'briefpress[cluster]'"
        raise ClusterFaultError("the package for clusters is not installed", hint) from None
    try:
        client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        hint = "give the address of a Dask scheduler that runs, such as tcp://127.0.0.1:8786"
        raise ClusterFaultError(f"no cluster answers at {address!r}: {error}", hint) from error
    with client:
        yield client


def _compare(client: "Client", program: Program) -> None:
    """Hold what the workers have against what is here: else the same inputs give other bytes."""
    there = client.run(program)
    if not there:
        hint = "start some, for example: dask worker ADDRESS --nthreads 1 --nworkers 2"
        raise ClusterFaultError("the cluster has no workers", hint)
    here = program()
    for worker, found in sorted(there.items()):
        other = [name for name, wanted in here.items() if found.get(name) != wanted]
        if other:
            said = f"{worker} does not have what is here: {' and '.join(other)} differ"
            raise ClusterFaultError(said, "install there what is installed here")
