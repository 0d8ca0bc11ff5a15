"""From a draft to a letter: the values a template is filled with, and the letter that comes of it. Pure.

Nothing is said about the writer but what they said; their words are put in unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar
from zlib import crc32

from cogs.common.typed import cleaned
from cogs.letters import asks, facts, points
from cogs.letters.asks import Ask
from cogs.letters.scene import (
    Scene,
    body_of,
    council_of,
    office_name,
    salutation,
    scene_of_place,
    scene_of_tie,
)
from cogs.letters.templates import Template, render
from db.letters import Draft
from db.models import Recipient
from db.register import Register

T = TypeVar("T")

# Letters, digits, and whatever else is seen: a text of blanks and invisible marks says nothing.
_SEEN = re.compile(r"[^\s\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_BLANKS = re.compile(r"[ \u00a0]+(?=\n)")
_GAPS = re.compile(r"\n{3,}")
_WORD = re.compile(r"\w[\w'’\-]*")


class Connection(StrEnum):
    RESIDENT = "resident"
    FORMER = "former"
    FAMILY = "family"
    VISITOR = "visitor"
    NONE = "none"


# How each connection is chosen, and how the letter says it.
CONNECTIONS: Mapping[Connection, tuple[str, str]] = {
    Connection.RESIDENT: ("I live there", "I live in {place}."),
    Connection.FORMER: ("I used to live there", "I used to live in {place}."),
    Connection.FAMILY: ("I have family there", "I have family in {place}."),
    Connection.VISITOR: ("I have visited", "I have visited {place}."),
    Connection.NONE: ("None of these", "I do not live in {place}, and I do not speak for those who do."),
}


@dataclass(frozen=True, slots=True)
class Letter:
    """A finished letter. ``paragraphs`` begin with the greeting; a line break inside one is a line break."""

    date: str
    office: str
    body: str
    subject: str
    paragraphs: tuple[str, ...]
    language: str = "en"

    @property
    def text(self) -> str:
        """The letter from greeting to name, with a blank line between paragraphs."""
        return "\n\n".join(self.paragraphs)

    @property
    def addressee(self) -> tuple[str, ...]:
        """The lines of the address block: the office and, unless it is the office's own, the body."""
        return (self.office,) if self.body.startswith("Office of") else (self.office, f"and {self.body}")

    @property
    def words(self) -> int:
        """How many words the letter has, without its addresses of pages."""
        return len(_WORD.findall(re.sub(r"https?://\S+", "", self.text)))


def typed(text: str) -> str:
    """What a person typed, as it is kept: cleaned at the door, no blanks at line ends, at most one empty line in a row.

    A text in which nothing can be seen becomes empty.
    """
    kept = _GAPS.sub("\n\n", _BLANKS.sub("", cleaned(text))).strip()
    return kept if _SEEN.search(kept) else ""


def line(text: str, most: int) -> str:
    """The same for a field of one line, at most so many characters."""
    return " ".join(typed(text).split())[:most].rstrip()


def scene(draft: Draft, register: Register) -> Scene:
    """What a draft is about. Raises KeyError if the record does not know it any more."""
    return scene_of_tie(draft.tie, register) if draft.tie else scene_of_place(draft.place, register)


def recipient(draft: Draft, subject: Scene) -> Recipient:
    """The office that a draft goes to; the first, if the list has become shorter."""
    return subject.recipients[draft.recipient if draft.recipient < len(subject.recipients) else 0]


def pick(draft: Draft, choices: Sequence[T]) -> T:
    """One of several ways to say a thing: always the same for a draft, so that letters differ and none changes."""
    return choices[crc32(draft.id.encode()) % len(choices)]


def compose(draft: Draft, subject: Scene, template: Template, register: Register, today: date) -> Letter:
    """The letter of a draft by a template."""
    office = recipient(draft, subject)
    filled = values(draft, subject, register, today)
    text = render(template, filled, resident=draft.connection == Connection.RESIDENT)
    title = asks.WORDS[Ask(draft.ask)].subject.format(**_ask_fields(draft, subject, office))
    return Letter(
        date=facts.day(today),
        office=office_name(office),
        body=office.body,
        subject=title,
        paragraphs=tuple(text.split("\n\n")),
        language=template.language,
    )


def values(draft: Draft, subject: Scene, register: Register, today: date) -> dict[str, str]:
    """What each name of a template stands for in this draft (``templates.NAMES`` says what they are)."""
    office = recipient(draft, subject)
    ask = Ask(draft.ask)
    fields = _ask_fields(draft, subject, office)
    return {
        "greeting": salutation(office),
        "office": office_name(office),
        "body": fields["body"],
        "council": fields["council"],
        "place": subject.place,
        "partner": subject.partner,
        "tie": fields["tie"],
        "since": str(subject.tie.since or "") if subject.tie else "",
        "ukraine": fields["ukraine"],
        "who": _who(draft, subject),
        "ask": asks.sentence(ask, fields),
        "ask_again": asks.again(ask, fields),
        "reason": draft.reason,
        "fact": draft.fact.text,
        "link": draft.fact.link,
        "points": points.paragraphs(draft.points, register),
        "fair": (draft.respect or pick(draft, asks.WORDS[ask].fair)) if draft.fair else "",
        "name": draft.name,
        "neighborhood": draft.neighborhood,
        "signature": _signature(draft, subject),
        "today": facts.day(today),
    }


def _ask_fields(draft: Draft, subject: Scene, office: Recipient) -> dict[str, str]:
    return {
        "body": body_of(office),
        "council": council_of(office),
        "noun": subject.noun,
        "partner": subject.partner,
        "tie": _own_tie(draft, subject),
        "place": subject.place,
        "ukraine": subject.ukraine,
    }


def _own_tie(draft: Draft, subject: Scene) -> str:
    if not subject.partner:
        return ""
    owner = "our" if draft.connection == Connection.RESIDENT else _possessive(subject.place)
    return f"{owner} {subject.noun} with {subject.partner} in Russia"


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _who(draft: Draft, subject: Scene) -> str:
    if not draft.connection:
        return ""
    return CONNECTIONS[Connection(draft.connection)][1].format(place=subject.place)


def _signature(draft: Draft, subject: Scene) -> str:
    """Name and place; without a name ``A resident of …``, only of one who said so."""
    resident = draft.connection == Connection.RESIDENT
    home = ", ".join(part for part in (draft.neighborhood, subject.full if resident else "") if part)
    if draft.name:
        return f"{draft.name}\n{home}" if home else draft.name
    article = "the " if subject.place.startswith("the ") and not draft.neighborhood else ""
    return f"A resident of {article}{home}" if resident else ""
