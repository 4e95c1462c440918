"""The structure tree before it is written: elements, and the runs and link areas that they hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Union

from briefpress.render.tagging import roles
from briefpress.render.tagging.survey import Area, Run

Kid = Union["Node", Run, Area]


@dataclass(eq=False)
class Node:
    """One structure element. `keys` are texts of its dictionary, `attributes` are by owner."""

    role: str
    parent: "Node | None" = None
    kids: list[Kid] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, Mapping[str, object]] = field(default_factory=dict)

    def hold(self, role: str, **keys: str) -> "Node":
        """A new element at the end of this one."""
        node = Node(role, self, keys=keys)
        self.kids.append(node)
        return node

    def hold_before(self, role: str) -> "Node":
        """A new element before this one."""
        node = Node(role, self.parent)
        if self.parent is not None:
            place = next(at for at, kid in enumerate(self.parent.kids) if kid is self)
            self.parent.kids.insert(place, node)
        return node

    def home(self, role: str = "") -> "Node":
        """The nearest element that may hold one of this role, or text: this, or one above it."""
        allowed = roles.HOLDS.get(self.role)
        if allowed is None or role in allowed or self.parent is None:
            return self
        return self.parent.home(role)

    def prune(self) -> None:
        """Take it out of the tree if it holds nothing."""
        if self.parent is not None and not self.kids:
            self.parent.kids = [kid for kid in self.parent.kids if kid is not self]

    def below(self) -> Iterator["Node"]:
        """The elements directly in it."""
        return (kid for kid in self.kids if isinstance(kid, Node))

    def all(self) -> Iterator["Node"]:
        """It and every element below, in reading order."""
        yield self
        for kid in self.below():
            yield from kid.all()
