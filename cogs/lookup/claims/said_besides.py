"""What a statement on a tie says beside what was done, when, by which vote: another doer, an order, a reason, a thing.

What of it the record does not tell is named, so that nothing is borne out by the words around it. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cogs.lookup.claims import premise_sentences
from cogs.lookup.claims.claim_rest import claims_nothing
from cogs.lookup.claims.claimed_acts import act_claimed
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.harmless import narrows_nothing
from cogs.lookup.reading.in_english import in_english
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for, words_for, words_in_all
from cogs.lookup.reading.votes import words_of_margin
from cogs.wording.act_phrases import by_whom
from db.record.act_kinds import ACT_KINDS
from db.record.authorities import Authority
from db.record.dataset.explanations import shipped
from db.record.derivation import acts_in_force
from db.record.lazy_pattern import LazyPattern
from db.record.models import Act, Country, Tie
from db.record.people import PUBLIC
from db.record.text import normalise

_ORDERED = said_for("questions", "said_besides", "ordered")
_ON_THE_WAR = said_for("questions", "said_besides", "votes_on_the_war")
_WHY = said_for("questions", "said_besides", "why")


def _whole_words(name: str) -> LazyPattern:
    """What finds, in the whole of it, a word of a table: as normalised, a star for any ending."""
    return LATE.compile("|".join(words_for("questions", "said_besides", name).split("\n")).replace("*", r"\w*"))


def _normalised(name: str) -> frozenset[str]:
    return frozenset(map(normalise, words_for("questions", "said_besides", name).split("\n")))


_THE_WAR, _BODY, _OTHERS, _TIE_WORDS = map(_whole_words, ("the_war", "bodies", "others", "tie_words"))
_BEHIND, _BEFORE = map(_normalised, ("behind", "before"))
_CITY = frozenset({Authority.COUNCIL, Authority.MAYOR})
_NOT_THEM = tuple(
    (said_for("questions", "said_besides", name), bodies)
    for name, bodies in (
        ("not_the_council", frozenset({Authority.COUNCIL})),
        ("not_the_mayor", frozenset({Authority.MAYOR})),
        ("not_the_city", _CITY),
    )
)
# "After" sets a time as well as a reason.
_AFTER = frozenset(map(normalise, ("after", "після", "после")))
# Where what is said of one verb ends.
_STOPS = re.compile(r"[,.;:!?()—–\n]|\s-\s|…")
_TELLS = words_in_all("claims", "tells")
_SHORTEST, _SAME, _NEAR = 3, 5, 4
_NOT_HELD = frozenset({Intent.WHEN, Intent.STORY, Intent.SEQUENCE, Intent.LIST, Intent.COUNT})


def wrong_besides(tie: Tie, question: Question) -> Iterator[str]:
    """What a statement says was voted on, was done by somebody else, at an order, or to something else than the tie."""
    act = act_claimed(tie, question)
    if _ON_THE_WAR.search(question.joined):
        yield premise_sentences.NO_VOTE_ON_THE_WAR
        return
    if act is None or question.intents & _NOT_HELD or _several(question):
        return
    verb = _verb(question)
    if verb is None:
        return
    told = _told_of(act, tie)
    if (doer := _doer(question, verb[0])) and not _covers(told, question, doer):
        yield premise_sentences.not_by_them(_kind_word(act), by_whom(act), _typed(question, doer))
    elif _ORDERED.search(question.joined) and not _ordered_by_them(question, act):
        yield premise_sentences.no_order(_kind_word(act), by_whom(act))
    elif any(words.search(question.joined) and act.authority in bodies for words, bodies in _NOT_THEM):
        yield premise_sentences.done_by(_kind_word(act), by_whom(act))
    if thing := _object(question, verb[1]):
        on_record = _covers(told, question, thing)
        yield premise_sentences.of_the_tie_alone(_kind_word(act), _typed(question, thing), told=on_record)


def left_unchecked(tie: Tie, question: Question) -> Iterator[str]:
    """The reason that a statement gives, and the rest of what it says of the act, of which the record says nothing."""
    act = act_claimed(tie, question)
    verb = _verb(question)
    if act is None or verb is None or question.intents & _NOT_HELD or _several(question):
        return
    told = "".join(_told_of(each, tie) for each in acts_in_force(tie.acts))
    behind = range(verb[1] + 1, _end_of_clause(question, verb[1]))
    ordered = _ORDERED.search(question.joined) is not None
    why = _why(question, verb[1])
    if why and not ordered and not any(_THE_WAR.fullmatch(question.words[i].norm) for i in why):
        yield premise_sentences.reason_not_checked(_typed(question, why))
    thing = {*_object(question, verb[1])}
    rest = [i for i in behind if i not in why and i not in thing and _unread(question, i)]
    left = [run for run in _runs(rest) if not _covers(told, question, run)]
    if left and not (question.speakers or ordered):
        yield premise_sentences.rest_not_checked([_typed(question, run) for run in left[:2]])


def _kind_word(act: Act) -> str:
    return premise_sentences.done_word(ACT_KINDS[act.kind].leads_to)


def _several(question: Question) -> bool:
    return len({it.id for named in question.mentions for it in named.places if it.country is Country.US}) > 1


def _verb(question: Question) -> tuple[int, int] | None:
    """Where the words begin and end that say what was done; None where none of them says so."""
    said = frozenset().union(*question.said.values()) if question.said else frozenset()
    found = [i for i, word in enumerate(question.words) if word.norm in said]
    if not found:
        return None
    begin = end = found[0]
    while end + 1 < len(question.words) and question.words[end + 1].norm in said:
        end += 1
    return begin, end


def _unread(question: Question, i: int) -> bool:
    """Whether a word says something of its own that was not understood."""
    word = question.words[i]
    if word.raw not in question.asides or len(word.norm) < _SHORTEST or narrows_nothing(word.raw):
        return False
    if word.norm in words_of_margin(question.text):
        return False
    return not (word.norm in _BEHIND or claims_nothing(word) or _TIE_WORDS.fullmatch(word.norm))


def _doer(question: Question, verb: int) -> Sequence[int]:
    """The words right before what was done that name who did it, where they are none that was understood."""
    run = _before(question, verb)
    placed = [i for named in question.mentions if named.places for i in range(named.start, named.end)]
    inside = [i for i in run if i in placed]
    # "The voters of Tallahassee" are named before it, "Vermont's legislature" behind.
    of_them = bool(inside) and question.words[inside[0] - 1].norm == "of" and inside[-1] == verb - 1
    theirs = [i for i in run if i < inside[0]] if of_them else [i for i in run if not inside or i > inside[-1]]
    unread = [i for i in theirs if _unread(question, i) or question.words[i].norm in PUBLIC]
    if not unread or (question.words[verb].cyrillic and not _OTHERS.fullmatch(question.words[unread[0]].norm)):
        return ()
    if inside and not (of_them or _is_possessive(question, theirs[0])):
        return ()
    return run if of_them else range(run[0], unread[-1] + 1)


def _before(question: Question, verb: int) -> range:
    """The words right before what was done, up to where another part of the sentence ends."""
    starts = {named.start for named in question.mentions if named.places}
    begin = verb
    while begin:
        of_a_place = question.words[begin - 1].norm == "of" and begin in starts
        if not of_a_place and _is_bound(question, begin - 1):
            break
        begin -= 1
    return range(begin, verb)


def _is_possessive(question: Question, i: int) -> bool:
    """Whether the name right before a word owns it: "Vermont's legislature"."""
    return i > 0 and question.text[: question.words[i].start].rstrip().endswith(("'s", "’s", "s'", "s’"))


def _is_bound(question: Question, i: int) -> bool:
    word, behind = question.words[i], question.words[i + 1]
    if _STOPS.search(question.text, word.end, behind.start):
        return True
    return word.norm in _BEFORE or word.norm in _TELLS or claims_nothing(word)


def _object(question: Question, verb: int) -> Sequence[int]:
    """The words behind what was done that name to what, where it is something else than a tie: "its commission"."""
    run: list[int] = []
    for i in range(verb + 1, _end_of_clause(question, verb)):
        if question.words[i].norm in _BEHIND:
            break
        run.append(i)
    if not run or any(_TIE_WORDS.fullmatch(question.words[i].norm) for i in run):
        return ()
    unread = [i for i in run if _unread(question, i) or _BODY.fullmatch(question.words[i].raw.casefold())]
    if not unread or (not question.words[verb].cyrillic and unread[-1] != run[-1]):
        return ()
    return range(run[0], unread[-1] + 1)


def _end_of_clause(question: Question, begin: int) -> int:
    """Where the words end, from one on, between which nothing sets a sentence or a part of one apart."""
    words = question.words
    stops = (i for i in range(begin + 1, len(words)) if _STOPS.search(question.text, words[i - 1].end, words[i].start))
    return next(stops, len(words))


def _why(question: Question, verb: int) -> Sequence[int]:
    """The words of a reason behind what was done, up to where its clause ends."""
    for found in _WHY.finditer(question.joined):
        at = found.string[: found.start()].count(" ")
        if at <= verb:
            continue
        begin, end = at, _end_of_clause(question, at)
        words = found.group().split()
        names = {name for who in question.speakers for name in who.surnames} if _AFTER.isdisjoint(words) else set()
        behind = range(begin + len(words), end)
        if any(_unread(question, i) or question.words[i].norm in names for i in behind):
            return range(begin, end)
    return ()


def _ordered_by_them(question: Question, act: Act) -> bool:
    """Whether who is said to have ordered it decided it, or the record itself may speak of that order."""
    people = [who for who in question.speakers if who.is_person]
    if any(word.norm in PUBLIC for word in question.words):
        return False
    if people:
        return any(name in act.actor.casefold() for who in people for name in who.surnames)
    told = f"{act.actor} {act.said or ''} {act.summary}".casefold()
    return act.authority in question.authorities or "order" in told or "direct" in told


def _told_of(act: Act, tie: Tie) -> str:
    general = (f"{each.topic} {each.answer}" for each in shipped().all if tie.id in each.see)
    told = (act.actor, act.said, act.summary, act.condition, act.date_note, tie.note, *general)
    return f" {normalise(' '.join(filter(None, told)))}"


def _covers(told: str, question: Question, run: Sequence[int]) -> bool:
    """Whether what is told of an act has a word of some that were not understood, whatever its ending."""
    said = (question.words[i].norm for i in run if question.words[i].raw in question.asides)
    forms = (form for norm in said for form in (norm, *in_english(norm)) if len(form) > _SHORTEST)
    return any(f" {form[:_SAME]}" in told for form in forms)


def _typed(question: Question, run: Sequence[int]) -> str:
    return question.text[question.words[run[0]].start : question.words[run[-1]].end]


def _runs(places: Sequence[int]) -> Iterator[Sequence[int]]:
    first = last = None
    for place in places:
        if first is None or last is None:
            first = last = place
        elif place - last <= _NEAR:
            last = place
        else:
            yield range(first, last + 1)
            first = last = place
    if first is not None and last is not None:
        yield range(first, last + 1)
