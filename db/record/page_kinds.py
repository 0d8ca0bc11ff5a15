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
    """

    label: str
    country: str | None = None
    cited: bool = True
    leads: bool = True


PAGE_KINDS = complete(
    PageKind,
    {
        PageKind.RESOLUTION: PageKindFacts(label="a resolution"),
        PageKind.MINUTES: PageKindFacts(label="a council's own minutes or agenda"),
        PageKind.STATUTE: PageKindFacts(label="a statute"),
        PageKind.ORDER: PageKindFacts(label="an order"),
        PageKind.LETTER: PageKindFacts(label="a letter"),
        PageKind.CITY_PAGE: PageKindFacts(label="a city's or county's own page"),
        PageKind.AGENCY_PAGE: PageKindFacts(label="a public body's own page"),
        PageKind.NEWSPAPER: PageKindFacts(label="a newspaper"),
        PageKind.BROADCASTER: PageKindFacts(label="a broadcaster"),
        PageKind.NEWS_SITE: PageKindFacts(label="a news site"),
        PageKind.MAGAZINE: PageKindFacts(label="a magazine"),
        PageKind.WIRE_COPY: PageKindFacts(label="a newsroom's copy of another's report"),
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
