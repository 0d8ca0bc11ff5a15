"""Why nothing was fetched. Pure."""

from __future__ import annotations

from enum import StrEnum


class FetchFailure(StrEnum):
    """Why an address gave no page, as it is kept and told."""

    ADDRESS = "address"
    NOT_PUBLIC = "not_public"
    NO_HOST = "no_host"
    CONNECTION = "connection"
    TLS = "tls"
    SLOW = "slow"
    REDIRECTS = "redirects"
    ROBOTS = "robots"
    LATER = "later"
    UNREADABLE = "unreadable"


FAILURES = {
    FetchFailure.ADDRESS: "the address is not one of a public web page",
    FetchFailure.NOT_PUBLIC: "the address leads to a machine that is not public",
    FetchFailure.NO_HOST: "no server has that name",
    FetchFailure.CONNECTION: "the connection failed",
    FetchFailure.TLS: "the site's certificate is not valid",
    FetchFailure.SLOW: "no answer came in time",
    FetchFailure.REDIRECTS: "it keeps redirecting from page to page",
    FetchFailure.ROBOTS: "the site asks programs not to read it",
    FetchFailure.LATER: "the site asked to come back later",
    FetchFailure.UNREADABLE: "the answer is compressed in a way that cannot be read",
}


class FetchError(Exception):
    """Nothing was fetched, and why."""

    def __init__(self, failure: FetchFailure) -> None:
        super().__init__(FAILURES[failure])
        self.failure = failure
