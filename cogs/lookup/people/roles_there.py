"""Who is asked about by their part at a place that is named: its sister-city club, the consul, its lawyer. Pure.

They are called by no name, and often by no office; what is on record of them is found by who acted or spoke, or else in
what is told of an act. Their words are in ``data/vocabulary/roles.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from cogs.lookup import search_sentences
from cogs.lookup.people import speaker_sentences
from cogs.lookup.phrases.patterns import Phrases, PhraseTable, phrases
from cogs.lookup.phrases.words_matched import words_matched
from cogs.lookup.reading.denials import ruled_out
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.names import pair_name
from cogs.wording.sources import Citations
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.derivation import acts_in_force
from db.record.models import Act, Side, TalkingPoint, Tie
from db.record.register import Register
from db.record.values import value
from db.record.vocabulary import vocabulary

_MOST, _MOST_TIES = 4, 2
# Who speaks for the body of all sister cities speaks for no local one.
_OF_ALL = re.compile(r"\bof Sister Cities International")
# For which side an act speaks.
SIDE_OF_ACT = {
    ActKind.KEPT: Side.KEEP, ActKind.CONFIRMED: Side.KEEP,
    ActKind.ENDED: Side.END, ActKind.SUSPENDED: Side.END, ActKind.PROPOSED: Side.END,
}  # fmt: skip


@value
class Role:
    """A part that somebody has at a place: what it is called, how it shows who acted or spoke, and in what is told.

    ``alone``: the word for it is enough to ask about it. ``theirs``: whose acts are theirs.
    """

    id: str
    says: str
    held: re.Pattern[str]
    told: re.Pattern[str]
    never: Phrases | None
    alone: bool
    theirs: frozenset[Authority]


@value
class Entry:
    """What somebody with a role did or said: an act of a tie, or a talking point of its place."""

    tie: Tie
    act: Act | None = None
    point: TalkingPoint | None = None

    @property
    def when(self) -> date:
        """The first day on which it may have been; the last possible one where that is not known."""
        dated = self.act.date if self.act else self.point.date if self.point else None
        return dated.first if dated else date.max

    @property
    def text(self) -> str:
        """What is told in it, besides who did or said it."""
        if self.act is not None:
            return f"{self.act.said or ''} {self.act.summary}"
        return f"{self.point.gist} {self.point.lead or ''} {self.point.quote or ''}" if self.point else ""

    @property
    def side(self) -> Side | None:
        """The side that it speaks for, if it is known."""
        if self.point is not None:
            return self.point.side
        return SIDE_OF_ACT.get(self.act.kind) if self.act is not None else None


def _joined(found: Sequence[str]) -> str:
    return "\n".join(found)


_TABLE = vocabulary("roles")
_STANCE = phrases(_joined(_TABLE["stance"]["asked"]))
_ROLES = {
    each["id"]: Role(
        each["id"],
        each["says"],
        re.compile(each["held"]),
        re.compile(each["told"]),
        phrases(_joined(each["never"])) if "never" in each else None,
        each.get("alone", False),
        frozenset(map(Authority, each.get("theirs", ()))),
    )
    for each in _TABLE["role"]
}
_ASKED = PhraseTable[str]({each["id"]: phrases(_joined(each["asked"])) for each in _TABLE["role"]})
del _TABLE  # all is made from it


def role_asked(question: Question) -> Role | None:
    """The part at a place of whose holders it is asked what they wanted, said or did; None where none is."""
    found = _ASKED.found(question.joined)
    for name, matches in found.items():
        role = _ROLES[name]
        named = role.never is None or role.never.search(question.joined) is None
        if named and not all(ruled_out(question.joined, match) for match in matches) and _asks_of(role, question):
            return role
    return None


def words_of_roles(joined: str) -> frozenset[str]:
    """The normalised words of a text by which somebody's part at a place is named."""
    found = (match for matches in _ASKED.found(joined).values() for match in matches)
    return words_matched(found)


def _asks_of(role: Role, question: Question) -> bool:
    return role.alone or Intent.REASONS in question.intents or _STANCE.search(question.joined) is not None


def asks_for_a_stance(question: Question) -> bool:
    """Whether it is asked what somebody wanted or said, on which side they were, or whether they had their way."""
    return _STANCE.search(question.joined) is not None


def own_entries(role: Role, ties: Sequence[Tie], register: Register) -> list[Entry]:
    """What those with a role did and said of some ties themselves, the oldest first."""
    own = (entry for tie in ties for entry in _entries(tie, register) if _is_own(role, entry))
    return sorted(own, key=lambda it: it.when)


def _entries_telling_of(role: Role, ties: Sequence[Tie], register: Register) -> list[Entry]:
    """What others did and said of some ties that tells of those with a role, the oldest first."""
    every = (entry for tie in ties for entry in _entries(tie, register))
    return sorted((it for it in every if role.told.search(it.text)), key=lambda it: it.when)


def role_part(question: Question, ties: Sequence[Tie], register: Register, citations: Citations) -> TextBlock | None:
    """What is on record of those who are asked about by their part at a place; None where nobody is."""
    role = role_asked(question) if 0 < len(ties) <= _MOST_TIES and not question.speakers else None
    if role is None:
        return None
    entries = own_entries(role, ties, register) or _entries_telling_of(role, ties, register)
    if not entries:
        nobody = TextBlock.saying(speaker_sentences.nobody_with_role(role.says))
        return nobody if asks_for_a_stance(question) else None
    if Intent.REASONS in question.intents:
        # Why somebody did so stands in their own words, and in a person's before a body's.
        entries.sort(key=lambda it: (it.point is None, not _is_of_person(it, register)))
    lines = list(dict.fromkeys(_line(it, register, citations) for it in entries))
    return TextBlock(tuple(lines[:_MOST]), speaker_sentences.PEOPLE_THERE)


def _entries(tie: Tie, register: Register) -> Iterator[Entry]:
    for act in acts_in_force(tie.acts):
        yield Entry(tie, act=act)
    for point in register.record.points_in_use:
        if point.place == tie.us:
            yield Entry(tie, point=point)


def _is_own(role: Role, entry: Entry) -> bool:
    if entry.act is not None:
        theirs = entry.act.authority in role.theirs and _OF_ALL.search(entry.act.actor) is None
        return theirs or role.held.search(entry.act.actor) is not None
    point = entry.point
    return point is not None and any(role.held.search(text) for text in (point.speaker, point.office_then or ""))


def _is_of_person(entry: Entry, register: Register) -> bool:
    """Whether it is a person who spoke, and no body."""
    speaker = entry.point.speaker if entry.point is not None else ""
    return any(each.is_person and each.name == speaker for each in register.people.all())


def _line(entry: Entry, register: Register, citations: Citations) -> Line:
    if entry.point is not None:
        return search_sentences.found_point(entry.point, citations.cite([entry.point.source]))
    assert entry.act is not None
    return search_sentences.found_act(pair_name(entry.tie, register), entry.act, citations.cite(entry.act.sources))
