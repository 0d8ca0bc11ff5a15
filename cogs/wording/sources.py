"""Sources: the numbers by which sentences cite them, and the lines that name them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cogs.wording.dates import when
from cogs.wording.english import clip
from db.record.grades import GRADES
from db.record.models import Source

_LONGEST_TITLE = 150
_LONGEST_PUBLISHER = 80


class Citations:
    """Sources in the order in which they are first cited, numbered from 1."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._known = sources
        self._numbers: dict[str, int] = {}

    def cite(self, ids: Iterable[str], most: int = 3) -> str:
        """The marks for some source ids, such as ``" [1][2]"``; unknown ids are passed over."""
        known = [name for name in ids if name in self._known][:most]
        marks = "".join(f"[{self._numbers.setdefault(name, len(self._numbers) + 1)}]" for name in known)
        return f" {marks}" if marks else ""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The cited sources; the first is number 1."""
        return tuple(self._known[name] for name in self._numbers)


def source_line(source: Source) -> str:
    """A source by publisher, title, date and kind; titles that are not headlines stand without quotation marks."""
    named = clip(source.title, _LONGEST_TITLE)
    title = named if source.title_is_descriptive else f"“{named}”"
    dated = when(source.published) if source.published else "undated"
    kind = f"{source.grade}: {GRADES[source.grade].label}"
    if source.state_media:
        return f"{source.publisher}: {title}, {dated} ({kind}, Russian state media)"
    return f"{source.publisher}: {title}, {dated} ({kind})"


def brief_source(source: Source) -> str:
    """A source by publisher, date and grade only, where there is room for no more."""
    publisher = clip(source.publisher, _LONGEST_PUBLISHER)
    named = f"{publisher}, {when(source.published)}" if source.published else publisher
    return f"{named} ({source.grade}, Russian state media)" if source.state_media else f"{named} ({source.grade})"
