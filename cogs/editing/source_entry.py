"""From a source as an editor typed it to a source, with what its page is as far as address and grade tell. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from enum import StrEnum
from itertools import chain, count
from typing import TypeVar
from urllib.parse import urlsplit

from cogs.editing import sentences
from cogs.editing.draft_faults import DraftFault, DraftStep, attempt
from cogs.editing.parsing import read_address, read_optional, read_published, read_text
from cogs.wording.date_parsing import EntryError
from db.record.dataset.source_rules import check_source, is_citable
from db.record.grades import STATE_MEDIA_AT_BEST, Grade
from db.record.models import PartialDate, Source
from db.record.page_kinds import PageKind, kind_in
from db.record.pages import AddressError, may_be_one, page_of, site_of
from db.record.register import Register
from db.record.values import value
from db.store.draft_models import DraftSource

# A form's value for a page of state media: their best grade, marked.
STATE_MEDIA = f"{STATE_MEDIA_AT_BEST}*"
_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)
_COUNTRIES = {
    **dict.fromkeys(("gov", "mil", "edu", "us"), "US"),
    **dict.fromkeys(("ru", "su", "xn--p1ai"), "RU"),
    "ua": "UA",
}
_SITES = {
    "wikipedia.org": PageKind.WIKI,
    **dict.fromkeys("facebook.com instagram.com t.me vk.com x.com twitter.com youtube.com".split(), PageKind.SOCIAL),
    **dict.fromkeys("medium.com substack.com wordpress.com livejournal.com blogspot.com".split(), PageKind.BLOG),
}


@value
class PageFacts:
    """What a page is. ``citable``: a letter may cite it."""

    page_kind: PageKind = PageKind.OTHER
    country: str | None = None
    state_media: bool = False
    citable: bool = False
    mirror_of: str | None = None


def page_facts(typed: DraftSource, register: Register) -> PageFacts:
    """What the page of a source is: as an editor said, or else as the record has the site's other pages, and as
    address and grade tell; what they do not tell is left open.
    """
    if typed.described:
        kind = PageKind(typed.page_kind) if typed.page_kind else PageKind.OTHER
        return PageFacts(kind, typed.country or None, typed.state_media, typed.citable, typed.mirror_of or None)
    known = register.sources_of_site(typed.address)
    country = _agreed(source.country for source in known) if known else _country(typed.address)
    kind = (_agreed(source.page_kind for source in known) if known else _kind(typed, country)) or PageKind.OTHER
    is_state = typed.grade == STATE_MEDIA or (bool(known) and all(source.state_media for source in known))
    return PageFacts(kind, country, is_state)


def facts_shown(typed: DraftSource, register: Register) -> PageFacts:
    """As ``page_facts``; where nobody has said so, with whether a letter may cite it by the rule."""
    facts = page_facts(typed, register)
    if typed.described:
        return facts
    return replace(facts, citable=is_citable(_source("", "", "", "", None, _grade(typed), facts)))


def described(typed: DraftSource, facts: PageFacts) -> DraftSource:
    """A source of which an editor said what its page is."""
    return replace(
        typed,
        described=True,
        page_kind=facts.page_kind,
        country=facts.country or "",
        state_media=facts.state_media,
        citable=facts.citable,
        mirror_of=facts.mirror_of or "",
    )


def of_kind(typed: DraftSource, kind: PageKind, register: Register) -> DraftSource:
    """A source whose page is of a kind, with all else as it is worked out."""
    facts = facts_shown(typed, register)
    facts = replace(facts, page_kind=kind_in(kind, facts.country))
    source = _source("", "", "", "", None, _grade(typed), facts)
    return described(typed, replace(facts, citable=is_citable(source)))


def _grade(typed: DraftSource) -> Grade:
    """The grade of a source as far as one was chosen; the lowest until then."""
    return next((grade for grade in Grade if grade == typed.grade.removesuffix("*")), Grade.F)


def retyped(held: DraftSource, typed: DraftSource) -> DraftSource:
    """A source as it was typed anew, with what was said of its page if it is the same page still."""
    if not held.described or not repeated((held, typed)):
        return typed
    facts = PageFacts(PageKind(held.page_kind), held.country, held.state_media, held.citable, held.mirror_of)
    return described(typed, facts)


def texts_of(typed: Iterable[DraftSource], number: int, register: Register, today: date) -> dict[int, str]:
    """Whose text a draft's sources carry but the one of this number: the name of their outlet, or of another's."""
    found = read_sources(typed, register, today, [])
    return {other: source.mirror_of or source.publisher for other, source in found if other != number}


def read_sources(
    typed: Iterable[DraftSource], register: Register, today: date, faults: list[DraftFault]
) -> list[tuple[int, Source]]:
    """The sources of a draft, each with its number, counted from 1: those of the record, and new ones."""
    found: dict[str, tuple[int, Source]] = {}
    for number, entered in enumerate(typed, start=1):
        taken = {source.id for _, source in found.values()}
        source = register.source_of_page(entered.address) or new_source(entered, number, register, today, taken, faults)
        if source is None:
            continue
        if not entered.described and source.id not in register.record.sources:
            _ask_about_copies(number, source, found.values(), faults)
        found.setdefault(page_of(source.url), (number, source))
    return list(found.values())


def repeated(typed: Iterable[DraftSource]) -> tuple[tuple[int, int], ...]:
    """The numbers of sources that are one page: the first, and each that says it again."""
    first: dict[str, int] = {}
    found = []
    for number, source in enumerate(typed, start=1):
        with suppress(AddressError):
            known = first.setdefault(page_of(source.address), number)
            found += [(known, number)] if known != number else []
    return tuple(found)


def _ask_about_copies(
    number: int, source: Source, others: Iterable[tuple[int, Source]], faults: list[DraftFault]
) -> None:
    for other, known in others:
        if may_be_one(known, source):
            faults.append(DraftFault(DraftStep.PAGE, sentences.may_be_a_copy(other, number), number))


def new_source(
    typed: DraftSource,
    number: int,
    register: Register,
    today: date,
    taken: Collection[str],
    faults: list[DraftFault],
) -> Source | None:
    """A source that the record lacks; None, and its faults, where something is missing. ``taken`` are ids in use."""

    def entered(read: Callable[[], _T]) -> _T | None:
        return attempt(read, DraftStep.SOURCE, number, faults)

    address = entered(lambda: read_address(typed.address))
    title = entered(lambda: read_text("title", typed.title))
    publisher = entered(lambda: read_text("publisher", typed.publisher or _publisher_of(typed.address, register)))
    published = entered(lambda: read_published(typed.published, today))
    grade = entered(lambda: read_choice(Grade, typed.grade.removesuffix("*"), "evidence grade"))
    mirror_of = attempt(lambda: read_optional("mirror_of", typed.mirror_of), DraftStep.PAGE, number, faults)
    if address is None or title is None or publisher is None or grade is None:
        return None
    facts = replace(facts_shown(typed, register), mirror_of=mirror_of)
    name = source_id(address, published, register.record.sources, taken)
    source = _source(name, address, title, publisher, published, grade, facts)
    check_source(source, lambda _, field, told: faults.append(_page_fault(field, told, number)))
    return source


def _source(
    name: str, url: str, title: str, publisher: str, published: PartialDate | None, grade: Grade, facts: PageFacts
) -> Source:
    return Source(
        id=name,
        url=url,
        title=title,
        publisher=publisher,
        published=published,
        grade=grade,
        state_media=facts.state_media,
        mirror_of=facts.mirror_of,
        page_kind=facts.page_kind,
        country=facts.country,
        citable_in_letter=facts.citable,
    )


def _page_fault(field: str, told: str, number: int) -> DraftFault:
    step = DraftStep.SOURCE if field == "grade" else DraftStep.PAGE
    return DraftFault(step, sentences.page_fault(field, told), number)


def source_id(address: str, published: PartialDate | None, *taken: Container[str]) -> str:
    """A new source's id from its site and date, ``ktoo-20220406``, or ``ktoo-nd`` where the page shows no date."""
    labels = (urlsplit(address).hostname or "").removeprefix("www.").split(".")
    site = max(labels[:-1], key=len, default="page")
    slug = re.sub(r"[^a-z0-9]+", "", site.lower()) or "page"
    plain = f"{slug}-{str(published).replace('-', '') if published else 'nd'}"
    names = chain([plain], (f"{plain}-{number}" for number in count(2)))
    return next(name for name in names if not any(name in ids for ids in taken))


def read_choice(kind: type[_E], typed: str, name: str) -> _E:
    """A choice as a form holds it. Raises EntryError for none."""
    try:
        return kind(typed)
    except ValueError:
        raise EntryError(f"The {name} is missing. Choose one from the list.") from None


def _publisher_of(address: str, register: Register) -> str:
    """The publisher as the record names it, if it has one name for all pages of this site."""
    known = {source.publisher for source in register.sources_of_site(address)}
    return known.pop() if len(known) == 1 else ""


def _agreed(values: Iterable[_T]) -> _T | None:
    """The one value that all of them are, or None."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _country(address: str) -> str | None:
    return _COUNTRIES.get((urlsplit(address).hostname or "").rpartition(".")[2])


def _kind(typed: DraftSource, country: str | None) -> PageKind:
    for site in site_of(typed.address):
        registered = next((known for known in _SITES if site == known or site.startswith(f"{known}/")), None)
        registered = registered or next((known for known in _SITES if site.endswith(f".{known}")), None)
        if registered is not None:
            return _SITES[registered]
    if typed.grade == Grade.B:
        return kind_in(PageKind.CITY_PAGE, country)
    return PageKind.RUSSIAN_OUTLET if typed.grade == STATE_MEDIA and country == "RU" else PageKind.OTHER
