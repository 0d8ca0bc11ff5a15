"""Why nothing was fetched. Pure."""

from __future__ import annotations

from enum import StrEnum


class Failure(StrEnum):
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
    Failure.ADDRESS: "the address is not one of a public web page",
    Failure.NOT_PUBLIC: "the address leads to a machine that is not public",
    Failure.NO_HOST: "no machine goes by that name",
    Failure.CONNECTION: "the connection failed",
    Failure.TLS: "the site's certificate does not hold",
    Failure.SLOW: "no answer came in time",
    Failure.REDIRECTS: "it leads from page to page without end",
    Failure.ROBOTS: "the site asks programs not to read it",
    Failure.LATER: "the site asked to come back later",
    Failure.UNREADABLE: "the answer is packed in a way that cannot be read",
}


class FetchError(Exception):
    """Nothing was fetched, and why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(FAILURES[failure])
        self.failure = failure
