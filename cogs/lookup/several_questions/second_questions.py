"""The other question of a text that asks two things, where one answer tells only the first: it is answered behind that,
or named as not understood. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from cogs.lookup import sentences
from cogs.lookup.answers.follow_ups import refers_back_by_words
from cogs.lookup.lists.halfway import wave_part
from cogs.lookup.lists.lists import chosen_ties, list_part
from cogs.lookup.lists.sorting import newest_looked_at
from cogs.lookup.lists.standings_listed import kinds_of
from cogs.lookup.model import Answer, Look, Outcome, SortOrder, TieFilter, Trait
from cogs.lookup.parts.answer_draft import joined
from cogs.lookup.people.sayings import Sayings, sayings_read
from cogs.lookup.people.talking_points import sayings_parts
from cogs.lookup.reading.clauses import asks_for_what, tells
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.several_questions import REFERS, begins_to_ask, questions_in
from cogs.lookup.reading.vocabulary import said_for, words_for
from cogs.lookup.several_questions.halves import asks_in_general
from cogs.lookup.several_questions.questions_besides import with_questions_besides
from cogs.lookup.several_questions.tails import which_of_them
from cogs.lookup.several_questions.teller import Teller
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import series_apart
from cogs.wording.names import pair_name
from cogs.wording.sources import Citations
from db.record.act_kinds import DECIDING
from db.record.dataset.explanations import shipped
from db.record.register import Register
from db.record.text import normalise

# So many pairs of a second list are named.
_MOST_NAMED = 12
_THEIRS = frozenset(map(normalise, "their theirs its їхні їхній їхніх їхня його её его".split()))
_NOT_UNDERSTOOD = frozenset({Outcome.UNKNOWN, Outcome.OFF_TOPIC, Outcome.EMPTY})
_OF_MANY = frozenset({Intent.COUNT, Intent.LIST, Intent.EARLIEST, Intent.LATEST})
_VOTES = frozenset({Trait.UNANIMOUS, Trait.SPLIT})
# What the rows of a list tell of each of them: "and how do they stand".
_TOLD_BY_ROWS = said_for("questions", "second_questions", "told_by_rows")
_OF_IT = frozenset(map(normalise, words_for("questions", "second_questions", "of_it").split("\n")))
_SAID = said_for("questions", "second_questions", "said")
_SINCE_IT = said_for("questions", "second_questions", "since_it")
_SOME_OF_THEM = said_for("questions", "second_questions", "some_of_them")
# What a question may lean on by "it" that asks of the bot or the petition.
_NAMED = {"bot": "bot", "petition": "petition"}


def with_second_question(question: Question, found: Answer, teller: Teller) -> Answer:
    """An answer to a text of several questions with what it leaves out of them; as it was where it leaves out none."""
    typed = questions_in(question)
    if not typed:
        return found
    told = _with_another(question, typed, found, teller)
    return with_questions_besides(typed, found, teller) if told == found else told


def _with_another(question: Question, typed: Sequence[str], found: Answer, teller: Teller) -> Answer:
    if found.outcome is Outcome.LIST and found.filter is not None:
        return _behind_a_list(typed, found, teller)
    if found.outcome is Outcome.SUBJECT:
        return _each_of(typed, found, teller)
    if found.outcome in _NOT_UNDERSTOOD:
        return _what_is_understood(typed, found, teller)
    return _with_what_is_elsewhere(question, typed, found, teller)


def _behind_a_list(typed: Sequence[str], found: Answer, teller: Teller) -> Answer:
    """A list with what else is asked, of those on it or of others; ``found`` where the other question is in it already:
    it narrows the list, or stands above it.
    """
    citations = Citations(teller.register.record.sources)
    head = teller.tell(teller.read(typed[0]), citations)
    if head.filter is None:
        return found
    same = head.filter == found.filter
    # What no tie is may have been asked of two kinds of them.
    others = [teller.read(each) for each in typed[1:]]
    none = not found.rows and all(asks_for_what(other.words) for other in others)
    apart = bool(head.rows) and (none or any(_asks_of_it(it) or _asks_since(it, head.filter) for it in others))
    apart = apart or any(_is_of_other_votes(head.filter, it) for it in others)
    if head.parts != found.parts if same else not apart:
        return found
    behind = [_of_the_list(each, head.filter, citations, teller) for each in typed[1:]]
    if not (same or all(behind)):
        return found
    told = [
        part
        for each, parts in zip(typed[1:], behind, strict=True)
        for part in ([_not_taken_up(each)] if parts is None else parts)
    ]
    return replace(head, parts=(*head.parts, *told), sources=citations.sources)


def _of_the_list(typed: str, chosen: TieFilter, citations: Citations, teller: Teller) -> list[TextBlock] | None:
    """What is asked behind a list: of those on it, of another list, or of something else; nothing where its rows tell
    it, None where it is not understood.
    """
    own, register = teller.read(typed), teller.register
    unclear: list[TextBlock] | None = None if any(tells(word.norm) for word in own.words) else []
    if timed := wave_part(chosen, own, register, teller.today):
        return [timed]
    if _TOLD_BY_ROWS.search(own.joined):
        return []
    if later := _done_since(own, chosen, register):
        return [TextBlock(tuple(map(Line, later)))]
    of_others = _is_of_other_decisions(chosen, own)
    if not of_others and (refers_back_by_words(own.joined) or _refers(own)):
        if Intent.SAID in own.intents or _SAID.search(own.joined):
            places = [tie.us for tie in chosen_ties(chosen, register)]
            return sayings_parts(sayings_read(own) or Sayings(), places, register, citations)
        rows = [tie.id for tie in chosen_ties(chosen, register)]
        of_them = which_of_them(rows, own, register, teller.today)
        return [TextBlock.saying(of_them)] if of_them else unclear
    told = teller.tell(own, citations)
    # "Any vote to end one" refers to no tie of the list.
    if not (_is_sure(own, told) or (of_others and told.filter is not None)):
        return unclear
    return [other_list(told.filter, register)] if told.filter is not None else [*told.parts]


def _asks_of_it(question: Question) -> bool:
    """Whether it is asked who did what is spoken of, or what was said of it: that narrows no list."""
    asked = question.words[0].norm in _OF_IT and Intent.COUNT not in question.intents
    return asked and _refers(question) and _SOME_OF_THEM.search(question.joined) is None


def _is_of_other_votes(chosen: TieFilter, question: Question) -> bool:
    """Whether votes of the other kind than those of a list are asked for behind it: "how many were unanimous, and was
    any to end one not unanimous".
    """
    votes = _VOTES & {*chosen.traits}
    return bool(votes) and bool(_VOTES & {*question.narrowing.traits} - votes)


def _is_of_other_decisions(chosen: TieFilter, question: Question) -> bool:
    """Whether behind a list of one kind of decision it is asked how the votes of another went."""
    kinds = question.narrowing.kinds or kinds_of(question.standings)
    return _is_of_other_votes(chosen, question) and bool(kinds) and not {*kinds} & {*chosen.kinds}


def _refers(question: Question) -> bool:
    """Whether a question refers to what was asked before it; "their mayors" do where it is asked what they said."""
    said_by_theirs = question.has_any_of(_THEIRS) and _SAID.search(question.joined) is not None
    return said_by_theirs or question.has_any_of(REFERS)


def _asks_since(question: Question, chosen: TieFilter) -> bool:
    """Whether it is asked what was done after what stands first on a list: "since then" is of the time, where the list
    is of one.
    """
    return (
        chosen.order is not SortOrder.RECORD and chosen.since is None and _SINCE_IT.search(question.joined) is not None
    )


def _done_since(question: Question, chosen: TieFilter, register: Register) -> list[str]:
    """What was decided after the act that stands first on a list, and what else was done or said; nothing where that is
    not asked: "the last to suspend, and has anybody done anything since".
    """
    if not _asks_since(question, chosen):
        return []
    first = next(iter(chosen_ties(chosen, register)), None)
    act = newest_looked_at(first, chosen, register) if first else None
    if act is None:
        return []
    after = TieFilter(look=Look.ACTS, since=act.date.last + timedelta(days=1), order=SortOrder.OLDEST)
    kinds = question.narrowing.kinds or kinds_of(question.standings)
    asked = [replace(after, kinds=kinds or DECIDING)] if kinds else [replace(after, kinds=DECIDING), after]
    return [line.text for each in asked for line in other_list(each, register).lines]


def other_list(chosen: TieFilter, register: Register, most: int = _MOST_NAMED) -> TextBlock:
    """A list that is told behind another: how many they are and, if they are few, which."""
    told, ties = list_part(chosen, register), chosen_ties(chosen, register)
    few = [Line(f"{series_apart(pair_name(tie, register) for tie in ties)}.")] if 0 < len(ties) <= most else []
    return replace(told, lines=(*told.lines[:1], *few))


def _not_taken_up(typed: str) -> TextBlock:
    return TextBlock.saying(sentences.not_taken_up(typed))


def _each_of(typed: Sequence[str], found: Answer, teller: Teller) -> Answer:
    """The questions answered in their order; ``found`` where one of them is not understood by itself."""
    if not begins_to_ask(teller.read(typed[0]).words):
        return found
    citations = Citations(teller.register.record.sources)
    told: list[Answer] = []
    subject = ""
    for each in typed:
        own = teller.read(each)
        if told and told[0].filter is not None and _TOLD_BY_ROWS.search(own.joined):
            continue
        answered = teller.tell(own, citations)
        if subject and not _is_sure(own, answered):
            own = teller.read(f"{each} ({subject})")
            answered = teller.tell(own, citations)
        if not _is_sure(own, answered):
            return found
        subject = subject or _NAMED.get(_subject(answered), "")
        told.append(answered)
    known = {part.heading for answer in told for part in answer.parts}
    return joined(told) if found.parts and found.parts[0].heading in known else found


def _is_sure(question: Question, answered: Answer) -> bool:
    """Whether an answer is to what was asked, and not to what may be meant, nor to half of it."""
    if answered.outcome in _NOT_UNDERSTOOD or not answered.parts:
        return False
    if answered.filter is not None:
        which = question.intents & _OF_MANY or (question.asks_of_ties and asks_for_what(question.words))
        understood = which and not any(tells(normalise(word)) for word in question.asides)
        return bool(understood) and answered.filter != TieFilter() and not question.has_any_of(REFERS)
    if Intent.COUNT in question.intents and Intent.PETITION not in question.intents:
        # "And how many Russian ones" asks for no language.
        return False
    return answered.outcome is not Outcome.SUBJECT or bool(answered.parts[0].heading)


def _subject(answered: Answer) -> str:
    heading = answered.parts[0].heading
    return next((each.subject for each in shipped().all if each.topic == heading), "") if heading else ""


def _what_is_understood(typed: Sequence[str], found: Answer, teller: Teller) -> Answer:
    """The answers to those of the questions that are understood, with the others named; ``found`` where none is."""
    citations = Citations(teller.register.record.sources)
    told = []
    for each in typed:
        own = teller.read(each)
        answered = teller.tell(own, citations)
        if own.has_any_of(REFERS):
            return found
        unclear = _not_mine(each) if own.off_subject else _not_taken_up(each)
        told.append(answered if _is_sure(own, answered) else Answer(Outcome.OFF_TOPIC, (unclear,)))
    return joined(told) if any(answered.outcome.found for answered in told) else found


def _not_mine(typed: str) -> TextBlock:
    return TextBlock.saying(sentences.not_my_subject(typed))


def _with_what_is_elsewhere(question: Question, typed: Sequence[str], found: Answer, teller: Teller) -> Answer:
    """An answer on places with those of the questions named that are of something else: of the weather there, or of
    all places.
    """
    asides = {*question.asides}
    before: list[TextBlock] = []
    behind: list[TextBlock] = []
    for number, each in enumerate(typed):
        if asides.isdisjoint(re.findall(r"[\w'’-]+", each)):
            continue
        own = teller.read(each)
        if own.off_subject:
            (behind if number else before).append(_not_mine(each))
        elif number and asks_in_general(own):
            behind.append(_not_taken_up(each))
    return found.behind(*before).before(*behind)
