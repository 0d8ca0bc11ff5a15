"""Claims: what a text says of several places, or in numbers, each held against the record in a line of its own. Pure.

A text is read sentence by sentence, and where it says "but" or "while" in parts, so that what is said of one place is
not held against another. What is not about sister cities is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from cogs.lookup import blocks, list_sentences, sentences
from cogs.lookup.disambiguate import resolve
from cogs.lookup.filters import fitting
from cogs.lookup.intents import STRONG_SUBJECT
from cogs.lookup.lists import list_filter, list_sentence
from cogs.lookup.model import Answer, AnswerChoice, Look, Outcome, TieFilter
from cogs.lookup.patterns import phrases
from cogs.lookup.question import Question, understand
from cogs.wording.act_sentences import row_sentence
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import clip, ends_of_sentences, paragraph
from cogs.wording.leads import Asked, act_asked_for, lead
from cogs.wording.names import pair_name, place_name
from cogs.wording.sources import Citations
from db.record.act_kinds import ActKind
from db.record.mentions import Mention
from db.record.models import Country, Tie
from db.record.months import ALL_MONTHS
from db.record.register import Register
from db.record.resolver import Resolution
from db.record.standings import Standing
from db.record.text import clean, normalise

_RUSSIA = phrases("russia*; росси*; росі*; рф")
# So many parts of a text are read, and so many lines told.
_MOST_CLAUSES = 30
_MOST_LINES = 20
_MOST_CHOICES = 25
_LONGEST_QUOTE = 80
# So many lines make a list of verdicts; one place alone gets its card.
_SEVERAL = 2
_TURN = re.compile(r";|\n|,? (?:while|but|whereas|although|however|а|но|але|тоді як|в то время как) ", re.IGNORECASE)
# The full stop of a shortened word ends no sentence.
_SHORTENED = re.compile(r"\b(incl|e\.g|i\.e|etc|approx|esp|ca|cf)\.", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\s*(?:so|also|and|likewise|neither|nor|the same|same|as did|too|так само|також|также|и)\b", re.IGNORECASE
)
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "dozen": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozens": 24, "hundreds": 200,
    "десят": 10, "двадцат": 20, "тридцат": 30, "сот": 100, "дюжин": 12,
}  # fmt: skip
_COUNTED = re.compile(
    r"cit(?:ies|ys)|towns|places|ties|relationships|partnerships|pairs|pairings|sisters|mayors|councils|governors"
    r"|communities|municipalities|twins|agreements|counties|город\w*|мист\w*|побрат\w*|связ\w*|звяз\w*|пар|мер\w*"
    r"|отношен\w*|видносин\w*"
)
_BEFORE = frozenset(
    "more than over at least nearly almost about around some only just fewer less up to all of the exactly roughly "
    "approximately близко майж понад больш более чем почти около свыше всего лише".split()
)
# Between a number and what it counts stand so many words at most: "68 active U.S.–Russia sister cities".
_GAP = 5
_MONTHS = frozenset(map(normalise, ALL_MONTHS))
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_ASKED_OF = {Standing.ENDED: Asked.ENDED, Standing.SUSPENDED: Asked.SUSPENDED, Standing.ACTIVE: Asked.STILL}
_ASKED_KIND = {ActKind.KEPT: Asked.KEPT, ActKind.RESUMED: Asked.RESUMED}


@dataclass(frozen=True, slots=True)
class _Clause:
    """A part of a text, as it was understood, and what its names come to."""

    text: str
    question: Question
    found: Resolution

    @property
    def asked(self) -> Asked:
        """What is claimed of the ties in it, as the question that its verdict answers."""
        kinds = [_ASKED_KIND[kind] for kind in self.question.narrowing.kinds if kind in _ASKED_KIND]
        claimed = [it for it in self.question.standings if it not in self.question.excluded_standings]
        return next(iter([*kinds, *(_ASKED_OF[it] for it in claimed if it in _ASKED_OF)]), Asked.STATUS)

    @property
    def says_something(self) -> bool:
        """Whether it claims how ties stand, or what was done."""
        return bool(self.question.standings or self.question.narrowing.kinds)


def verdicts(text: str, register: Register, today: date) -> Answer | None:
    """A line on each claim of a text; None for a text with one claim or none, which is a question like any other."""
    clauses = [clause for clause in _clauses(text, register, today) if not clause.question.off_subject]
    about = any(clause.found.paired or _is_on_ties(clause.question) for clause in clauses)
    verdict = _Verdicts(register, today)
    for clause in clauses if about else ():
        verdict.add(clause)
    return verdict.done()


def number_verdicts(question: Question, register: Register, today: date) -> TextBlock | None:
    """A line on each number of ties that a question states; None for one that states none."""
    if not _is_on_ties(question):
        return None
    clause = _Clause(question.text, question, Resolution())
    lines = [_number_line(quote, clause, register, today) for quote in _numbers(question)]
    return TextBlock(tuple(lines[:_MOST_LINES])) if lines else None


def _is_on_ties(question: Question) -> bool:
    """Whether a text speaks of sister cities or of Russia, and not only of cities and votes."""
    return STRONG_SUBJECT.search(question.joined) is not None or _RUSSIA.search(question.joined) is not None


def _clauses(text: str, register: Register, today: date) -> Iterator[_Clause]:
    """The parts of a text; one that claims nothing by itself goes on with what its sentence claimed before."""
    said: Question | None = None
    whole = _SHORTENED.sub(r"\1", clean(text.replace("\n", " ; ")))
    for sentence in islice(_sentences(whole), _MOST_CLAUSES):
        said = said if _GOES_ON.match(sentence) else None
        for part in _parts(sentence):
            question = understand(part, register.gazetteer, today)
            if question.standings or question.narrowing.kinds:
                said = question
            elif said is not None and question.mentions:
                question = replace(
                    question,
                    standings=said.standings,
                    excluded_standings=said.excluded_standings,
                    narrowing=said.narrowing,
                )
            yield _Clause(part, question, resolve(question, register))


def _sentences(text: str) -> Iterator[str]:
    starts = [0, *ends_of_sentences(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield text[start:end]


def _parts(sentence: str) -> Iterator[str]:
    yield from (part.strip() for part in islice(_TURN.split(sentence), _MOST_CLAUSES) if part.strip())


class _Verdicts:
    """The lines in the making: each tie, each place without one and each number once."""

    def __init__(self, register: Register, today: date) -> None:
        self.register = register
        self.today = today
        self.citations = Citations(register.record.sources)
        self.lines: dict[str, Line] = {}
        self.ties: dict[str, Tie] = {}
        self.numbers = 0

    def add(self, clause: _Clause) -> None:
        """Hold what a part of a text says against the record."""
        for tie in _ties(clause.found, self.register):
            if tie.id not in self.ties:
                self.ties[tie.id] = tie
                self.lines[tie.id] = self._of_tie(tie, clause.asked)
        if clause.question.on_subject or clause.says_something:
            for mention in clause.found.untied:
                self._untied(mention)
            for us, ru in clause.found.wrong:
                self._wrong(us, ru)
            for quote in _numbers(clause.question):
                self.numbers += 1
                self.lines.setdefault(quote, _number_line(quote, clause, self.register, self.today))

    def _of_tie(self, tie: Tie, asked: Asked) -> Line:
        status = self.register.status(tie.id)
        sources = self.register.record.sources
        answers = act_asked_for(tie, status, asked)
        act = answers or status.newest
        told = lead(tie, status, sources, asked)
        marks = self.citations.cite_best(act.sources, most=1) if act else ""
        clause = list_sentences.with_marks(row_sentence(act), marks) if act else ""
        now = lead(tie, status, sources) if answers else ""
        return Line(list_sentences.after_name(told, clause, now), list_sentences.named(pair_name(tie, self.register)))

    def _untied(self, mention: Mention) -> None:
        known = sorted(mention.others, key=lambda place: -place.population)
        if not known or known[0].country is Country.UA:
            return
        name = place_name(known[0], self.register)
        self.lines.setdefault(name, Line(f" {list_sentences.NO_TIE_ON_RECORD}", list_sentences.named(name)))

    def _wrong(self, us: Mention, ru: Mention) -> None:
        names = [mention.places[0] for mention in (us, ru) if len(mention.places) == 1]
        if len(names) == _SEVERAL:
            one, other = (place_name(place, self.register) for place in names)
            told = [
                sentences.no_tie_between(one, other),
                *(blocks.partners_line(place, self.register) for place in names),
            ]
            self.lines.setdefault(f"{one} {other}", Line(paragraph(told)))

    def done(self) -> Answer | None:
        """The lines as an answer, or None where they are no several verdicts."""
        if len(self.lines) < _SEVERAL and not self.numbers:
            return None
        lines = tuple(self.lines.values())[:_MOST_LINES]
        choices = tuple(blocks.tie_choice(tie, self.register) for tie in self.ties.values())[:_MOST_CHOICES]
        offered: tuple[AnswerChoice, ...] = choices
        part = TextBlock(lines, list_sentences.CLAIMS)
        return Answer(Outcome.SUBJECT, (part,), self.citations.sources, offered)


def _ties(found: Resolution, register: Register) -> list[Tie]:
    """The ties of the names that are certain."""
    alone = [mention.places[0].id for mention in found.alone if len(mention.places) == 1]
    return [*found.paired, *(tie for place in alone for tie in register.ties_of(place))]


def _numbers(question: Question) -> Iterator[str]:
    """The numbers of ties or places that a text states, each in its own words."""
    words = question.words
    for i, word in enumerate(words):
        number = int(word.norm) if word.norm.isdigit() and len(word.norm) < len("10000") else _WORDS.get(word.norm)
        if number is None or _FIRST_YEAR <= number <= _LAST_YEAR or _is_mark(question, i):
            continue
        counted = _counted(question, i)
        if counted is None or word.norm == "one":
            continue
        first = i
        while first and words[first - 1].norm in _BEFORE:
            first -= 1
        last = max([counted, *_claimed(question, counted)])
        yield clip(question.text[words[first].start : words[last].end], _LONGEST_QUOTE)


def _is_mark(question: Question, i: int) -> bool:
    """Whether a number is that of a source, in brackets."""
    return question.text[: question.words[i].start].endswith("[")


def _counted(question: Question, number: int) -> int | None:
    """Where what a number counts is named behind it: the last such word before how they stand is said."""
    near = range(number + 1, min(number + 1 + _GAP, len(question.words)))
    if any(question.words[j].norm in _MONTHS or question.words[j].norm.isdigit() for j in near[:2]):
        return None
    nouns = [j for j in near if _COUNTED.fullmatch(question.words[j].norm)]
    claimed = next((j for j in near if question.words[j].norm in question.claimed), len(question.words))
    return max((j for j in nouns if j < claimed), default=nouns[0] if nouns else None)


def _claimed(question: Question, after: int) -> Iterator[int]:
    """Where, near behind what is counted, words claim how ties stand."""
    for j in range(after + 1, min(after + 1 + _GAP, len(question.words))):
        if question.words[j].norm in question.claimed:
            yield j


def _number_line(quote: str, clause: _Clause, register: Register, today: date) -> Line:
    """What the record counts where a text gives a number."""
    states = clause.question.states_within
    chosen = replace(list_filter(clause.question, today), states=states, where="", most=0, share=False, without=())
    told = [list_sentence(chosen, fitting(chosen, register), register)]
    if _is_of_endings(chosen):
        suspended = fitting(replace(chosen, standings=(Standing.SUSPENDED,), look=Look.BEHIND, kinds=()), register)
        told += [list_sentences.suspended_besides(len(suspended))] if suspended else []
    return Line(list_sentences.after_name(*told), list_sentences.quoted(quote))


def _is_of_endings(chosen: TieFilter) -> bool:
    return chosen.standings == (Standing.ENDED,) or chosen.kinds == (ActKind.ENDED,)
