"""Which explanation a question asks for, if one. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from cogs.lookup.explanations.explanation_clauses import (
    SHORTEST_CLAUSE,
    clauses_of,
    clauses_without_names,
    without_hearsay,
)
from cogs.lookup.explanations.explanation_fit import (
    ARGUED_OF,
    OF_ONE_TIE,
    asks_for_figures,
    asks_of_a_pair,
    asks_to_explain,
    asks_to_list_standings,
    asks_who_wrote,
    asks_why_of_a_place,
    is_of_another_subject,
    is_of_the_other_country,
    may_be_of_petition,
    names_what_is_asked_of,
    wants_explaining,
)
from cogs.lookup.explanations.explanation_likeness import (
    AHEAD,
    ARGUED,
    ARGUED_BESIDE_NAMES,
    FAR_AHEAD,
    LIKE,
    LIKE_BESIDE_NAMES,
    LIKE_WITHOUT_RIVAL,
    LIKENESS,
    SURELY_OF_SUBJECT,
    THE_SAME,
)
from cogs.lookup.explanations.explanation_phrases import asked_in_quotes, phrased_by_words
from cogs.lookup.explanations.explanation_subjects import ON_ONE, asked_of_subject
from cogs.lookup.phrases.words_matched import words_matched
from cogs.lookup.reading.intents import DECIDERS, INTENTS, SUBJECT, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.times.periods import names_a_time
from db.record.dataset.explanations import shipped
from db.record.explanations import Explanation, FoundExplanation, meaning
from db.record.months import ALL_MONTHS
from db.record.standings import CUT, Standing
from db.record.text import Token, normalise
from db.record.ways_of_asking import Topics

# The meaning of one standing is no answer about another.
_STANDING_WORDS = frozenset(meaning(standing) for standing in Standing)
# Where nothing else fits, one telling word alone is not enough, unless the rest is much alike; and what is a little
# like the question must be so by far more than any other answer.
_ON_ONE_WORD = 0.7
# Talk of something else is so like a way of talking, where they share one telling word.
_TALK_BY_ONE_WORD = 0.8
# Or so far ahead of anything else.
_TALK_AHEAD = 0.3
_LIKE_OF_PLACE, _TELLING_OF_PLACE = 0.5, 2
# On one telling word, what is so like the question that no other answer is nearly so.
_ON_ONE_ALONE = 0.62
# A question of several ties is not answered by what is said of the petition or the bot, unless it names those.
_OF_SEVERAL = frozenset({Intent.LIST, Intent.COUNT, Intent.LATEST, Intent.EARLIEST})
# A question for a number or a list is not answered by what is only a little like it.
_OF_LISTS = frozenset({Intent.COUNT, Intent.LIST})
# So much on one telling word beside a list: "which cities got money from Russia" does not ask what a tie costs.
_LISTED_ON_ONE = 0.84
# So like an answer's way of asking is that question where it wants explaining, though a list could be made by its
# words: "why is the date only approximate".
_NEARLY_THE_SAME = 0.85
_A_LITTLE = 0.001
_NO_TIES = frozenset({"bot", "petition"})
# A clause of a longer text is asked a little less surely than the whole of a short one.
_OF_CLAUSE = 0.95
# So much of a text must be talk for the whole to be talk: not in "I don't want my name anywhere, is that ok".
_MOST_OF_IT = 0.5
_NOT_THE_OTHER = re.compile(r"\b(?:not|rather than|instead of|а не|вместо|замисть) ")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTHS = frozenset(map(normalise, ALL_MONTHS))


def explanation_of(question: Question, enough: float | None = None, *, listed: bool = False) -> Explanation | None:
    """The answer to the general question that is asked, if one is; ``enough`` is how like it must be.

    ``listed``: it asks for a list as well, by whose words alone no answer is recognised.
    """
    if enough is None and listed and (asks_for_figures(question) or asks_to_list_standings(question)):
        return None
    pair = asks_of_a_pair(question)
    if enough is None and not pair and (phrased := phrased_by_words(question) or asked_in_quotes(question)):
        return phrased
    named = names_what_is_asked_of(question)
    if named and (question.intents & OF_ONE_TIE or asks_who_wrote(question)):
        return None
    if enough is None and (asks_why_of_a_place(question) or question.narrowing.rests):
        return None
    if enough is None and listed and question.narrowing.how and question.narrowing.sort:
        # "The smallest town where the council voted".
        return None
    argued = Intent.ARGUING in question.intents
    explains = enough is None and listed and asks_to_explain(question)
    listed = listed and not explains
    needed = _needed(question, enough, named=named, listed=listed, explains=explains)
    of_list = _tells_nothing_general(question, named=named, listed=listed)
    no_list = wants_explaining(question) and not (named or question.intents & _OF_SEVERAL)
    telling = 1 + named if named or listed or enough is not None else 0
    found = [
        each
        for each in _found(question, needed, 0.0 if enough is None else _TALK_AHEAD, telling)
        if each.likeness >= (max(needed, _LISTED_ON_ONE) if listed and len(each.telling) < 2 else needed)
        and (argued or not each.unshared & _STANDING_WORDS)
        and not is_of_the_other_country(each)
        and may_be_of_petition(each.explanation, question)
        and not (
            each.explanation.small_talk and (named or _is_talk_by_one_word(each, question, alone=enough is not None))
        )
        and not (
            (named or _asks_how_decided(question) or (listed and question.intents & _OF_SEVERAL))
            and is_of_another_subject(each.explanation, question)
        )
        and (enough is None or _fits_where_nothing_else_does(each, question))
        and (len(each.telling - of_list) >= telling or each.likeness >= (_same(each) if no_list else THE_SAME))
    ]
    best = max(found, key=LIKENESS, default=None)
    on_one = _LISTED_ON_ONE if listed else ON_ONE
    if enough is None and not named and (best is None or best.likeness < THE_SAME):
        sure = asked_of_subject(question, SURELY_OF_SUBJECT, _NO_TIES, on_one)
        if sure is not None:
            return sure
    if best is not None:
        return best.explanation
    if enough is not None or question.speakers:
        return None
    of_place = _of_place(question) if named and not (listed and question.standings) else None
    return of_place or asked_of_subject(question, only=_NO_TIES if listed else None, on_one=on_one)


def _tells_nothing_general(question: Question, *, named: bool, listed: bool) -> frozenset[str]:
    """The meanings by which ties are asked for in a list, or how those of a place stand: "did Buffalo freeze it or end
    it" asks no reason for the one or the other.
    """
    by_list = (*question.of_lists, *_times(question), *_deciders(question)) if listed else ()
    of_place = _STANDING_WORDS if named and Intent.ARGUING not in question.intents else frozenset[str]()
    return of_place.union(map(meaning, by_list))


def _same(found: FoundExplanation) -> float:
    """How like a question must be that wants explaining, though a list could be made by its words; by none but those of
    standings, only the same is: "dormant ties".
    """
    return _NEARLY_THE_SAME if found.telling - _STANDING_WORDS else THE_SAME


def _needed(question: Question, enough: float | None, *, named: bool, listed: bool, explains: bool) -> float:
    """How like a question an answer must be; ``explains``: an explanation is asked for, where ties are spoken of."""
    if enough is not None:
        return max(enough, LIKE_WITHOUT_RIVAL) if question.intents & _OF_LISTS else enough
    narrowed = named or (listed and question.period is not None)
    if Intent.ARGUING in question.intents:
        return ARGUED_BESIDE_NAMES if narrowed else ARGUED
    if narrowed:
        return LIKE_BESIDE_NAMES
    return ARGUED if explains else LIKE


def _is_talk_by_one_word(found: FoundExplanation, question: Question, *, alone: bool) -> bool:
    """Whether talk is recognised by one word among others: "the hometown of Putin" is no "my hometown is destroyed".

    ``alone``: nothing else fits, and what is far ahead of all else is talk by one word. Who asks for a list, "which
    mayors apologized", talks only where nothing but talk is said.
    """
    by_far = alone and found.likeness >= LIKE_WITHOUT_RIVAL and found.ahead >= _TALK_AHEAD
    surely = THE_SAME if question.intents & _OF_LISTS else _TALK_BY_ONE_WORD
    return len(found.telling) == 1 and found.likeness < surely and not by_far


def _asks_how_decided(question: Question) -> bool:
    """Whether it is asked how it was decided that ties stand in some way: a vote there is none of an election."""
    return bool(question.standings and question.narrowing.how)


def _fits_where_nothing_else_does(found: FoundExplanation, question: Question) -> bool:
    """Whether an answer is like enough to a question that nothing else fits, and no other is nearly as like."""
    if is_of_another_subject(found.explanation, question) and (
        found.explanation.subject == "petition" or question.intents & ARGUED_OF
    ):
        return False
    if len(found.telling) < 2 and found.likeness < _ON_ONE_WORD and not found.explanation.small_talk:
        counted = question.intents & _OF_LISTS
        return found.likeness >= _ON_ONE_ALONE and found.ahead >= FAR_AHEAD and not counted
    surely = _ON_ONE_WORD if question.intents & _OF_LISTS else LIKE_WITHOUT_RIVAL
    return found.ahead >= (AHEAD if found.likeness >= surely else FAR_AHEAD)


def _deciders(question: Question) -> Iterator[str]:
    """The words for who decided and for ties, of a question for those that somebody suspended or ended: "which tie was
    suspended by a sister-city association" asks for no words of associations.
    """
    named = [said for said in DECIDERS.values() if said.search(question.joined)]
    # "Who signs off on ending it, mayor or council" asks who decides.
    one = len(named) == 1 or (len(named) > 1 and _NOT_THE_OTHER.search(question.joined) is not None)
    if one and any(standing in CUT for standing in question.standings):
        for said in (*named, SUBJECT):
            for match in said.finditer(question.joined):
                yield from match.group().split()


def _times(question: Question) -> list[str]:
    """The words of a time by which a list is narrowed."""
    if question.period is None:
        return []
    words = (word.norm for word in question.words)
    return [word for word in words if word in _MONTHS or _YEAR.fullmatch(word) or names_a_time(word)]


@cache
def _asked_of_places() -> Topics:
    """The answers that may be asked for with the name of a place."""
    return shipped().topics(each.id for each in shipped().all if each.of_place)


def _of_place(question: Question) -> Explanation | None:
    """The answer to what is asked of the bot with the name of a place in it: "tell me when Oakland decides"."""
    texts = (_besides_names(question), *clauses_without_names(question))
    found = (_asked_of_a_place([word.norm for word in text]) for text in texts)
    return next(filter(None, found), None)


def _asked_of_a_place(norms: Sequence[str]) -> Explanation | None:
    likeliest = shipped().find(norms, _LIKE_OF_PLACE, among=_asked_of_places(), telling=_TELLING_OF_PLACE)
    if likeliest is None or len(likeliest.telling) < _TELLING_OF_PLACE:
        return None
    # It must be ahead of what is asked for without a place, too.
    found = shipped().find(norms, _LIKE_OF_PLACE, within=FAR_AHEAD)
    if found is None or found.explanation is not likeliest.explanation:
        return None
    return found.explanation if found.ahead >= FAR_AHEAD else None


def _besides_names(question: Question) -> list[Token]:
    names = {i for mention in question.mentions for i in range(mention.start, mention.end)}
    words = [word for i, word in enumerate(question.words) if i not in names]
    return [*without_hearsay(question, words)]


def _found(question: Question, enough: float, within: float, telling: int) -> Iterator[FoundExplanation]:
    """What is most like the question, like what it says without the names of places, and like each of its clauses;
    what surely has not so many ``telling`` words is not looked for.
    """
    words = _besides_names(question)
    names = len(words) < len(question.words)
    clauses = clauses_of(question, words)
    texts = [words, *(clause for clause in clauses if len(clauses) > 1 and len(clause) >= SHORTEST_CLAUSE)]
    if Intent.CLAIM in question.intents and (claimed := _without_asking_if_so(question, words)):
        texts.append(claimed)
    for number, text in enumerate([question.words, *texts] if names else texts):
        found = shipped().find((word.norm for word in text), enough - _A_LITTLE, within=within, telling=telling)
        if found is not None:
            is_clause = number > names
            if is_clause and found.explanation.small_talk and len(text) < len(question.words) * _MOST_OF_IT:
                continue
            yield replace(found, likeness=found.likeness * _OF_CLAUSE) if is_clause else found


def _without_asking_if_so(question: Question, words: Sequence[Token]) -> list[Token]:
    """The words without those that ask whether something is so: "is it true that only a mayor decides"."""
    asking = words_matched(INTENTS[Intent.CLAIM].finditer(question.joined))
    left = [word for word in words if word.norm not in asking]
    return left if SHORTEST_CLAUSE <= len(left) < len(words) else []
