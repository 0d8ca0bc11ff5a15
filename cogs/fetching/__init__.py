"""The one way out to the web: pages, feeds and interfaces are fetched here, and nowhere else.

Whatever asks says an address and gets a page or a ``FetchError``; what may be fetched, and how, is decided here alone.
"""

from cogs.fetching.addresses import PublicResolver
from cogs.fetching.fetcher import SECONDS_BETWEEN, FetchedPage, Fetcher
from cogs.fetching.outcomes import FetchError, FetchFailure

__all__ = ["SECONDS_BETWEEN", "FetchError", "FetchFailure", "FetchedPage", "Fetcher", "PublicResolver"]
