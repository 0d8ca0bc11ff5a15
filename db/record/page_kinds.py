"""What a source's page is, whatever its grade, and all that is known of each kind: what it is called, what it carries.

Pure. Nothing else in the project lists the kinds of pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from db.record.fact_tables import complete


class PageKind(StrEnum):
    """What a page is (docs/record.md says what each kind holds)."""

    RESOLUTION = "resolution"
    MINUTES = "minutes"
    STATUTE = "statute"
    ORDER = "order"
    LETTER = "letter"
    CITY_PAGE = "city_page"
    AGENCY_PAGE = "agency_page"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    NEWS_SITE = "news_site"
    MAGAZINE = "magazine"
    WIRE_COPY = "wire_copy"
    ENCYCLOPEDIA = "encyclopedia"
    DIRECTORY = "directory"
    ASSOCIATION = "association"
    ADVOCACY = "advocacy"
    OP_ED = "op_ed"
    UNIVERSITY = "university"
    MUSEUM = "museum"
    COMPANY = "company"
    WIKI = "wiki"
    BLOG = "blog"
    SOCIAL = "social"
    AGGREGATOR = "aggregator"
    RUSSIAN_OFFICIAL = "russian_official"
    RUSSIAN_OUTLET = "russian_outlet"
    UKRAINIAN_OUTLET = "ukrainian_outlet"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKindFacts:
    """What is known of a kind of page.

    ``label`` says what such a page is, with its article. ``country`` is the one that it must be of, or None. ``cited``:
    a letter may cite it. ``leads``: it may stand first behind what is said; what is copied together may not.
    ``newsroom`` and ``office``: it is the page of one, which has a kind of its own in some countries (``kind_in``).
    """

    label: str
    country: str | None = None
    cited: bool = True
    leads: bool = True
    newsroom: bool = False
    office: bool = False


PAGE_KINDS = complete(
    PageKind,
    {
        PageKind.RESOLUTION: PageKindFacts(label="a resolution"),
        PageKind.MINUTES: PageKindFacts(label="a council's own minutes or agenda"),
        PageKind.STATUTE: PageKindFacts(label="a statute"),
        PageKind.ORDER: PageKindFacts(label="an order"),
        PageKind.LETTER: PageKindFacts(label="a letter"),
        PageKind.CITY_PAGE: PageKindFacts(label="a city's or county's own page", office=True),
        PageKind.AGENCY_PAGE: PageKindFacts(label="a public body's own page", office=True),
        PageKind.NEWSPAPER: PageKindFacts(label="a newspaper", newsroom=True),
        PageKind.BROADCASTER: PageKindFacts(label="a broadcaster", newsroom=True),
        PageKind.NEWS_SITE: PageKindFacts(label="a news site", newsroom=True),
        PageKind.MAGAZINE: PageKindFacts(label="a magazine", newsroom=True),
        PageKind.WIRE_COPY: PageKindFacts(label="a newsroom's copy of another's report", newsroom=True),
        PageKind.ENCYCLOPEDIA: PageKindFacts(label="an encyclopedia"),
        PageKind.DIRECTORY: PageKindFacts(label="a directory", cited=False, leads=False),
        PageKind.ASSOCIATION: PageKindFacts(label="a sister-city association"),
        PageKind.ADVOCACY: PageKindFacts(label="an advocacy group"),
        PageKind.OP_ED: PageKindFacts(label="an opinion piece"),
        PageKind.UNIVERSITY: PageKindFacts(label="a university"),
        PageKind.MUSEUM: PageKindFacts(label="a museum"),
        PageKind.COMPANY: PageKindFacts(label="a company"),
        PageKind.WIKI: PageKindFacts(label="a wiki", cited=False, leads=False),
        PageKind.BLOG: PageKindFacts(label="a blog", cited=False, leads=False),
        PageKind.SOCIAL: PageKindFacts(label="a post on a social network", cited=False),
        PageKind.AGGREGATOR: PageKindFacts(label="a collection of others' texts", cited=False, leads=False),
        PageKind.RUSSIAN_OFFICIAL: PageKindFacts(label="a Russian office's own site", country="RU", cited=False),
        PageKind.RUSSIAN_OUTLET: PageKindFacts(label="a Russian outlet", country="RU", cited=False),
        PageKind.UKRAINIAN_OUTLET: PageKindFacts(label="a Ukrainian outlet", country="UA", cited=False),
        PageKind.OTHER: PageKindFacts(label="a page", cited=False),
    },
)
_NEWSROOMS = {"RU": PageKind.RUSSIAN_OUTLET, "UA": PageKind.UKRAINIAN_OUTLET}
_OFFICES = {"RU": PageKind.RUSSIAN_OFFICIAL}


def kind_in(kind: PageKind, country: str | None) -> PageKind:
    """What a page of a kind is in a country: a Russian newspaper is a Russian outlet."""
    known = PAGE_KINDS[kind]
    if known.newsroom:
        return _NEWSROOMS.get(country or "", kind)
    return _OFFICES.get(country or "", kind) if known.office else kind


def kind_anywhere(kind: PageKind) -> PageKind:
    """The kind that ``kind_in`` makes this one of; others as they are."""
    if kind in _NEWSROOMS.values():
        return PageKind.NEWS_SITE
    return PageKind.CITY_PAGE if kind in _OFFICES.values() else kind
