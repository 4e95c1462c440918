"""What each key of an entry is for, in the words that stand under its field in the model."""

import ast
import inspect
from textwrap import dedent

from briefpress.model.entry import Entry


def descriptions(kind: type[Entry]) -> dict[str, str]:
    """The text under each field of an entry, by key. Read from the source: for documents alone.

    pydantic would do the same whenever the program starts, for half the time of starting.
    """
    found: dict[str, str] = {}
    for owner in reversed(kind.__mro__):
        if issubclass(owner, Entry) and owner is not Entry:
            found |= _texts(owner)
    names = {name: field.alias or name for name, field in kind.model_fields.items()}
    return {names[name]: text for name, text in found.items() if name in names}


def _texts(kind: type[Entry]) -> dict[str, str]:
    """The docstrings under the fields that a class gives itself."""
    (node,) = ast.parse(dedent(inspect.getsource(kind))).body
    assert isinstance(node, ast.ClassDef)  # noqa: S101 - the source of a class is a class
    found: dict[str, str] = {}
    for field, text in zip(node.body, node.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            match text:
                case ast.Expr(value=ast.Constant(value=str(said))):
                    found[field.target.id] = inspect.cleandoc(said).replace("\n", " ")
    return found
