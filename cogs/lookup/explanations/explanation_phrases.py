"""Which explanation is asked for by a phrase or by a word in quotation marks. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache

from cogs.lookup.explanations.argued import OF_BOTH, OF_SIDES, argument_of
from cogs.lookup.explanations.concepts_said import concepts_in
from cogs.lookup.explanations.explanation_likeness import THE_SAME
from cogs.lookup.explanations.terms_asked import terms_asked
from cogs.lookup.explanations.topics_meant import topic_of
from cogs.lookup.explanations.words_apart import words_apart
from cogs.lookup.people.sayings import REBUT
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import PhraseTable, phrases
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from db.record.caching import of_the_last
from db.record.dataset.explanations import shipped
from db.record.explanations import Explanation, FoundExplanation, meaning
from db.record.text import key

# So like another answer is what is asked with a word in quotation marks, that it does not ask what the word means.
_LIKE_AS_A_WHOLE = 0.75
# So like a way of asking, so far ahead of any other answer, in so many telling words, is what asks for it plainly. Left
# out one by one, 96 of 100 ways of asking that are so like come to their own answer.
_LIKE_PLAINLY, _PLAINLY_AHEAD, _PLAIN_WORDS = 0.7, 0.3, 3
# So many telling words, where somebody's words are quoted in the question as well.
_PLAIN_BESIDE_QUOTES = 5
# So like, and one telling word less is enough.
_VERY_PLAIN = 0.85
# So like, and the petition is meant without a word of it.
_LIKE_BY_ANY_WORDS = 0.8
# So many characters of a question are looked through for phrases.
LONGEST_PHRASED = 400
_QUOTED = LATE.compile(r"[\"“”„«']([^\"“”„«»']{3,40})[\"“”»']")
# What is told to who only says to be elsewhere, and what asks for ties all the same.
_FROM_ABROAD, _OF_ALL = "abroad", frozenset({Intent.COUNT, Intent.LIST})
_OF_NO_PLACE, _MOSCOW = frozenset({"russia-says", "zelenskyy-by-video", "help"}), "moscow"
_PETITION, _OF_CHANGES = "petition", "changed-side"
_PETITION_NAMED = LATE.compile(r"\b(?:petition|петиц|change org|signature)")
_OF_RUSSIA = "russia-says"
# Of which kind an explanation of a standing's word is, and by what ties are asked for and nothing of the bot.
_OF_A_WORD = "word-"
_OF_SEVERAL = said_for("questions", "explanation_phrases", "of_several")
_LIST_THEM = said_for("questions", "explanation_phrases", "list_them")
_OF_MANY = frozenset({Intent.COUNT, Intent.WORDS, Intent.LIST})


@cache
def _phrases() -> PhraseTable[str]:
    return PhraseTable({each.id: phrases("\n".join(each.phrases)) for each in shipped().in_full() if each.phrases})


@cache
def _phrases_together() -> PhraseTable[tuple[str, int]]:
    """The phrases of which all must stand in a question, by the id of their answer and their number."""
    known = ((each.id, number, text) for each in shipped().all for number, text in enumerate(each.together))
    return PhraseTable({(name, number): phrases(text) for name, number, text in known})


def _asked_together(joined: str) -> str | None:
    """The id of the answer all of whose phrases stand in normalised words, of the most, where several have theirs."""
    table = _phrases_together()
    may_be = Counter(name for name, _ in table.may_be_in(joined))
    asked = (shipped().by_id(name) for name in may_be)
    whole = [each for each in asked if each and may_be[each.id] == len(each.together)]
    # Most have not all of them, by their words alone: then none of them is looked for.
    held = Counter(name for name, _ in table.found(joined)) if whole else may_be
    whole = [each for each in whole if held[each.id] == len(each.together)]
    return max(whole, key=lambda each: len(each.together)).id if whole else None


def _longest(found: Mapping[str, int], joined: str) -> str:
    """The answer with the longest phrase in normalised words; of several as long, the one whose ways are most like."""
    most = max(found.values())
    names = [name for name, length in found.items() if length == most]
    likest = shipped().find(joined.split(), among=shipped().topics(names)) if len(names) > 1 else None
    return likest.explanation.id if likest else names[0]


# Whoever answers a question asks this several times of the same words.
@lru_cache(maxsize=8)
def phrased_by(joined: str) -> Explanation | None:
    """The answer that is asked by a phrase in normalised words; by the longest, where several are. Where none is, the
    one all of whose phrases stand there. Words that are a way of asking for another answer ask for that one.
    """
    found = {name: len(matches[0].group()) for name, matches in _phrases().found(joined).items()}
    name = _longest(found, joined) if found else _asked_together(joined)
    if name is None:
        return None
    same = shipped().find(joined.split(), THE_SAME)
    plain = same or _plain(tuple(joined.split()))
    very = plain is not None and plain.likeness >= _VERY_PLAIN and len(plain.telling) >= _PLAIN_WORDS - 1
    return plain.explanation if plain is not None and (same or very) else shipped().by_id(name)


def phrased(question: Question) -> Explanation | None:
    """The answer on the one term whose meaning a question asks, or else what a phrase in it asks for."""
    terms = terms_asked(question)
    term = shipped().by_id(terms[0]) if len(terms) == 1 else None
    return term or phrased_by(question.joined[:LONGEST_PHRASED])


# A question is asked this by several in turn.
@of_the_last
def phrased_by_words(question: Question) -> Explanation | None:
    """The answer that a phrase in a question asks for, or else its words as a whole, by far and in several of them, or
    the argument or the topic that it is about.
    """
    found = phrased(question) or _asked_plainly(question)
    if found is not None and found.subject != _PETITION and (topic := _topic_of_the_petition(question)):
        # "Is it true what the petition says of Bucha": nothing that only shares a word with it.
        return topic
    if found is not None:
        return _fit(_narrower(found, question), question)
    argument = argument_of(question)
    meant = argument.answer if argument else _topic(question)
    told = shipped().by_id(meant) if meant else None
    return None if told and asks_for_ties_instead(told, question) else told


def _topic_of_the_petition(question: Question) -> Explanation | None:
    """The answer on what is asked of the petition by its meaning, where it is named."""
    if Intent.PETITION not in question.intents or _PETITION_NAMED.search(question.joined) is None:
        return None
    meant = shipped().by_id(_topic(question) or "")
    return meant if meant and meant.subject == _PETITION else None


def _topic(question: Question) -> str | None:
    """The id of the answer on what a question asks by its meaning, unless it is a way of asking for another one."""
    plain = _plain(tuple(word.norm for word in question.words))
    is_way = plain is not None and plain.likeness >= THE_SAME
    return None if is_way else topic_of(question)


def _narrower(found: Explanation, question: Question) -> Explanation:
    """The answer on the one argument that a side is asked to answer, or both sides are asked about, in the place of
    what they say in general.
    """
    if found.id != OF_BOTH and not (found.id in OF_SIDES and REBUT.search(question.joined)):
        return found
    argument = argument_of(question)
    one = argument is not None and argument.answer not in OF_SIDES and argument.fits(concepts_in(question.joined)) > 1
    return (shipped().by_id(argument.answer) if one and argument else None) or found


def _fit(found: Explanation | None, question: Question) -> Explanation | None:
    """None on the petition where something older was signed, and none where a list is narrowed by much else."""
    if found is not None and question.narrows_thrice and not found.alone and found.id != _OF_RUSSIA:
        return None
    if found is not None and asks_for_ties_instead(found, question):
        return None
    named = {place.id for mention in question.mentions for place in mention.places}
    of_one = found is not None and found.id == _OF_CHANGES and Intent.CLAIM in question.intents
    if found is not None and (of_one or found.id in _OF_NO_PLACE) and named - {_MOSCOW}:
        # How Russia took what one city did, whether the president named it, or who is confused by it, is of that one.
        return None
    if found is not None and _is_of_somebody_else(found, question):
        return None
    of_agreements = found is not None and found.subject == "petition" and question.is_of_agreements
    # "Writing from Kharkiv. Which cities ended it?", "… Does Dallas still have Saratov?"
    countries = {place.country for mention in question.mentions for place in mention.places}
    of_ties = len(countries) > 1 or (question.standings and question.intents & _OF_ALL)
    of_asker = found is not None and found.id == _FROM_ABROAD and of_ties
    return None if of_agreements or of_asker else found


def _is_of_somebody_else(found: Explanation, question: Question) -> bool:
    """Whether what Russia's side says would be told of somebody of the other side who is named: "Bestpitch's thing
    about Putin being happy".
    """
    people = [speaker for speaker in question.speakers if speaker.is_person]
    told = frozenset(key(found.answer).split()) if people and found.id == _OF_RUSSIA else frozenset[str]()
    return bool(told) and all(told.isdisjoint(speaker.surnames) for speaker in people)


def asks_for_ties_instead(found: Explanation, question: Question) -> bool:
    """Whether ties are asked for that an explanation has only words of: "some you have from Wikipedia alone, list them
    so I don't quote those", "everybody on hold with strings attached".
    """
    traits = {*question.narrowing.traits}
    if not traits or Intent.MEANING in question.intents:
        return False
    of_several = Intent.BOT not in question.intents and _OF_SEVERAL.search(question.joined) is not None
    of_a_word = found.id.startswith(_OF_A_WORD) and bool(question.standings) and of_several
    return of_a_word or (found.subject == "bot" and _LIST_THEM.search(question.joined) is not None)


def _asked_plainly(question: Question) -> Explanation | None:
    """The answer that the words of a question ask for as a whole; beside a name, one that is of no tie alone."""
    found = _plain(tuple(word.norm for word in question.words))
    if found is None or found.explanation.small_talk:
        return None
    if Intent.WORDS in question.intents and len(found.telling) < _PLAIN_BESIDE_QUOTES:
        return None
    if found.likeness >= THE_SAME and len(question.words) >= _PLAIN_WORDS:
        return found.explanation
    of_petition = Intent.PETITION in question.intents or found.likeness >= _LIKE_BY_ANY_WORDS
    if found.explanation.subject == _PETITION and not of_petition:
        # "The harshest line for ending" asks nothing of the petition, whose harshest line is on file.
        return None
    of_list = {meaning(word) for word in question.of_lists}
    if len(found.telling - of_list) < (_PLAIN_WORDS if found.likeness < _VERY_PLAIN else _PLAIN_WORDS - 1):
        return None
    named = question.mentions or question.states or question.speakers
    return found.explanation if found.explanation.subject or not named else None


# Whoever answers a question asks this several times of the same words.
@lru_cache(maxsize=8)
def _plain(norms: tuple[str, ...]) -> FoundExplanation | None:
    found = shipped().find(norms, _LIKE_PLAINLY, within=_PLAINLY_AHEAD, telling=_PLAIN_WORDS - 1)
    return found if found is not None and (found.ahead >= _PLAINLY_AHEAD or found.likeness >= THE_SAME) else None


@cache
def _in_quotes() -> dict[str, Explanation]:
    """The answers that are asked for by a word in quotation marks, by these words, normalised."""
    return {key(word): each for each in shipped().all for word in each.quoted}


# A question is asked this by several in turn.
@of_the_last
def asked_in_quotes(question: Question) -> Explanation | None:
    """What is asked with a word in quotation marks: “dormant” - so is it dead. Not how many are so, nor who said it."""
    named = any(not mention.weak for mention in question.mentions)
    if named or question.all_states or question.intents & _OF_MANY or question.narrowing.compares:
        return None
    quotes = (_in_quotes().get(key(each[1])) for each in _QUOTED.finditer(question.text[:LONGEST_PHRASED]))
    asked = next(filter(None, quotes), None)
    if asked is None or words_apart(question) or asks_for_ties_instead(asked, question):
        return None
    liker = shipped().find((word.norm for word in question.words), _LIKE_AS_A_WHOLE)
    return liker.explanation if liker and not liker.explanation.small_talk else asked


def phrased_by_alone(question: Question) -> Explanation | None:
    """The answer that a phrase or a word in quotation marks asks for, and that stands alone whatever is named."""
    found = _fit(phrased(question), question)
    named = question.mentions or question.states or question.speakers
    if found is not None and (found.alone or (found.small_talk and not named)):
        return found
    return asked_in_quotes(question)
