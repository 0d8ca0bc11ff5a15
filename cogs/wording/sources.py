"""Sources: the numbers by which sentences cite them, and the lines that name them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from cogs.wording.dates import day, when
from cogs.wording.english import clip
from db.record.grades import GRADES
from db.record.listings import leads
from db.record.models import Act, ArchivedCopy, DateBasis, Source
from db.record.page_kinds import PAGE_KINDS, PageKind
from db.record.pages import archived_on, outlets

# Said of a page that gives none: when it was can be known all the same, and then stands in the text.
NO_DATE = "no date shown"
_LONGEST_TITLE = 150
_LONGEST_PUBLISHER = 80
_SHORT_PUBLISHER = 60


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

    def cite_best(self, ids: Iterable[str], most: int = 2) -> str:
        """The same for the best of them: no list, copy or repost where there is anything better, and no text twice."""
        known = [self._known[name] for name in ids if name in self._known]
        return self.cite([source.id for source in best_sources(known)], most)

    def cite_act(self, act: Act, most: int = 2) -> str:
        """The same for an act; where its date was worked out, with the weaker page of its own that it rests on."""
        marks = self.cite_best(act.sources, most)
        if act.date_basis is DateBasis.REPORTED:
            return marks
        own = (self._known[name] for name in act.sources if name in self._known)
        weaker = [source.id for source in own if not leads(source) and source.mirror_of is None]
        added = self.cite((name for name in weaker if name not in self._numbers), 1)
        return f"{marks}{added.strip()}" if marks else added

    @property
    def sources(self) -> tuple[Source, ...]:
        """The cited sources; the first is number 1."""
        return tuple(self._known[name] for name in self._numbers)


def best_sources(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Sources in the order of the record, but what copies others last, and left out where anything better is left.

    A state's own media are not better than a copy of what others wrote: then they come first, and the copy behind.
    """
    found = _each_text_once(sorted(sources, key=lambda source: not leads(source)))
    good = [source for source in found if leads(source)]
    return tuple(good if any(not source.state_media for source in good) else found)


def _each_text_once(sources: Iterable[Source]) -> Sequence[Source]:
    """Without what carries the text of one before it."""
    kept: list[Source] = []
    for source in sources:
        other_texts = kept if source.mirror_of else [other for other in kept if other.mirror_of]
        if not any(outlets(source) & outlets(other) for other in other_texts):
            kept.append(source)
    return kept


def source_line(source: Source) -> str:
    """A source by publisher, title, date and kind; titles that are not headlines stand without quotation marks."""
    named = clip(source.title, _LONGEST_TITLE)
    title = named if source.title_is_descriptive else f"“{named}”"
    dated = when(source.published) if source.published else NO_DATE
    return f"{source.publisher}: {title}, {dated} ({source.grade}: {kind_of_page(source)})"


def brief_source(source: Source) -> str:
    """A source in one short line: by publisher, date and kind."""
    publisher = clip(source.publisher, _LONGEST_PUBLISHER)
    named = f"{publisher}, {when(source.published)}" if source.published else f"{publisher}, {NO_DATE}"
    return f"{named} ({source.grade}: {kind_of_page(source)})"


def best_copy(source: Source) -> ArchivedCopy | None:
    """The archived copy to name beside a source: the one nearest the day of the page; else the oldest."""
    day_of_page = source.published.first if source.published else date.min
    return min(source.copies, key=lambda copy: (abs(copy.taken - day_of_page), copy.url), default=None)


def copy_label(copy: ArchivedCopy) -> str:
    """What an archived copy is called: ``copy of 3 March 2022``."""
    return f"copy of {day(copy.taken)}"


def read_in_copy(source: Source) -> str:
    """That a source is itself an archived copy, and of which day; empty for any other."""
    taken = archived_on(source.url)
    return f"read in a copy of {day(taken)}" if taken else ""


def copy_line(source: Source) -> str:
    """The archived copy of a source with its address, for plain text; empty where there is none."""
    if copy := best_copy(source):
        return f"{copy_label(copy)}: {copy.url}"
    return ""


def short_source(source: Source) -> str:
    """A source in one line of a phone: by publisher, date and grade, and its kind where that is no news or own page.

    What is left out stands behind *Sources*.
    """
    publisher = clip(source.publisher, _SHORT_PUBLISHER)
    named = f"{publisher}, {when(source.published)}" if source.published else publisher
    return f"{named} ({source.grade})" if _is_plain(source) else f"{named} ({source.grade}: {kind_of_page(source)})"


def _is_plain(source: Source) -> bool:
    """Whether a page is what readers take a source for: a newsroom's own report, a public body's own page or paper."""
    facts = PAGE_KINDS[source.page_kind]
    own = facts.newsroom or facts.office or source.page_kind is PageKind.MINUTES
    return own and not source.mirror_of and not source.state_media


def kind_of_page(source: Source) -> str:
    """What a source's page is, as it is: ``a newspaper``; with whose text it carries, and that it is state media."""
    label = GRADES[source.grade].label if source.page_kind is PageKind.OTHER else PAGE_KINDS[source.page_kind].label
    if source.mirror_of:
        carrier = "a newsroom" if source.page_kind is PageKind.WIRE_COPY else label
        carrying = f"{carrier} carrying {source.mirror_of}"
        return f"{carrying}, state media" if source.state_media else carrying
    if not source.state_media:
        return label
    return f"{label}, Russian state media" if source.country in {None, "RU"} else f"{label}, state media"
