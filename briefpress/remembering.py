"""Remembering: what a build said is kept, to be recalled by one of which nothing has changed."""

import hashlib
from pathlib import Path

from briefpress.contents import INDEX, MANIFEST, WHOLE_REPORT
from briefpress.load import read_listing, read_output
from briefpress.model.manifest import told_of
from briefpress.recalling import LAST, Recalled, to_bytes
from briefpress.tally import Outcome
from briefpress.write import write_files


def remember(output: Path, key: str, outcome: Outcome) -> None:
    """Keep what a build said, with all that it wrote. If it cannot be kept, it is not recalled."""
    pages = (str(name) for name in (INDEX, WHOLE_REPORT, MANIFEST))
    standing = sorted((*outcome.kept, *outcome.written), key=lambda entry: entry.id)
    said = Recalled(
        editions=tuple(edition.id for edition in outcome.editions),
        kept=tuple({"id": e.id, "path": e.path, "pages": e.pages} for e in standing),
        silenced=tuple({"edition": one.edition, **told_of(one)} for one in outcome.silenced),
        diagnostics=outcome.diagnostics,
    )
    try:
        made = {page: hashlib.sha256(read_output(output, page)).hexdigest() for page in pages}
        data = to_bytes(output, key, {**read_listing(output).files, **made}, said)
    except OSError:
        return
    write_files(output, {LAST: data})
