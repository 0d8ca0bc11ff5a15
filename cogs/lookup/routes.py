"""The buttons and selects of the lookups' cards."""

from __future__ import annotations

from typing import Self

from cogs.kit.routes import PressRoute, Reply
from cogs.kit.share_route import ShareAs
from cogs.lookup import earlier_lists
from cogs.lookup.model import RecordSearch, TargetKind, TieFilter


class TieHistory(PressRoute, name="tie-history", reply=Reply.NEW_MESSAGE):
    """History, on a tie's card."""

    tie: str


class HistoryPage(PressRoute, name="history", reply=Reply.IN_PLACE):
    """A page of a tie's history."""

    page: int
    tie: str


class TieSources(PressRoute, name="tie-sources", reply=Reply.NEW_MESSAGE):
    """Sources, on a tie's card."""

    tie: str


class SourcesPage(PressRoute, name="sources", reply=Reply.IN_PLACE):
    """A page of a tie's sources."""

    page: int
    tie: str


class ListPage(PressRoute, name="ties", reply=Reply.IN_PLACE):
    """A page of a list; for another than its asker in a new message."""

    page: int
    filter: TieFilter

    @classmethod
    def read_earlier(cls, custom_id: str) -> Self | None:
        """The page that an untyped id named, if it is certain which ties it listed."""
        name, _, rest = custom_id.partition(":")
        page, _, parts = rest.partition(":")
        return cls(int(page), earlier_lists.unpack(parts)) if name == "ties" else None


class ListFile(PressRoute, name="csv", reply=Reply.NEW_MESSAGE):
    """A list as a file for a spreadsheet."""

    filter: TieFilter

    @classmethod
    def read_earlier(cls, custom_id: str) -> Self | None:
        """The file that an untyped id named, if it is certain which ties it listed."""
        name, _, parts = custom_id.partition(":")
        return cls(earlier_lists.unpack(parts)) if name == "csv" else None


class ShareList(PressRoute, name="ties-share", reply=Reply.DEFERRED_NEW):
    """Share, under a list: a picture of it and text to copy."""

    filter: TieFilter


class ShareListAs(ShareAs, name="ties-share-as", reply=Reply.DEFERRED_OWN):
    """A list's picture on the other ground, in the other shape, with the server's name or without it."""

    filter: TieFilter = TieFilter()


class SearchPage(PressRoute, name="search", reply=Reply.IN_PLACE):
    """A page of what a search of the record found; for another than its asker in a new message."""

    page: int
    search: RecordSearch


class Choose(PressRoute, name="choose", reply=Reply.IN_PLACE):
    """An answer to "which one?"; for another than the asker in a new message."""

    kind: TargetKind
    target: str

    @classmethod
    def of(cls, value: str) -> Self:
        """The answer that the value of an option names."""
        kind, _, target = value.partition(":")
        return cls(TargetKind(kind), target)


class ChooseOneOf(PressRoute, name="choose-one", reply=Reply.IN_PLACE, earlier=("choose",)):
    """An answer to "which one?" that is chosen in a select; for another than the asker in a new message."""


class OpenTie(PressRoute, name="open", reply=Reply.NEW_MESSAGE):
    """The tie that is chosen from a list."""


class Remove(PressRoute, name="remove", reply=Reply.DEFERRED):
    """Take a public answer away, for its asker."""

    asker: int


class PostCheck(PressRoute, name="post", reply=Reply.IN_PLACE):
    """Post a private check of a message for everybody, as a message of its own."""

    claim: int
