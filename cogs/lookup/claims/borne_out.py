"""What of a claim on one tie the record bears out: what was done, and when, by which vote, by whom. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from cogs.lookup.claims import premise_sentences
from cogs.lookup.claims.claim_rest import is_of_telling
from cogs.lookup.claims.claimed_acts import ASKS, DECIDERS_SAID, act_claimed, asks_nothing, names_office
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.framing import is_of_a_teller
from cogs.lookup.reading.harmless import is_harmless
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.votes import UNANIMOUS, WIDE, is_unanimous
from cogs.lookup.reading.yes_no import begins_with_yes_or_no
from cogs.lookup.times.spans import Period
from cogs.wording.act_phrases import by_whom
from cogs.wording.dates import on
from cogs.wording.english import series
from cogs.wording.leads import own_word_of
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import Authority
from db.record.models import Act, Country, Tie
from db.record.register import Register
from db.record.standings import Standing
from db.record.text import Token

# What is asked for besides is answered besides.
_ASKS_MORE = frozenset({
    Intent.REASONS, Intent.WHEN, Intent.SAID, Intent.STORY, Intent.SEQUENCE, Intent.WORDS, Intent.MEANING,
})  # fmt: skip
_STANDINGS = {ActKind.ENDED: Standing.ENDED, ActKind.SUSPENDED: Standing.SUSPENDED, ActKind.KEPT: Standing.ACTIVE}
# "Who decided to end it, and was there a notice" takes nothing for granted but what it asks of.
_ASKS_WHO_AND_WHETHER = LATE.compile(
    r"\b(?:who|кто|хто)\b.* (?:and|но|але|и|й|та|а) (?:was|were|did|is|are|has|have|had|чи\b|\w+ ли\b)"
)
# So short a word says nothing of its own.
_SHORTEST_WORD = 3


def borne_out(tie: Tie, question: Question, vote: str, register: Register, *, rest: bool = False) -> str | None:
    """The sentence that says how much of a claim on a tie is on record; None where a text claims nothing of it that
    was done, or something else, and where the standing's own words are the answer. ``vote`` is the one that is claimed;
    ``rest``: something of it was not checked.
    """
    if question.intents & _ASKS_MORE or _names_several(question) or not claims_something(question):
        return None
    act, status = act_claimed(tie, question), register.status(tie.id)
    if act is None or own_word_of(status) or _STANDINGS.get(act.kind) is not status.standing:
        return None
    if act.kind is not ActKind.KEPT and status.standing not in question.standings:
        return None
    if not _is_of_its_decider(act, question):
        return None
    told = tuple(filter(None, _details(act, question, vote)))
    if not (told or rest) and Intent.CLAIM not in question.intents:
        return None
    whole = not rest and all(map(_says_nothing_more, _unread(question))) and not question.speakers
    return premise_sentences.borne_out(ACT_KINDS[act.kind].leads_to, series(told), whole=whole)


def claims_something(question: Question) -> bool:
    """Whether a text says something that may be so or not: as a claim, a question for yes or no, or with a mark."""
    if Intent.CLAIM in question.intents or asks_nothing(question):
        return True
    if begins_with_yes_or_no(question):
        return _ASKS_WHO_AND_WHETHER.search(question.joined) is None
    return question.text.rstrip().endswith("?") and not question.has_any_of(ASKS)


def _names_several(question: Question) -> bool:
    """Whether American places besides one are named: what is said of them is told of each."""
    names = {place.id for named in question.mentions for place in named.places if place.country is Country.US}
    return len(names) > 1


def _offices(question: Question) -> set[Authority]:
    """The offices and bodies that a text names, but for one that only tells what it says."""
    found = DECIDERS_SAID.found(question.joined).items()
    return {*question.authorities, *(it for it, words in found if not all(map(is_of_a_teller, words)))}


def _is_of_its_decider(act: Act, question: Question) -> bool:
    """Whether a text names nobody as the decider, or who decided."""
    named = _offices(question)
    return not named or act.authority in named or any(names_office(act, it) for it in named)


def _details(act: Act, question: Question, vote: str) -> Iterator[str]:
    """What the record has of the date, the vote and the decider of an act, each where a text names it."""
    if question.period is not None and question.period.exact:
        yield on(act.date) if is_as_exact(act, question.period) else ""
    alike = act.vote is not None and vote in {UNANIMOUS, WIDE} and is_unanimous(act.vote)
    same = alike or (act.vote is not None and vote in act.vote)
    if vote and same and act.vote:
        yield act.vote
    if _offices(question):
        yield f"by {by_whom(act)}"


def is_as_exact(act: Act, period: Period) -> bool:
    """Whether an act is known to have been done in a time: no day is borne out by a month."""
    begun = period.since is None or act.date.first >= period.since
    return begun and (period.until is None or act.date.last <= period.until)


def _unread(question: Question) -> list[Token]:
    return [word for word in question.words if word.raw in question.asides and len(word.norm) >= _SHORTEST_WORD]


def _says_nothing_more(word: Token) -> bool:
    return is_harmless(word.raw) or is_of_telling(word)
