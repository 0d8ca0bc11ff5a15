"""What of the questions of a text its answer leaves out: each that can be answered alone is held against the whole
answer, and told beside it where it is not in it. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace

from cogs.lookup import sentences
from cogs.lookup.explanations.explanation_phrases import phrased_by_words
from cogs.lookup.lists.lists import chosen_ties, list_part
from cogs.lookup.lists.measures import measure_asked
from cogs.lookup.lists.tallies import counted_asked
from cogs.lookup.model import Answer, Look, Outcome, TieFilter
from cogs.lookup.parts.answer_draft import joined
from cogs.lookup.reading.asked_intents import asks_who_signed_something
from cogs.lookup.reading.clause_roles import PERSONS, as_said
from cogs.lookup.reading.clauses import tells
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.questions_apart import (
    as_typed,
    begins_a_question,
    begins_with_what_is_sought,
    questions_apart,
)
from cogs.lookup.reading.several_questions import REFERS
from cogs.lookup.reading.vocabulary import said_for, words_for
from cogs.lookup.several_questions.halves import QUOTED, asks_in_general
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import series_apart, without_marks
from cogs.wording.names import pair_name
from db.record.dataset.explanations import shipped
from db.record.mentions import Mention
from db.record.models import Source
from db.record.register import Register
from db.record.text import Token, normalise

_OF_MANY = frozenset({Intent.COUNT, Intent.LIST, Intent.EARLIEST, Intent.LATEST})
_NOT_UNDERSTOOD = frozenset({Outcome.UNKNOWN, Outcome.OFF_TOPIC, Outcome.EMPTY})
_OF_PLACES = frozenset({Outcome.TIE, Outcome.NO_TIE})
# So an answer begins that is not surely to what was asked.
_UNSURE = (
    "I did not", "I am not sure", "I am sorry", "I do not", "I only know", "I found no", "I tell that", "I cannot",
    "This may not", "This is what", "Not checked", "Nothing about", "Nothing on record tells",
)  # fmt: skip
# How lists are told, and not which ties they hold.
_OF_TELLING = frozenset({"order", "sort", "details", "where", "most", "look", "share"})
_DEFAULT = TieFilter()
_RELATIVE = frozenset({"that", "one", "there"})
_LEANS = frozenset(map(normalise, words_for("questions", "questions_left_out", "leans").split("\n")))
_PRONOUNS = (REFERS | PERSONS | _LEANS) - _RELATIVE
_TIMES = frozenset(map(normalise, words_for("questions", "questions_left_out", "times").split("\n")))
_POINTS_BACK = said_for("questions", "questions_left_out", "points_back")
_OF_ONE_PLACE = said_for("questions", "questions_left_out", "of_one_place")
_OF_TIES = said_for("questions", "questions_left_out", "of_ties")
_ANYWHERE = frozenset({"bot", "petition"})
_MARK = re.compile(r"\[(\d+)\]")
_BOTH_SIDES = 2
_FIRST = 3
# So many pairs of a second list are named.
_MOST_NAMED = 12


def questions_alone(question: Question, read: Callable[[str], Question]) -> list[Question]:
    """The questions of a text, each with what leans on it behind, if there are several; else none."""
    parts = questions_apart(question)
    apart = _where_not(lambda i: _points_back_in(question, parts[i]), len(parts))
    if len(apart) <= 1:
        return []
    alone = [read(as_typed(question.text, parts[each[0]], parts[each[-1]])) for each in apart]
    several = _where_not(lambda i: _leans(alone[i], alone[:i]), len(alone))
    if len(several) <= 1:
        return []
    found = [
        read(as_typed(question.text, parts[apart[each[0]][0]], parts[apart[each[-1]][-1]]))
        if each[1:]
        else alone[each[0]]
        for each in several
    ]
    return [] if _leave_a_name_open(found, question) or _sets_in_one_count(found, question) else found


def _where_not(leans: Callable[[int], bool], count: int) -> list[list[int]]:
    """Numbers of parts, each that does not lean with those behind it that do."""
    found: list[list[int]] = []
    for i in range(count):
        if found and leans(i):
            found[-1].append(i)
        else:
            found.append([i])
    return found


def _sets_in_one_count(found: Sequence[Question], question: Question) -> bool:
    """Whether a text counts several things, and its parts name nothing else: "how many by councils, and by mayors"."""
    if not (counted_asked(question) or measure_asked(question)):
        return False
    return not any(it.speakers or _placed(it) or phrased_by_words(it) for it in found)


def may_be_left_out(question: Question, found: Answer, register: Register) -> bool:
    """Whether a question of a text may be one that can be answered alone and is not in an answer to the whole text."""
    if not _may_be_sure(question) or _tells_of_each_place(question, found, register):
        return False
    phrased = phrased_by_words(question)
    return phrased is None or phrased.topic not in {part.heading for part in found.parts}


def is_answered_alone(question: Question, answer: Answer | None) -> bool:
    """Whether an answer is surely to what a question asks that is read without the others of its text; None stands for
    one that was not needed.
    """
    return _may_be_sure(question) and (answer is None or _is_sure(question, answer))


def with_questions_left_out(
    found: Answer, questions: Sequence[Question], answers: Sequence[Answer | None], register: Register
) -> Answer:
    """An answer to a text with the ``answers`` to those of its ``questions`` that it does not tell, each before or
    behind it; those to all of them in its place, where it tells none. None stands for what cannot be left out.
    """
    each = [*zip(questions, answers, strict=True)]
    sure = [is_answered_alone(question, answer) for question, answer in each]
    told = [answer is None or _is_told(question, answer, found, register) for question, answer in each]
    lost = [is_sure and not is_told for is_sure, is_told in zip(sure, told, strict=True)]
    if not all(sure):
        # What comes first may be asked of what is behind it, where that asks nothing by itself.
        lost[0] = lost[0] and found.outcome in _NOT_UNDERSTOOD
    if not any(lost):
        return found
    instead = all(lost) or found.outcome in _NOT_UNDERSTOOD
    at = next((i for i, is_lost in enumerate(lost) if not is_lost), len(lost))
    added = [answer for answer, is_lost in zip(answers, lost, strict=True) if is_lost and answer]
    if instead:
        in_order = [*_with_unclear_named(questions, answers, sure)]
    else:
        in_order = [*added[:at], _without_words_of(found, questions, lost), *added[at:]]
    return _as_one(in_order, register)


def _leans(part: Question, before: Sequence[Question]) -> bool:
    """Whether a part is asked of what the parts before it name."""
    if _points_back(part):
        return True
    if part.mentions or part.all_states or part.excluded_states or part.speakers or part.abroad:
        return False
    if asks_who_signed_something(part.joined) and any(map(_placed, before)):
        return True
    in_states = any(it.all_states for it in before)
    if not (in_states or any(map(_placed, before))):
        return False
    if not in_states and (begins_with_what_is_sought(part) or (part.standings and Intent.COUNT in part.intents)):
        # Of one tie it is not asked how many ended.
        return False
    if asks_in_general(part) and not _OF_ONE_PLACE.search(part.joined):
        return False
    phrased = phrased_by_words(part)
    return phrased is None or phrased.subject not in _ANYWHERE


def _points_back(part: Question) -> bool:
    return _points_back_in(part, part.words)


def _points_back_in(question: Question, part: Sequence[Token]) -> bool:
    """Whether words of a text point to what is before them, by a word before the first place that they name."""
    quoted = [match.span() for match in QUOTED.finditer(question.text)]
    words = [word for word in part if not any(start < word.start < end for start, end in quoted)]
    behind = part[-1].end
    named = min(
        (at for it in question.mentions if it.places and part[0].start <= (at := _at(question, it)) < behind),
        default=behind,
    )
    first = sum(word.start < named for word in words)
    first = min(first, _FIRST) if question.speakers or question.all_states else first
    if any(_is_pronoun(words, i) for i in range(first)):
        return True
    return first >= _FIRST and _POINTS_BACK.search(" ".join([word.norm for word in part])) is not None


def _at(question: Question, named: Mention) -> int:
    return question.words[named.start].start


def _is_pronoun(words: Sequence[Token], i: int) -> bool:
    """Whether a word points to something: neither "the US" nor "this month" does."""
    if words[i].raw == "US" or (i + 1 < len(words) and words[i + 1].norm in _TIMES):
        return False
    return words[i].norm in _PRONOUNS or as_said(words[i]) in _PRONOUNS


def _placed(question: Question) -> bool:
    return any(it.places or it.others for it in question.mentions)


def _leave_a_name_open(found: Sequence[Question], question: Question) -> bool:
    """Whether a name fits more places in one question of a text than in the whole text."""
    settled = {it.typed: len(it.places) for it in question.mentions if it.places}
    return any(len(it.places) > settled.get(it.typed, len(it.places)) for each in found for it in each.mentions)


def _may_be_sure(question: Question) -> bool:
    """Whether a question that is read without the others of its text asks, names what it seeks, or names it alone."""
    if question.off_subject or _points_back(question):
        return False
    asks = begins_a_question(question) or begins_with_what_is_sought(question)
    return asks or bool(question.speakers) or _names_a_pair(question)


def _is_sure(question: Question, answer: Answer) -> bool:
    """Whether an answer is surely to what such a question asks."""
    if answer.outcome in _NOT_UNDERSTOOD or answer.outcome is Outcome.CHOICE or not answer.parts:
        return False
    if any(_said(line).startswith(_UNSURE) for line in answer.parts[0].lines[:1]):
        return False
    begun = begins_a_question(question)
    sought = begun or begins_with_what_is_sought(question)
    if answer.filter is not None:
        return sought and _is_sure_list(question, answer.filter)
    if question.speakers:
        return True
    if answer.outcome in _OF_PLACES:
        return _names_a_pair(question) or (_placed(question) and sought and not _names_loosely(question))
    if explained := _subject(answer):
        return begun and (phrased_by_words(question) is not None or explained in _ANYWHERE or _placed(question))
    of_one = question.standings or _placed(question) or counted_asked(question) or measure_asked(question)
    return bool(begun and of_one) or (sought and _asks_for_ties(question))


def _subject(answer: Answer) -> str:
    return next((each.subject for each in shipped().all if each.topic == answer.parts[0].heading), "")


def _is_sure_list(question: Question, chosen: TieFilter) -> bool:
    understood = not any(tells(normalise(word)) for word in question.asides)
    counted = question.intents & _OF_MANY and (question.standings or question.all_states)
    return (
        understood
        and chosen != _DEFAULT
        and bool(counted or chosen.share or chosen.look is Look.HEARINGS or _asks_for_ties(question))
    )


def _asks_for_ties(question: Question) -> bool:
    return bool(question.narrowing.sort) or _OF_TIES.search(question.joined) is not None


def _names_a_pair(question: Question) -> bool:
    return len({place.country for it in question.mentions for place in it.places}) == _BOTH_SIDES


def _names_loosely(question: Question) -> bool:
    return any(it.weak or it.negated for it in question.mentions)


def _is_told(question: Question, answer: Answer, whole: Answer, register: Register) -> bool:
    """Whether what an answer begins with is in the whole answer: the ties, the list, the explanation, or its line."""
    if not answer.parts:
        return False
    first = answer.parts[0]
    if first.heading in {each.topic for each in shipped().all}:
        return first.heading in {part.heading for part in whole.parts}
    if answer.filter is not None and whole.filter is not None and _is_within(whole.filter, answer.filter):
        return True
    if tied := {part.tie for part in answer.parts if part.tie}:
        return tied <= {*whole.ties} or _tells_of_each_place(question, whole, register)
    lines = {_said(line) for part in whole.parts for line in part.lines}
    return any(_said(line) in lines for line in first.lines)


def _tells_of_each_place(question: Question, found: Answer, register: Register) -> bool:
    """Whether a tie that is told is of each place that a question names."""
    named = [{place.id for place in it.places} for it in question.mentions if it.places]
    if not named:
        return False
    own = {place for tie in map(register.tie, found.ties) for place in (tie.us, tie.ru)}
    return not any(own.isdisjoint(each) for each in named)


def _is_within(whole: TieFilter, asked: TieFilter) -> bool:
    """Whether a list is of what another is, however it is narrowed besides."""
    for each in fields(asked):
        own, theirs = getattr(asked, each.name), getattr(whole, each.name)
        if each.name in _OF_TELLING or own == getattr(_DEFAULT, each.name) or own == theirs:
            continue
        if not (isinstance(own, tuple) and {*own} <= {*theirs}):
            return False
    return True


def _said(line: Line) -> str:
    return " ".join(without_marks(line.strong + line.text).split())


def _with_unclear_named(
    questions: Sequence[Question], answers: Sequence[Answer | None], sure: Sequence[bool]
) -> Iterator[Answer]:
    for question, answer, is_sure in zip(questions, answers, sure, strict=True):
        unclear = sentences.not_my_subject if question.off_subject else sentences.not_taken_up
        yield answer if answer and is_sure else Answer.saying(Outcome.OFF_TOPIC, unclear(question.text))


def _without_words_of(found: Answer, questions: Sequence[Question], lost: Sequence[bool]) -> Answer:
    """The whole answer without what it says of words of a question that is told beside it: "I did not take into
    account: “pinged”".
    """
    typed = [question.text for question, is_lost in zip(questions, lost, strict=True) if is_lost]
    kept = [part for part in found.parts if not _is_of_words_in(part, typed)]
    return replace(found, parts=tuple(kept)) if kept else found


def _is_of_words_in(part: TextBlock, typed: Sequence[str]) -> bool:
    said = [line.strong + line.text for line in part.lines]
    quoted = [re.findall(r"“([^”]+)”", each) for each in said]
    unsure = all(each.startswith(_UNSURE) and words for each, words in zip(said, quoted, strict=True))
    return unsure and any(all(word in text for words in quoted for word in words) for text in typed)


def _as_one(answers: Sequence[Answer], register: Register) -> Answer:
    """Answers as one: their sources numbered through, and of lists behind the first how many they are, and which."""
    sources = tuple(dict.fromkeys(source for answer in answers for source in answer.sources))
    numbered = [_numbered(answer, sources) for answer in answers]
    first = next((i for i, answer in enumerate(numbered) if answer.filter is not None), len(numbered))
    return joined(
        [
            answer if i <= first and not _is_of_all(answer, register) else _as_other_list(answer, register)
            for i, answer in enumerate(numbered)
        ]
    )


def _is_of_all(answer: Answer, register: Register) -> bool:
    """Whether a list leaves out no tie: its first line tells which of them is asked for."""
    return answer.filter is not None and len(answer.rows) == len(register.record.ties)


def _numbered(answer: Answer, sources: Sequence[Source]) -> Answer:
    at = {str(number): str(sources.index(source) + 1) for number, source in enumerate(answer.sources, 1)}

    def marks(text: str) -> str:
        return _MARK.sub(lambda mark: f"[{at.get(mark[1], mark[1])}]", text)

    parts = [
        replace(part, lines=tuple(replace(it, text=marks(it.text), strong=marks(it.strong)) for it in part.lines))
        for part in answer.parts
    ]
    return replace(answer, parts=tuple(parts), sources=tuple(sources))


def _as_other_list(answer: Answer, register: Register) -> Answer:
    if answer.filter is None:
        return answer
    told, ties = list_part(answer.filter, register), chosen_ties(answer.filter, register)
    few = [Line(f"{series_apart(pair_name(tie, register) for tie in ties)}.")] if 0 < len(ties) <= _MOST_NAMED else []
    part = replace(told, lines=(*told.lines[:1], *few))
    return replace(answer, parts=(part,), rows=(), filter=None)
