"""The locked fetcher: a document gets its own files from memory, and nothing else."""

import mimetypes
from collections.abc import Mapping

from briefpress.render.library import URLFetcher, URLFetcherResponse


class RefusedError(Exception):
    """The address is not among the document's files."""


class LockedFetcher(URLFetcher):
    """Serves files by address and keeps a ledger of what it gave and what it refused.

    The engine swallows some errors of a fetcher (inside an SVG, for one), so the ledger is the
    only full account.
    """

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        """Serve `assets` and refuse everything else."""
        super().__init__(allowed_protocols={"https"}, allow_redirects=False, fail_on_errors=False)
        self._assets = assets
        self.served: list[str] = []
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The file at `url`.

        Raises:
            RefusedError: it is not among the assets.
        """
        del headers
        data = self._assets.get(url)
        if data is None:
            self.refused.append(url)
            message = f"{url} is not a file of this document"
            raise RefusedError(message)
        self.served.append(url)
        kind = mimetypes.guess_type(url)[0] or "application/octet-stream"
        return URLFetcherResponse(url, data, {"Content-Type": kind})
