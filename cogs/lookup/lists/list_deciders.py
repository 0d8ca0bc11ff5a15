"""Who is to have decided the ties that a list takes in, or on whose word they rest, as its question says. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from cogs.lookup.model import How, Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.leaving_words import LAST_WORDS
from cogs.lookup.reading.asked_filters import RESTS
from cogs.lookup.reading.asked_kinds import ASKED_HOW, ASKED_KINDS
from cogs.lookup.reading.denials import ruled_out
from cogs.lookup.reading.framing import is_of_a_teller
from cogs.lookup.reading.hits_meant import are_partners
from cogs.lookup.reading.intents import ASKED_AUTHORITIES, DECIDERS, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from cogs.lookup.reading.whose_word import speaks_of_several, whose_word
from cogs.lookup.times.eras import words_of_the_speech
from db.record.act_kinds import ActKind
from db.record.authorities import VOTING, Authority
from db.record.standings import STANDINGS, Standing

# What is set against that on which a standing rests, and how many words of it are looked at.
_SET_AGAINST = re.compile(
    r" (?:rather than|instead of|as opposed to|unlike|замисть|вместо|на видмину вид|в отличие от) "
)
_NOT_THAT = re.compile(r" (?:rather than|instead of|as opposed to|and not|not|а не|не) ")
_MOST_BEHIND = 10
# Without one of these nobody is ruled out.
_RULING_OUT = LAST_WORDS | frozenset(
    "not no nor neither drop rather instead opposed unlike arent isnt werent wasnt "
    "не ни ани вместо вмест замист замисть".split()
)
# So many deciders are left of all but one.
_SOME = 4
_KEEPING = ("keep", "kept", "retain", "сохран", "остав", "збер", "залиш")
_WORDS_OF_OTHERS = {ActKind.CONFIRMED}
_NO_VOTE = said_for("lists", "list_deciders", "no_vote")
_PROPOSERS = {
    Authority.MAYOR: said_for("lists", "list_deciders", "proposers", "mayor"),
    Authority.STATE: said_for("lists", "list_deciders", "proposers", "state"),
}
# "Both the mayor and the council": so many words behind it are looked at.
_BOTH = said_for("lists", "list_deciders", "both")
# "Somebody not elected", "чиновники, а не выборные".
_UNELECTED = said_for("lists", "list_deciders", "unelected")
_NOT_ELECTED = (Authority.CITY_PAGE, Authority.ASSOCIATION)
_MOST_OF_BOTH, _TWO = 8, 2
_JOINED = LATE.compile(r" (?:and|or|та|и|й|або|или|чи) (?:the |a |any |their )?$")
# Right before an official: that it is the asker's own.
_OWN = re.compile(r"\b(?:my|our|наш|мо|мои|мій|мий)\w{0,3} (?:\w+ )?$")
_GOVERNOR = said_for("lists", "list_deciders", "governor")
# What rules out a decider that stands behind it: "a council, not just a mayor".
_NOT_JUST = re.compile(
    r"\b(?:not|no|without|не|без) (?:just |only |merely |лише |тильки |только )?(?:by )?(?:a |the |any )?$"
)


def proposer_asked(question: Question) -> Authority | None:
    """Who is to have proposed it, where whoever decided is named beside: "a mayor proposed and the council voted"."""
    if ActKind.PROPOSED not in question.narrowing.kinds:
        return None
    return next((it for it, said in _PROPOSERS.items() if said.search(question.joined)), None)


def deciders_asked(question: Question) -> tuple[Authority, ...]:
    """Who decided, by the phrases for that or by the one word for it beside a decision: "suspensions from mayors".

    Without the council, where it is asked for what no council voted on.
    """
    told = by_their_word(question)
    unnamed = question.narrowing.by_word and question.narrowing.decided and not question.authorities
    if unnamed and (out := _ruled_out_there(question)):
        # "Without a council, who did it".
        return tuple(authority for authority in ASKED_AUTHORITIES if authority not in out)
    if question.narrowing.by_word and not (Intent.EARLIEST in question.intents and len(question.authorities) == 1):
        return told
    if proposer := proposer_asked(question):
        return (proposer,)
    if len(told) > _SOME and len(question.authorities) > _SOME:
        # "Minus those of a club's or a newspaper's word": both are left out.
        return tuple(authority for authority in told if authority in question.authorities)
    if _UNELECTED.search(question.joined):
        # "A volunteer association rather than an elected body": that one alone.
        named = [it for it in _NOT_ELECTED if it in DECIDERS and DECIDERS[it].search(question.joined)]
        return tuple(named) or _NOT_ELECTED
    if both := _of_both(question):
        return tuple(it for it in Authority if it in both)
    asked = (
        _of_named_alone(question)
        # "Where the city itself said so, or its mayor": more than the mayor.
        or (
            told
            if Authority.CITY_PAGE in {*told} - {*question.authorities} and {*question.authorities} < {*told}
            else ()
        )
        or question.authorities
        or _rested_on(question)
        or _named_beside_decision(question)
        or told
    )
    asked = _with_those_joined(asked, question)
    asked = tuple(authority for authority in asked if authority not in _ruled_out_there(question))
    asked = _without_unmeant(asked, question)
    if question.narrowing.unvoted and {*asked} == {*ASKED_AUTHORITIES} - {Authority.COUNCIL}:
        # "Who didn't use a council vote": that there was none says it.
        return ()
    if Trait.NO_VOTE not in question.narrowing.traits:
        return () if _stand_behind_a_proposal(question) else asked
    return tuple(authority for authority in asked if authority is not Authority.COUNCIL)


def asks_for_each(question: Question, deciders: Sequence[Authority]) -> bool:
    """Whether each of the two deciders asked for is to have acted: "where both the mayor and the council acted"."""
    return len(deciders) == _TWO and _of_both(question) == {*deciders}


def _of_both(question: Question) -> set[Authority]:
    """The two deciders that are named as both; none where they are not."""
    for both in _BOTH.finditer(question.joined):
        behind = " ".join(question.joined[both.start() :].split()[:_MOST_OF_BOTH])
        found = {it for it, words in DECIDERS.items() if words.search(behind)}
        if len(found) == _TWO:
            return found
    return set()


def how_asked(question: Question, deciders: Sequence[Authority]) -> How | None:
    """How it was decided; not by a vote, where whoever votes is ruled out: "by something other than a council vote"."""
    if question.narrowing.by_word or proposer_asked(question):
        return None
    if question.narrowing.rests and len(question.authorities) > _SOME:
        # "Minus those that rest on a newspaper alone": what is alone is left out.
        return None
    how = question.narrowing.how
    if how is How.WORD and _is_said_of_others(question):
        return None
    return None if how is How.VOTE and deciders and not VOTING & set(deciders) else how


def _is_said_of_others(question: Question) -> bool:
    """Whether it is said of those alone against whom the ones asked for are set that they decided by their word:
    "which councils ended it, as opposed to a mayor acting alone".
    """
    against = _SET_AGAINST.search(question.joined)
    if against is None or question.narrowing.unvoted:
        return False
    said = [match.start() for match in ASKED_HOW[How.WORD].finditer(question.joined)]
    return bool(said) and min(said) > against.start()


def _stand_behind_a_proposal(question: Question) -> bool:
    """Whether deciders are named only of what came of a proposal: "proposed to end it, and the council paused it"."""
    if ActKind.PROPOSED not in question.narrowing.kinds or not any(STANDINGS[it].decision for it in question.standings):
        return False
    ends = [match.end() for match in ASKED_KINDS[ActKind.PROPOSED].finditer(question.joined)]
    starts = [match.start() for words in DECIDERS.values() for match in words.finditer(question.joined)]
    return bool(ends and starts) and min(starts) > max(ends)


def _rested_on(question: Question) -> tuple[Authority, ...]:
    """Whose act or word it is on which ties are said to rest: "which rest on a council's own decision"."""
    found = [match for match in RESTS.finditer(question.joined) if not ruled_out(question.joined, match)]
    behind = [_NOT_THAT.split(question.joined[match.start() :])[0] for match in found]
    behind = [" ".join(text.split()[:_MOST_BEHIND]) for text in behind]
    return tuple(it for it, words in DECIDERS.items() if any(words.search(each) for each in behind))


def _named_beside_decision(question: Question) -> tuple[Authority, ...]:
    decided = any(STANDINGS[it].decision for it in question.standings) or ActKind.KEPT in question.narrowing.kinds
    decided = decided or question.narrowing.decided or ActKind.CONFIRMED in question.narrowing.kinds
    decided = decided or bool({Trait.CHANGED_COURSE, Trait.EXECUTIVE_ORDER} & {*question.narrowing.traits})
    decided = decided or _says_kept(question)
    by_word = question.narrowing.how is How.WORD and not question.narrowing.unvoted
    if not decided or (question.narrowing.how and not (by_word or question.narrowing.unvoted)):
        return ()
    speech = words_of_the_speech(question.joined)
    # The mayors to whom Zelenskyy spoke did not decide there.
    named = {
        it: [each for each in words.finditer(question.joined) if each.string.count(" ", 0, each.start()) not in speech]
        for it, words in DECIDERS.items()
    }
    said = {it: left for it, found in named.items() if (left := [each for each in found if not are_partners(each)])}
    found = [it for it, matches in said.items() if not all(_is_out(match, question.joined) for match in matches)]
    found = found or [it for it, matches in said.items() if _refuses_it(matches, question)]
    if by_word:
        # "What did associations decide on their own": whoever votes is named there for what was done without a vote.
        return tuple(found) if len(found) == 1 and not VOTING & {*found} else ()
    out = {it for it, matches in said.items() if all(ruled_out(question.joined, match) for match in matches)}
    if out and not found:
        return tuple(authority for authority in ASKED_AUTHORITIES if authority not in out)
    return tuple(found) if len(found) == 1 else ()


def _refuses_it(matches: Sequence[re.Match[str]], question: Question) -> bool:
    """Whether somebody is asked for by what they said to it: "where the mayor said no, we won't cut it"; not whoever
    told the asker so.
    """
    if ActKind.KEPT not in question.narrowing.kinds:
        return False
    return any(_OWN.search(match.string, 0, match.start()) is None for match in matches)


def _says_kept(question: Question) -> bool:
    """Whether what is read as active is said of somebody who kept a tie: "where did the mayor keep it"."""
    return any(word.startswith(_KEEPING) for word in question.said.get(Standing.ACTIVE, ()))


def _without_unmeant(asked: tuple[Authority, ...], question: Question) -> tuple[Authority, ...]:
    """The deciders asked for, without those whose words say something else: "by state", "on a mayor's motion"."""
    of_states = Intent.BY_STATE in question.intents or {Trait.OF_STATE, Trait.NOT_OF_CITY} & set(
        question.narrowing.traits
    )
    if of_states and not _GOVERNOR.search(question.joined):
        # "By state" and "held by a state" name no decider.
        asked = tuple(authority for authority in asked if authority is not Authority.STATE)
    if {Trait.STATE_MEDIA, Trait.ONE_REPORT, Trait.HEADLINES} & {*question.narrowing.traits} and len(asked) == 1:
        # "State media", "one newspaper" name no newsroom as the one on whose word a tie stands.
        asked = tuple(authority for authority in asked if authority is not Authority.PRESS)
    if Trait.MAYORS_MOTION in question.narrowing.traits:
        # On the mayor's motion somebody else decided.
        asked = tuple(authority for authority in asked if authority is not Authority.MAYOR)
    if Trait.DOCUMENTED in question.narrowing.traits:
        # "On a document: minutes, an order, the city's own page" names no decider.
        asked = tuple(authority for authority in asked if authority is not Authority.CITY_PAGE)
    return asked


def _with_those_joined(asked: Sequence[Authority], question: Question) -> tuple[Authority, ...]:
    """The one decider asked for, with one that an "and" or "or" joins to it: "which governors and mayors"."""
    if len(asked) != 1:
        return tuple(asked)
    named = [(it, match) for it, words in DECIDERS.items() for match in words.finditer(question.joined)]
    ends = {match.end(): it for it, match in named}
    joined = {
        frozenset({it, ends[with_one.start()]})
        for it, match in named
        if (with_one := _JOINED.search(question.joined, 0, match.start())) and with_one.start() in ends
    }
    pairs = [pair for pair in joined if asked[0] in pair and not any(map(_is_ruled_out_in(question), pair))]
    return tuple(it for it in Authority if pairs and it in pairs[0]) or tuple(asked)


def _is_ruled_out_in(question: Question) -> Callable[[Authority], bool]:
    out = _ruled_out_there(question)
    return lambda authority: authority in out


def _of_named_alone(question: Question) -> tuple[Authority, ...]:
    """The one decider that is named, where another is ruled out and all are left: "mayors, with no council vote"."""
    if len(question.authorities) <= _SOME:
        return ()
    named = {it: [*words.finditer(question.joined)] for it, words in DECIDERS.items()}
    found = [it for it, said in named.items() if any(not _is_out(match, question.joined) for match in said)]
    # "Where the mayor announced it and the council did not vote": the council is ruled out.
    found = found if len(found) == 1 else [it for it in found if it in question.authorities]
    return tuple(found) if len(found) == 1 else ()


def by_their_word(question: Question) -> tuple[Authority, ...]:
    """On whose word ties are to rest that stand by a word: "the live ones that only a club vouches for"."""
    narrowing = question.narrowing
    by_a_word = {Standing.ACTIVE, Standing.DORMANT} & {*question.standings} and {*narrowing.kinds} <= _WORDS_OF_OTHERS
    divided = narrowing.by_word and (Intent.COUNT in question.intents or speaks_of_several(question))
    held_apart = narrowing.compares and speaks_of_several(question)
    return whose_word(question) if by_a_word and not (held_apart or narrowing.how or divided) else ()


def _ruled_out_there(question: Question) -> set[Authority]:
    """Who is ruled out by the words for it: "neither a vote nor a mayor"."""
    if _RULING_OUT.isdisjoint(question.joined.split()):
        return set()
    said = {it: matches for it, words in DECIDERS.items() if (matches := [*words.finditer(question.joined)])}
    out = {it for it, matches in said.items() if all(ruled_out(question.joined, match) for match in matches)}
    unvoted = question.narrowing.unvoted or (out and _NO_VOTE.search(question.joined))
    return out | ({Authority.COUNCIL} if unvoted else set())


def _is_out(match: re.Match[str], joined: str) -> bool:
    """Whether a decider is ruled out: "a council, not just a mayor", "as opposed to a mayor or governor"."""
    return is_of_a_teller(match) or ruled_out(joined, match) or _NOT_JUST.search(joined[: match.start()]) is not None
