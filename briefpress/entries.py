"""The entries of the manifest: one edition as it was made, whether it was written or refused."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from briefpress.diagnostics import Diagnostic
from briefpress.model.checked import Result
from briefpress.model.document import Document
from briefpress.model.edition import Edition
from briefpress.model.exceptions import Silenced
from briefpress.model.library import Library
from briefpress.model.manifest import C, FailedEntry, ManifestEntry, Texts, told_of, told_of_finding
from briefpress.model.said import contacts_of, name_of
from briefpress.model.uses import facts_claimed

FILES = 256
"""Of which the hash is remembered; a document has about ten."""


def written_entry(
    library: Library,
    edition: Edition,
    documents: Sequence[Document],
    pdf: bytes,
    pages: int,
    results: tuple[Result, ...],
) -> ManifestEntry:
    """The entry of a file that was made of these documents, with what was checked of them."""
    facts = (name for d in documents for name in facts_claimed(d.claims, library.figures))
    return ManifestEntry(
        **_of(edition, results),
        path=str(edition.path),
        title=documents[0].title,
        pages=pages,
        bytes=len(pdf),
        sha256=hashlib.sha256(pdf).hexdigest(),
        inputs=_hash_of(documents),
        messages=tuple(dict.fromkeys(m for d in documents for m in d.messages)),
        facts=tuple(dict.fromkeys(facts)),
        texts=library.texts_name,
        contacts=name_of(contacts_told(documents)),
    )


def contacts_told(documents: Iterable[Document]) -> Texts:
    """The contacts that these documents print."""
    return contacts_of(claim for document in documents for claim in document.claims)


def failed_entry(
    edition: Edition,
    results: tuple[Result, ...],
    found: tuple[Diagnostic, ...],
    silenced: tuple[Silenced, ...],
) -> FailedEntry:
    """The entry of an edition that was refused, for what was found."""
    return telling(FailedEntry(**_of(edition, results)), found, silenced)


def telling(entry: C, found: Iterable[Diagnostic], silenced: Iterable[Silenced]) -> C:
    """An entry that tells what was found of its edition."""
    findings = tuple(map(told_of_finding, found))
    return replace(entry, findings=findings, silenced=tuple(map(told_of, silenced)))


def _of(edition: Edition, results: tuple[Result, ...]) -> Mapping[str, Any]:
    return {
        "id": edition.id,
        "brand": edition.brand,
        "audience": edition.audience,
        "layout": edition.layout,
        "format": edition.format,
        "size": edition.size,
        "checks": {result.code: result.verdict for result in results},
        "figures": {result.code: result.figure for result in results if result.figure},
        "validators": {result.code: result.by for result in results if result.by},
    }


def _hash_of(documents: Sequence[Document]) -> str:
    """A hash over everything that the documents are made from."""
    digest = hashlib.sha256()
    for document in documents:
        digest.update(document.html.encode())
        for name, text in document.styles.items():
            digest.update(f"\0{name}\0{text}".encode())
        for name in sorted(document.assets):
            digest.update(f"\0{name}\0".encode())
            digest.update(_digest(document.assets[name]))
    return digest.hexdigest()


@lru_cache(maxsize=FILES)
def _digest(data: bytes) -> bytes:
    """Of fonts and logos, which are the same objects for all documents."""
    return hashlib.sha256(data).digest()
