"""The locked fetcher: a document gets its own files from memory, and nothing else."""

import mimetypes
from collections.abc import Mapping

from briefpress.render.library import URLFetcher, URLFetcherResponse


class RefusedError(Exception):
    """The address is not among the document's files."""


class LockedFetcher(URLFetcher):  # type: ignore[misc] - the engine has no types
    """Serves `assets` by address. Keeps a ledger: the engine swallows some errors of a fetcher
    (inside an SVG), so what was refused is read here, not from the engine.
    """

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        """Serve `assets` and refuse everything else."""
        super().__init__(allowed_protocols={"https"}, allow_redirects=False, fail_on_errors=False)
        self._assets = assets
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
        kind = mimetypes.guess_type(url)[0] or "application/octet-stream"
        return URLFetcherResponse(url, data, {"Content-Type": kind})
