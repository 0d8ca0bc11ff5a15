"""To what a question narrows what was said for and against the ties: whose words, which side, where, when. Pure.

The words for it are in ``data/vocabulary/sayings.toml``. What the record does not know of speakers, such as a party, is
named in the answer, and never passed over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import PhraseTable, any_of
from cogs.lookup.reading.denials import ruled_out, without_words_in_passing
from cogs.lookup.reading.framing import is_of_a_teller
from cogs.lookup.reading.heads import heads_with_standing
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.whose_word import whose_word
from cogs.lookup.times.spans import Period, within
from db.record.authorities import Authority
from db.record.models import OTHER_SIDE, Act, Side, TalkingPoint
from db.record.register import Register
from db.record.standings import CUT, Standing
from db.record.text import normalise
from db.record.values import value
from db.record.vocabulary import vocabulary

_TABLE: Mapping[str, Any] = vocabulary("sayings")


@value
class SpeakerGroup:
    """Speakers, or occasions, to which a question narrows: how they are named, and which points are theirs.

    ``fits`` is None where the record does not know. ``weak``: weaker words ask for what these said.
    """

    id: str
    says: str
    fits: re.Pattern[str] | None
    weak: bool = False


def _groups(name: str) -> dict[str, SpeakerGroup]:
    return {
        each["id"]: SpeakerGroup(
            each["id"], each["says"], re.compile(each["fits"]) if "fits" in each else None, each.get("weak", False)
        )
        for each in vocabulary("sayings")[name]
    }


KINDS = _groups("kind")
OCCASIONS = _groups("occasion")
TOPICS = _groups("topic")
# How ties stand by somebody's word is asked, and not what was said.
_RESTS = any_of(_TABLE["quotes"]["rests"])
_ASKED_KINDS = PhraseTable[str]({each["id"]: any_of(each["asked"]) for each in _TABLE["kind"]})
_ASKED_TOPICS = PhraseTable[str]({each["id"]: any_of(each["asked"]) for each in _TABLE["topic"]})
_ASKED_OCCASIONS = PhraseTable[str]({each["id"]: any_of(each["asked"]) for each in _TABLE["occasion"]})
SIDES = PhraseTable[Side]({
    Side.END: any_of(_TABLE["sides"]["end"]),
    Side.KEEP: any_of(_TABLE["sides"]["keep"]),
    Side.CONTEXT: any_of(_TABLE["sides"]["middle"]),
})  # fmt: skip
BOTH = any_of(_TABLE["sides"]["both"])
QUOTES = any_of(_TABLE["quotes"]["asked"])
REBUT = any_of(_TABLE["quotes"]["rebut"])
REBUTTAL = any_of(_TABLE["quotes"]["rebuttal"])
DEFIED = any_of(_TABLE["quotes"]["defied"])
WHOSE = any_of(_TABLE["quotes"]["whose"])
VERBS_OF_SAYING = frozenset(map(normalise, _TABLE["quotes"]["verbs"]))
THEIRS = frozenset(map(normalise, _TABLE["quotes"]["theirs"]))
ASKING_WHOSE = frozenset(map(normalise, _TABLE["quotes"]["asking"]))
TELLING_VERBS = frozenset(map(normalise, _TABLE["quotes"]["telling"]))
_OF_SIDE = any_of(_TABLE["sides"]["named"])
_OPPOSED, _ALLIED = any_of(_TABLE["own"]["opposed"]), any_of(_TABLE["own"]["allied"])
_OWN = {Side.KEEP: any_of(_TABLE["own"]["keep"]), Side.END: any_of(_TABLE["own"]["end"])}
SAID = any_of(_TABLE["quotes"]["said"])
SPOKE_FOR = any_of(_TABLE["quotes"]["spoke_for"])
_WEAK = any_of(_TABLE["quotes"]["weak"])
_VERBATIM = any_of(_TABLE["quotes"]["verbatim"])
_QUOTATION = any_of(_TABLE["quotes"]["quotation"])
_RANKED = any_of(_TABLE["quotes"]["ranked"])
_UNANSWERED = any_of(_TABLE["quotes"]["unanswered"])
_AGREED = any_of(_TABLE["quotes"]["agreed"])
ANSWERED = any_of(_TABLE["quotes"]["answered"])
# What Russia's side says of a tie is asked.
RUSSIAN_SIDE = any_of(_TABLE["quotes"]["russian_side"])
# All who are on record somewhere are asked for, and where each stood.
WHO_STOOD_WHERE = any_of(_TABLE["quotes"]["who_stood_where"])
# On which side somebody was who is named.
WHOSE_SIDE = any_of(_TABLE["quotes"]["whose_side"])
# Who was against what a place decided.
AGAINST = any_of(_TABLE["quotes"]["against"])
STANCES = any_of(_TABLE["quotes"]["stances"])
del _TABLE  # all is made from it
# Before those with whom something is, or of whom somebody speaks.
_SPOKEN_OF = LATE.compile(
    r"\b(?:with|about|against|toward|towards|to|at|its|their|hurts?|punish\w*|blam\w+|target\w*"
    r"|на|до|к|для|карат\w*|наказ\w*|з|із|зі|с|со|про|о|об|проти|против) (?:the |those |these )?$"
)
_OF_WHOM = LATE.compile(r"росс?и|russia|губернатор")
_WHO_OF = ("хто з ", "кто с ", "ког з ", "ког с ", "хто из ", "кто из ", "ког из ")
# A kind, or a topic, that holds another is not meant beside it: "mayors, not other politicians" are mayors.
_OF_BODIES = "associations"
# Whose acts are those of a side: neither a newspaper's nor the Russian partner's.
_WHO_ACT = frozenset({Authority.COUNCIL, Authority.MAYOR, Authority.STATE, Authority.ASSOCIATION})
_OF_RUSSIANS = "russians"
_FOR_SUSPENDING, _FOR_SUSPENDING_ONLY = "for-suspending", "suspended-not-ended"
_DENYING = re.compile(r"\b(?:not|than|instead|without|не|замист|вместо|без)\b")
# How an office ends in Ukrainian and Russian to whose holder something is said.
TO_SOMEBODY = ("тору", "торові", "меру", "мерові", "мэру")
# How the name of a craft ends that is cut down to the name of those who have it: "дипломатія людей".
_OF_A_CRAFT = ("матія", "матії", "матію", "матією", "матия", "матии", "матию", "матией")
_JOINED = LATE.compile(r" (?:and|or|и|та|й|чи|або|или) ")
_WIDER = {
    "russians": frozenset({"russian-mayors"}),
    "officials": frozenset({"mayors", "governors", "council-members", "councils", "city-officials"}),
    "city-officials": frozenset({"mayors", "council-members", "councils"}),
    "ukrainians": frozenset({"of-ukraine"}),
    "associations": frozenset({"sci"}),
    "suspending": frozenset({_FOR_SUSPENDING, _FOR_SUSPENDING_ONLY}),
    _FOR_SUSPENDING: frozenset({_FOR_SUSPENDING_ONLY}),
}


@value
class Sayings:
    """What a question narrows what was said to; what is empty does not narrow it.

    ``kinds`` are any of whom are meant, ``without`` who is ruled out, ``not_known`` what the record does not say of
    speakers. ``states`` are postal codes; ``speakers_out`` the names of people who are ruled out.
    ``of_state``: what was said in a state is asked for; ``of_side``: people of a side are. ``topics``: what was spoken
    of, on either side. ``ranked``: the strongest words are asked for, which the record does not rank.
    ``verbatim``: words as they were said. ``unanswered``: to which nobody of the other side answers.
    """

    sides: tuple[Side, ...] = ()
    kinds: tuple[SpeakerGroup, ...] = ()
    without: tuple[SpeakerGroup, ...] = ()
    not_known: tuple[SpeakerGroup, ...] = ()
    occasions: tuple[SpeakerGroup, ...] = ()
    period: Period | None = None
    states: tuple[str, ...] = ()
    speakers_out: tuple[str, ...] = ()
    of_state: bool = False
    of_side: bool = False
    topics: tuple[SpeakerGroup, ...] = ()
    ranked: bool = False
    verbatim: bool = False
    unanswered: bool = False

    @property
    def narrows(self) -> bool:
        """Whether it narrows by more than the side."""
        if self.sides == (Side.CONTEXT,):
            return True
        by_speaker = self.kinds or self.without or self.not_known
        told_apart = self.topics or ((self.ranked or self.verbatim) and self.sides)
        return bool(
            self.speakers_out
            or self.unanswered
            or by_speaker
            or self.occasions
            or self.period
            or self.of_state
            or self.of_side
            or told_apart
        )

    @property
    def of_state_alone(self) -> bool:
        """Whether nothing but a state narrows it: both sides can then be told in equal number."""
        return bool(self.states) and not replace(self, sides=(), states=(), of_state=False).narrows

    @property
    def acts_fit(self) -> bool:
        """Whether acts may be told beside words: of a kind of people or a state, and of no occasion or topic."""
        elsewhere = self.occasions or self.topics or self.ranked or self.verbatim or self.not_known or self.unanswered
        return bool(self.kinds or self.states) and not elsewhere

    def has_act(self, act: Act) -> bool:
        """Whether an act is by one of those asked for: of an American office that decides, or of a local body."""
        theirs = not self.kinds or any(_fits(group, act.actor) for group in self.kinds)
        within_time = self.period is None or within(act.date, self.period.since, self.period.until)
        ruled_out = any(_fits(group, act.actor) for group in self.without)
        out = any(name in act.actor for name in self.speakers_out)
        return act.authority in _WHO_ACT and theirs and within_time and not (ruled_out or out)

    def has(self, point: TalkingPoint, register: Register) -> bool:
        """Whether a point is one of those asked for, whichever side it is on."""
        whose = f"{point.office or ''} {point.office_then or ''} {point.speaker}"
        theirs = not self.kinds or any(_fits(group, whose) for group in self.kinds)
        where = f"{point.occasion or ''} {point.lead or ''}"
        return (
            theirs
            and not any(_fits(group, whose) for group in self.without)
            and (not self.occasions or any(_fits(group, where) for group in self.occasions))
            and (not self.topics or any(_fits(group, _said_by(point)) for group in self.topics))
            and (not self.ranked or point.quote is not None)
            and not (self.unanswered and (point.answers or point.side is Side.CONTEXT))
            and _is_in(point, self.period)
            and (not self.states or _state_of(point, register) in self.states)
            and point.speaker not in self.speakers_out
        )


def sayings_asked(question: Question) -> Sayings | None:
    """What a question narrows what was said to; None where it asks for something else, or narrows nothing."""
    asked = sayings_read(question)
    return asked if asked is not None and asked.narrows else None


def sayings_read(question: Question) -> Sayings | None:
    """The same, also where nothing narrows it; None where it does not ask for what was said."""
    joined = question.joined
    if question.intents & {Intent.COUNT, Intent.PETITION}:
        return None
    asked_for = QUOTES.search(joined) or SAID.search(joined) or WHO_STOOD_WHERE.search(joined)
    if asked_for and (told := without_words_in_passing(joined)) != joined:
        joined, asked_for = told, QUOTES.search(told) or SAID.search(told)
    if not (asked_for or _WEAK.search(joined)):
        return None
    found = _ASKED_KINDS.found(joined)
    if _lists_ties(question, spoken_of=bool(found)):
        return None
    kinds = {name: matches for name, matches in found.items() if not (_is_part_of(name, found) or _is_of(matches))}
    # "Our councilman says that Congress told cities to": who tells it is not who is asked about.
    kinds = {name: matches for name, matches in kinds.items() if not all(map(is_of_a_teller, matches))}
    kinds = {name: matches for name, matches in kinds.items() if not _ends_in(TO_SOMEBODY, matches, question)}
    kinds = {name: matches for name, matches in kinds.items() if not _ends_in(_OF_A_CRAFT, matches, question)}
    sides = side_asked(question)
    if not (asked_for or sides == (Side.CONTEXT,) or any(KINDS[name].weak for name in kinds)):
        return None
    topics = tuple(TOPICS[name] for name in _topics(question))
    out = {name for name, matches in kinds.items() if all(ruled_out(joined, match) for match in matches)}
    return Sayings(
        sides=() if topics and Side.KEEP not in sides else sides,
        topics=topics if Side.KEEP not in sides else (),
        ranked=_RANKED.search(joined) is not None,
        verbatim=_VERBATIM.search(joined) is not None,
        unanswered=_UNANSWERED.search(joined) is not None,
        kinds=tuple(KINDS[name] for name in kinds if name not in out and KINDS[name].fits),
        without=tuple(KINDS[name] for name in out if KINDS[name].fits),
        not_known=tuple(KINDS[name] for name in kinds if KINDS[name].fits is None),
        occasions=tuple(OCCASIONS[name] for name in _ASKED_OCCASIONS.found(joined)),
        period=question.period,
        states=question.all_states,
        of_state=bool(asked_for and question.all_states) and not _asks_of_ties(question),
        of_side=_OF_SIDE.search(joined) is not None,
        speakers_out=tuple(speaker.name for speaker in question.without_speakers),
    )


def _topics(question: Question) -> list[str]:
    """Of what words are asked for, without the topics of which another one found is a part; where "for suspending" is
    set against ending, what was said for the one rather than the other.
    """
    found = _ASKED_TOPICS.found(question.joined)
    # "For ending rather than suspending" asks for nothing that was said for suspending.
    asked = [name for name in found if name == _FOR_SUSPENDING_ONLY or not all(map(_is_denied, found[name]))]
    if Standing.ENDED in question.against:
        asked = [_FOR_SUSPENDING_ONLY if name == _FOR_SUSPENDING else name for name in asked]
    return [name for name in asked if _WIDER.get(name, frozenset()).isdisjoint(asked)]


def _is_denied(match: re.Match[str]) -> bool:
    return _DENYING.search(match.group()) is not None


def asks_of_russians(question: Question) -> bool:
    """Whether the words of somebody on the Russian side are asked for: "which Russian mayor spoke of them"."""
    found = _ASKED_KINDS.found(question.joined).get(_OF_RUSSIANS)
    return found is not None and not _is_of(found)


def agreement_asked(question: Question) -> Sayings | None:
    """The words of local bodies, where it is asked whether one agreed; None elsewhere."""
    asked = _AGREED.search(question.joined) is not None and _OF_BODIES in _ASKED_KINDS.found(question.joined)
    return Sayings(kinds=(KINDS[_OF_BODIES],)) if asked else None


def asks_for_both(question: Question) -> bool:
    """Whether the words of both sides are asked for: "for and against", "pros and cons"."""
    return BOTH.search(question.joined) is not None


def asks_for_quotations(question: Question) -> bool:
    """Whether words are asked for as they were said: "a quote from each camp"."""
    return _QUOTATION.search(question.joined) is not None


def asks_who_stood_where(question: Question) -> bool:
    """Whether the words of both sides are asked for, or of all who are on record somewhere, or who stood where."""
    return BOTH.search(question.joined) is not None or WHO_STOOD_WHERE.search(question.joined) is not None


def side_asked(question: Question) -> tuple[Side, ...]:
    """The side whose words are asked for; none where both are, or none is named."""
    found = tuple(SIDES.found(question.joined))
    if Side.CONTEXT in found:
        return (Side.CONTEXT,)
    return found if len(found) == 1 else ()


def _asks_of_ties(question: Question) -> bool:
    """Whether ties of a state are asked for, by how they stand or what narrows a list, and not what was said there."""
    if WHO_STOOD_WHERE.search(question.joined):
        # "List the people who spoke for keeping in Florida".
        return False
    return bool(
        question.standings or question.authorities or question.narrowing.narrows or Intent.LIST in question.intents
    )


def _lists_ties(question: Question, *, spoken_of: bool) -> bool:
    """Whether ties are asked for by how they stand: of which nobody said anything, on whose word they stand, when they
    were cut; ``spoken_of``: speakers of some kind are named.
    """
    wanted = {*question.standings} - {*question.excluded_standings}
    if spoken_of and WHO_STOOD_WHERE.search(question.joined):
        # "Which governors can be quoted for a break".
        return False
    if Standing.UNCONFIRMED in wanted or question.by_meaning:
        return True
    by_whom = whose_word(question) or question.authorities
    if heads_with_standing(question) and (by_whom or not QUOTES.search(question.joined)):
        # "Active by the association's word in small towns", "dormant ones of which the press wrote".
        return True
    if QUOTES.search(question.joined):
        return False
    if Standing.ACTIVE in wanted and whose_word(question):
        return True
    if _RESTS.search(question.joined) and whose_word(question):
        return True
    in_time = question.period is not None and Intent.LIST in question.intents
    return bool(wanted & CUT) and in_time and not spoken_of


def _ends_in(endings: tuple[str, ...], matches: Sequence[re.Match[str]], question: Question) -> bool:
    """Whether the words for a kind, as they were typed, end so that nobody of it spoke: somebody else said it to them,
    "хто писав губернатору", or their craft is named.
    """
    if any(match.string != question.joined for match in matches) or len(question.joined.split()) != len(question.words):
        return False
    said = [question.words[match.string.count(" ", 0, match.end())] for match in matches]
    return all(word.cyrillic and word.raw.casefold().endswith(endings) for word in said)


def _is_part_of(name: str, found: Mapping[str, Sequence[re.Match[str]]]) -> bool:
    """Whether the words for a kind are part of those for another, or a wide kind stands beside a narrower one."""
    wide = [match.span() for match in found[name]]
    narrower = [
        other
        for other in _WIDER.get(name, frozenset()) & found.keys()
        # "Russian mayors or governors" are more than mayors.
        if not all(any(_is_within(match.span(), span) for span in wide) for match in found[other])
    ]
    if narrower and not all(ruled_out(match.string, match) for match in found[name]):
        return True
    if name != _OF_RUSSIANS and all(_is_joined_to(found.get(_OF_RUSSIANS, ()), match) for match in found[name]):
        # "Russian officials and mayors" are Russians, all of them.
        return True
    spans = [match.span() for other, matches in found.items() if other != name for match in matches]
    return all(any(_is_within(match.span(), span) for span in spans) for match in found[name])


def _is_joined_to(before: Sequence[re.Match[str]], match: re.Match[str]) -> bool:
    """Whether what is found stands right behind one of some others, joined to it by a short word: "and mayors"."""
    return any(_JOINED.fullmatch(match.string, other.end(), match.start()) for other in before)


def _is_of(matches: Sequence[re.Match[str]]) -> bool:
    """Whether those who are named are spoken of, and do not speak: "ties with Russians"."""
    return all(
        _SPOKEN_OF.search(match.string, 0, match.start())
        # "Who of the governors" speaks of those who spoke.
        and not (_OF_WHOM.match(match.group()) and match.string.endswith(_WHO_OF, 0, match.start()))
        for match in matches
    )


def _is_within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def _fits(group: SpeakerGroup, text: str) -> bool:
    return group.fits is not None and group.fits.search(text) is not None


def _said_by(point: TalkingPoint) -> str:
    return " ".join(filter(None, (point.gist, point.lead, point.quote)))


def _is_in(point: TalkingPoint, period: Period | None) -> bool:
    return period is None or (point.date is not None and within(point.date, period.since, period.until))


def _state_of(point: TalkingPoint, register: Register) -> str | None:
    place = register.record.places.get(point.place or "")
    return place.state if place else None


def side_by_own(question: Question) -> Side | None:
    """The side whose case is asked for by who says which is theirs: the other's, or that of those who agree."""
    own = next((side for side, words in _OWN.items() if words.search(question.joined)), None)
    if own and _OPPOSED.search(question.joined):
        return OTHER_SIDE[own]
    return own if own and _ALLIED.search(question.joined) else None
