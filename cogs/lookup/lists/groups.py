"""What a list is divided by: by whose word its ties stand, how good the evidence is; and how old they are. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from cogs.lookup.lists import comparison_sentences
from cogs.lookup.lists.traits import best_grade
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from cogs.wording.blocks import Line, TextBlock
from db.record.authorities import AUTHORITIES
from db.record.figures import per_cent
from db.record.grades import GRADES
from db.record.models import Tie
from db.record.register import Register
from db.record.standings import Standing

# The age at which ties were decided on is asked for, and not that of today.
_AT_THAT_TIME = said_for("lists", "groups", "at_that_time")


def grouped_part(question: Question, ties: Sequence[Tie], today: date, register: Register) -> TextBlock | None:
    """The groups of a list's ties that a question asks for, and their mean age; None where none are asked for."""
    lines = tuple(map(Line, _told(question, ties, today, register)))
    return TextBlock(lines) if lines and ties else None


def _told(question: Question, ties: Sequence[Tie], today: date, register: Register) -> Iterator[str]:
    narrowing = question.narrowing
    if narrowing.average:
        if then := _ages_then(question, ties, register):
            yield comparison_sentences.mean_age_then(round(sum(then) / len(then)), min(then), max(then), len(then))
        years = [today.year - tie.since for tie in ties if tie.since]
        if years:
            yield _mean_age(years, len(ties) - len(years), today)
    if narrowing.of_known and narrowing.share:
        known = len(register.record.ties) - register.counts()[Standing.UNCONFIRMED]
        number = sum(register.status(tie.id).standing is not Standing.UNCONFIRMED for tie in ties)
        yield comparison_sentences.of_the_known(number, known, per_cent(number, known))
    if narrowing.by_word:
        bases = [register.status(tie.id).basis for tie in ties]
        words = Counter(AUTHORITIES[act.authority].name for act in bases if act is not None)
        yield comparison_sentences.by_whose_word(words.most_common(), sum(act is None for act in bases))
    if narrowing.by_grade:
        found = Counter(best_grade(tie, register) for tie in ties)
        graded = [(f"{grade} ({GRADES[grade].label})", found[grade]) for grade in GRADES if found[grade]]
        yield comparison_sentences.by_best_grade(graded, found[None])


def _ages_then(question: Question, ties: Sequence[Tie], register: Register) -> list[int]:
    """How many years old the ties of a list were when they were decided on, where that is asked."""
    if not _AT_THAT_TIME.search(question.joined):
        return []
    decided = ((tie.since, register.status(tie.id).decides) for tie in ties)
    return [act.date.first.year - since for since, act in decided if since and act and act.date.first.year >= since]


def _mean_age(years: Sequence[int], unknown: int, today: date) -> str:
    from statistics import mean, median

    middle = round(median(years))
    return comparison_sentences.mean_age(round(mean(years)), middle, len(years), unknown, today.year - middle)
