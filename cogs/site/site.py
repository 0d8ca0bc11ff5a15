"""The public site: the record that its pages show, where it will be, and how a page comes of a template."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from typing import Any
from urllib.parse import quote

import jinja2

from cogs.site import addresses, sentences
from cogs.site.markup import environment, safe_address, seen
from cogs.wording import figure_sentences
from cogs.wording.hearing_sentences import CHECK_THE_AGENDA
from cogs.wording.progress import state_name
from db.record.derivation import newest_entry
from db.record.models import TalkingPoint, Tie
from db.record.register import Register
from db.record.standings import STANDINGS
from db.record.values import value

# More ties than this are listed by state only, and of those that are not known so many.
MOST_LISTED = 1000
# So many ties have a picture each; in a larger record each state has one.
MOST_TIE_PICTURES = 1000


@value
class SitePage:
    """A page of the site: where it is, what it is called, what it holds."""

    path: str
    title: str
    html: str


@dataclass(frozen=True)
class Site:
    """What the pages are made from. ``address`` is where the site will be, with a slash behind it, or empty.

    ``kept`` are the kinds of things that the bot keeps about a person, in words. ``withdrawn`` has the days on which
    acts of a tie were last withdrawn, by the tie's id.
    """

    register: Register
    address: str = ""
    contact: str = ""
    draft_days: int = 30
    kept: Sequence[str] = ()
    withdrawn: Mapping[str, date] = field(default_factory=dict)
    _environment: jinja2.Environment = field(default_factory=environment, repr=False)

    def contact_link(self, about: str = "") -> str:
        """Where a press on the contact leads, with what a letter is about; empty where it is neither a page nor an
        address of mail.
        """
        if safe_address(self.contact):
            return self.contact
        if "@" not in self.contact:
            return ""
        subject = quote(sentences.page_title(seen(about)), safe="")
        return f"mailto:{quote(self.contact, safe='@')}" + (f"?subject={subject}" if about else "")

    @cached_property
    def asof(self) -> date | None:
        """The record's day, by which all is told."""
        return newest_entry(self.register.record.ties.values())

    @property
    def today(self) -> date:
        """The same for what needs a day."""
        return self.asof or date.min

    @cached_property
    def by_state(self) -> Mapping[str, tuple[Tie, ...]]:
        """The ties of each state that has any, by postal code, in the order of the states' names."""
        found: dict[str, list[Tie]] = defaultdict(list)
        for tie in self.register.record.ties.values():
            found[self.register.state_of(tie)].append(tie)
        return {code: tuple(found[code]) for code in sorted(found, key=self.state_name)}

    @cached_property
    def states(self) -> tuple[str, ...]:
        """The postal codes of all states, those of the record without any included, by name."""
        return tuple(sorted({*self.register.record.states, *self.by_state}, key=self.state_name))

    @property
    def lists_all(self) -> bool:
        """Whether one page lists every tie."""
        return len(self.register.record.ties) <= MOST_LISTED

    @cached_property
    def has_tie_pictures(self) -> bool:
        """Whether each tie has a picture of its own."""
        return len(self.register.record.ties) <= MOST_TIE_PICTURES

    @cached_property
    def local_points(self) -> Mapping[str | None, tuple[TalkingPoint, ...]]:
        """What was said about each place, and about none: what stands on its own first, the oldest before others."""
        found: dict[str | None, list[TalkingPoint]] = defaultdict(list)
        for point in self.register.record.points_in_use:
            found[point.place].append(point)
        return {place: tuple(sorted(said, key=point_order)) for place, said in found.items()}

    def state_name(self, code: str) -> str:
        """A state by its name."""
        return state_name(self.register, code) or figure_sentences.ELSEWHERE

    def other_names(self, code: str) -> str:
        """What else a state is called."""
        known = self.register.record.states.get(code)
        return " ".join((*known.abbreviations, *known.other_names)) if known else ""

    def picture_of(self, tie: Tie) -> str:
        """The picture that is shared with a tie's page."""
        if self.has_tie_pictures:
            return addresses.tie_picture(tie.id)
        return addresses.state_picture(self.register.state_of(tie))

    def template(self, name: str) -> jinja2.Template:
        """A template by the name of its file."""
        return self._environment.get_template(name)

    def absolute(self, path: str) -> str:
        """The full address of a page, if the site's is known."""
        return self.address if path == addresses.HOME else f"{self.address}{quote(path)}"

    def _link(self, page: str, to: str) -> str:
        """How a page links to another; the one for what is not there, which any address may show, by the full path."""
        if page == addresses.NOT_FOUND:
            return f"{self.address or '/'}{quote(to, safe='/#')}"
        return addresses.from_page(page, to)

    def render(self, template: str, path: str, title: str, **context: Any) -> SitePage:
        """A page from its template, with what every page has."""
        usual: dict[str, Any] = {
            "description": sentences.WHAT_IT_IS,
            "picture": addresses.MAP_TO_SHARE,
            "picture_alt": "",
            "feed": "",
        }
        html = self.template(template).render(
            usual | context,
            site=self,
            path=path,
            title=title,
            head_title=sentences.page_title(title) if path != addresses.HOME else f"{sentences.NAME}: {title}",
            link=partial(self._link, path),
            at=addresses,
            absolute=self.absolute,
            asof=sentences.recorded_as_of(self.asof),
            words=sentences,
            standings=STANDINGS,
            check_the_agenda=CHECK_THE_AGENDA,
        )
        return SitePage(path, title, html)


def point_order(point: TalkingPoint) -> tuple[bool, int, str, str]:
    return not point.fits_letter, -len(point.answers), str(point.date or "9999"), point.id
