"""Standings, dates, names and sources in English. Pure: no Discord.

Citations are ``[1]``: a ``Citations`` collects the sources behind the numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from db.record.derivation import Freshness, freshness
from db.record.grades import GRADES
from db.record.models import Act, Country, OtherPlace, PartialDate, Place, Precision, Source, Tie
from db.record.months import MONTHS
from db.record.register import Register
from db.record.standings import STANDINGS

_LONGEST_TITLE = 150
_UNTIL = re.compile(r"until:? +", re.IGNORECASE)
_CUT_CITATION = re.compile(r"\[\d*$")


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


def day(value: date) -> str:
    """A date in words: ``4 April 2022``."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def when(value: PartialDate) -> str:
    """A date as exactly as it is known: ``4 April 2022``, ``April 2022``, ``2022``."""
    if value.precision is Precision.DAY:
        return day(value.first)
    if value.precision is Precision.MONTH:
        return f"{MONTHS[value.first.month - 1]} {value.first.year}"
    return str(value.first.year)


def on(value: PartialDate) -> str:
    """A date with its preposition: ``on 4 April 2022``, ``in April 2022``."""
    return f"{'on' if value.precision is Precision.DAY else 'in'} {when(value)}"


def place_name(place: Place | OtherPlace, register: Register) -> str:
    """A place by its full name: ``Portland, Oregon``; ``Khabarovsk, Khabarovsk Krai, Russia``; ``Vermont``."""
    if place.country is Country.US:
        state = register.record.states.get(place.state or "")
        name = state.name if state else place.state
        return f"{place.name}, {name}" if name and name != place.name else place.name
    if place.country is Country.UA:
        return f"{place.name}, Ukraine"
    region = place.region if isinstance(place, Place) else None
    return f"{place.name}, Russia" if region is None or place.name in region else f"{place.name}, {region}, Russia"


def short_name(place: Place | OtherPlace, register: Register) -> str:
    """A place's name as one would say it beside others: ``Portland, Oregon``; ``Khabarovsk``."""
    return place_name(place, register) if place.country is Country.US else place.name


def tie_name(tie: Tie, register: Register) -> str:
    """A tie by the full names of its places: ``Portland, Oregon – Khabarovsk, Russia``."""
    return f"{place_name(register.place(tie.us), register)} – {place_name(register.place(tie.ru), register)}"


def pair_name(tie: Tie, register: Register) -> str:
    """A tie by the names that one says: ``Portland, Oregon – Khabarovsk``."""
    return f"{short_name(register.place(tie.us), register)} – {register.place(tie.ru).name}"


def tie_row(tie: Tie, register: Register) -> str:
    """A tie in one line of a list, with its standing and the date behind it."""
    status = register.status(tie.id)
    dated = f", {when(status.newest.date)}" if status.newest else ""
    word = str(status.standing).capitalize()
    return f"{STANDINGS[status.standing].shape} {pair_name(tie, register)}: {word}{dated}"


def full_stop(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def condition_words(condition: str) -> str:
    """What would lift a suspension, as a sentence: ``Until: the war ends.``; a sentence of its own stays one."""
    named = condition[found.end() :] if (found := _UNTIL.match(condition)) else condition
    label = "On lifting it" if named == condition and condition.endswith(".") else "Until"
    return f"{label}: {full_stop(named)}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """``1 tie``, ``2 ties``."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def source_line(source: Source) -> str:
    """A source by publisher, title, date and kind; titles that are not headlines stand without quotation marks."""
    named = clip(source.title, _LONGEST_TITLE)
    title = named if source.title_is_descriptive else f"“{named}”"
    dated = f", {when(source.published)}" if source.published else ", undated"
    media = ", Russian state media" if source.state_media else ""
    return f"{source.publisher}: {title}{dated} ({source.grade}: {GRADES[source.grade].label}{media})"


def age_note(act: Act, today: date) -> str:
    """A sentence about how old the word is, or an empty text while it is current."""
    state = freshness(act, today)
    if state is Freshness.CURRENT:
        return ""
    months = max(1, round((today - act.date.last).days / 30.44))
    old = plural(months, "month") if months < 24 else f"more than {months // 12} years"
    return f"As of {when(act.date)}, {old} ago."


def clip(text: str, most: int) -> str:
    """A plain text of at most ``most`` characters, cut at a word, with an ellipsis where something was cut."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    whole = cut.rsplit(maxsplit=1)[0] if len(cut.split()) > 1 else cut
    return _CUT_CITATION.sub("", whole).rstrip() + "…"
