"""A question by its sentences and clauses, and the explanations that one of them asks for by itself. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cogs.lookup.explanations.explanation_likeness import FAR_AHEAD, LIKE_BY_ITSELF, THE_SAME
from cogs.lookup.explanations.explanation_phrases import LONGEST_PHRASED, phrased_by
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_in_all
from db.record.caching import of_the_last
from db.record.dataset.explanations import shipped
from db.record.explanations import Explanation
from db.record.text import Token, normalise

# What joins two questions, and how the second begins.
_AND = frozenset(map(normalise, "and but or и і а та й або или но але".split()))
ASKING = frozenset(
    map(
        normalise,
        "who whos what whats how why where when which can do does is are whose will would кто что как почему зачем где "
        "откуда когда куда сколько можно хто що як чому навіщо де звідки коли куди скільки можна чи".split(),
    )
)

# What is asked of one thing begins with so many words, as "does signing", and goes on with one of these.
_HEAD = 2
_DOES = frozenset(
    map(
        normalise,
        "make makes show shows give gives cost costs get gets sell sells leak leaks send sends share shares put puts "
        "reveal reveals publish expose exposes use uses keep keeps store stores "
        "покаже показує відкриє відкриває робить зробить коштує треба продасть надсилає "
        "покажет показывает откроет открывает сделает делает стоит надо продаст присылает".split(),
    )
)

_PETITION, _HELP = "petition", "help"
# Beside an answer about one of these a clause that does not name it may ask of it too, if it is so like one of its.
_SUBJECTS = frozenset({_PETITION, "bot", "act"})
_LIKE_OF_SAME_SUBJECT = 0.6
# Behind its first word this makes a question: "узнаю ли я".
_WHETHER = normalise("ли")
SHORTEST_CLAUSE, _MOST_CLAUSES = 3, 8
# So many answers are told besides the first.
_MOST_BESIDES = 3
# A clause that only says where the asker has something from: "saw something on the news".
_HEARD = said_in_all("clauses", "heard")
_FROM_ABROAD = "abroad"
_DIVIDES = re.compile(r"[.!?;:,\n—–()“”\"«»]")
# What stands before a quotation asks nothing without it: 'the petition says "indefensible"'.
_DIVIDES_QUESTIONS = re.compile(r"[.!?;:,\n—–()]")


def asked_besides(question: Question, told: Explanation) -> list[Explanation]:
    """What another sentence or clause of a question asks for by itself: "are you partisan? who pays for you"."""
    divided = clauses_of(question, question.words, _DIVIDES_QUESTIONS)
    clauses = [half for clause in divided for part in _joined_questions(clause) for half in _of_one_head(part)]
    if len(clauses) < 2 or told.small_talk:
        return []
    asked_by = ((clause[0].norm, [it.norm for it in clause]) for clause in clauses)
    found = [(each, first) for first, norms in asked_by if (each := _asked_by_clause(norms) or _of_it(norms, told))]
    # "Do you speak Ukrainian? what can you do" asks for help, and thanks or a greeting ask for nothing.
    asked = [each for each, first in found if not each.small_talk or (each.id == _HELP and first in ASKING)]
    others = {each.id: each for each in asked if each is not told}
    return list(others.values())[:_MOST_BESIDES]


def asked_by_a_clause(question: Question) -> Explanation | None:
    """The answer that a clause without a name asks for by its own words, where ties are told of by the others.

    By words that are only like its ways, one of the bot or of taking part: "after Zelenskyy named it" asks for none.
    """
    for clause in clauses_without_names(question):
        norms = [word.norm for word in clause]
        phrased = phrased_by(" ".join(norms)[:LONGEST_PHRASED])
        found = phrased or _asked_by_clause(norms)
        if found and found.subject == _PETITION and Intent.PETITION not in question.intents:
            # "Framingham's letter: who wrote it" is of that letter.
            continue
        if found and found.id == _FROM_ABROAD and ASKING.isdisjoint(norms):
            # "Writing from Kharkiv" alone asks nothing.
            continue
        if found and not found.small_talk and (phrased or found.subject or found.of_place):
            return found
    return None


# A question is asked this by several in turn.
@of_the_last
def clauses_without_names(question: Question) -> list[Sequence[Token]]:
    """The clauses of a text in which no place is named, where others name one."""
    places = {question.words[i] for mention in question.mentions for i in range(mention.start, mention.end)}
    clauses = [part for clause in clauses_of(question, question.words) for part in _joined_questions(clause)]
    general = [clause for clause in clauses if len(clause) >= SHORTEST_CLAUSE and not places & {*clause}]
    return general if len(general) < len(clauses) else []


def _joined_questions(clause: Sequence[Token]) -> list[Sequence[Token]]:
    """A clause by the questions that are joined in it: "who pays you and how come you tell both sides"."""
    at = [i for i in range(1, len(clause) - 1) if clause[i].norm in _AND and _begins_to_ask(clause[i + 1 : i + 3])]
    starts, ends = [0, *(i + 1 for i in at)], [*at, len(clause)]
    return [clause[start:end] for start, end in zip(starts, ends, strict=True)]


def _begins_to_ask(words: Sequence[Token]) -> bool:
    return words[0].norm in ASKING or words[-1].norm == _WHETHER


def _of_one_head(clause: Sequence[Token]) -> list[Sequence[Token]]:
    """A clause by what it asks of one thing, each with its first words: "does signing cost money or show my name"."""
    first = _HEAD + 1
    at = next(
        (i for i in range(first, len(clause) - 2) if clause[i].norm in _AND and clause[i + 1].norm in _DOES), None
    )
    return [clause] if at is None else [clause[:at], [*clause[:_HEAD], *clause[at + 1 :]]]


def _asked_by_clause(norms: Sequence[str]) -> Explanation | None:
    if phrased := phrased_by(" ".join(norms)[:LONGEST_PHRASED]):
        return phrased
    like = shipped().find(norms, LIKE_BY_ITSELF, telling=2)
    return like.explanation if like and (len(like.telling) > 1 or like.likeness >= THE_SAME) else None


def _of_it(norms: Sequence[str], told: Explanation) -> Explanation | None:
    """The answer about the subject of one that is told, which a clause asks for without naming that subject: "how many
    signed, and can I".
    """
    asks = {*norms[:_HEAD]} & {*ASKING, _WHETHER}
    if told.subject not in _SUBJECTS or not asks:
        return None
    named = [*norms, _PETITION] if told.subject == _PETITION else norms
    phrased = phrased_by(" ".join(named)[:LONGEST_PHRASED])
    if phrased is not None:
        return phrased if phrased.subject == told.subject else None
    found = shipped().find(named, _LIKE_OF_SAME_SUBJECT, told.subject, within=FAR_AHEAD)
    return found.explanation if found is not None and found.ahead >= FAR_AHEAD else None


def whole_and_clauses(question: Question) -> list[list[str]]:
    """The normalised words of a question, and of each of its clauses."""
    clauses = clauses_of(question, question.words)
    parts = [clause for clause in clauses if len(clauses) > 1 and len(clause) >= SHORTEST_CLAUSE]
    return [[word.norm for word in text] for text in (question.words, *parts)]


def clauses_of(question: Question, words: Sequence[Token], divides: re.Pattern[str] = _DIVIDES) -> list[list[Token]]:
    """Words of a question by what punctuation divides, the first few clauses, without those that only say where the
    asker has something from.
    """
    clauses = _divided(question.text, words, divides)
    # What is not in the whole question is in none of the clauses, each of which would be looked through for itself.
    if len(clauses) > 1 and _HEARD.may_be_in(question.joined):
        clauses = [clause for clause in clauses if not _is_heard(clause)] or clauses
    return clauses[:_MOST_CLAUSES]


def without_hearsay(question: Question, words: Sequence[Token]) -> Sequence[Token]:
    """Words of a question without the clauses that only say where the asker has something from."""
    if not _HEARD.may_be_in(question.joined) or _HEARD.search(" ".join([word.norm for word in words])) is None:
        return words
    return [word for clause in clauses_of(question, words) for word in clause]


def _is_heard(clause: Sequence[Token]) -> bool:
    return _HEARD.match(" ".join([word.norm for word in clause])) is not None


def _divided(text: str, words: Sequence[Token], divides: re.Pattern[str]) -> list[list[Token]]:
    clauses: list[list[Token]] = [[]]
    for before, word in zip((None, *words), words, strict=False):
        between = text[before.end : word.start] if before is not None else " "
        if between != " " and divides.search(between):
            clauses.append([])
        clauses[-1].append(word)
    return clauses
