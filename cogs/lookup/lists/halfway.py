"""How what a list tells of lies in time: by which day half of it had been done, how long it took in all. Pure."""

from __future__ import annotations

from datetime import date

from cogs.lookup.history import past_sentences as told
from cogs.lookup.history.intervals import FROM_WAR, asks_how_long, words_of_how_long
from cogs.lookup.lists import list_sentences
from cogs.lookup.lists.filters import fitting
from cogs.lookup.lists.standings_listed import kinds_of
from cogs.lookup.model import SortOrder, TieFilter
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for, said_in_all
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.names import pair_name
from db.record.derivation import INVASION
from db.record.models import Act, Precision, Tie
from db.record.register import Register

_WAVE = said_in_all("past", "wave")
_FIRST = said_for("lists", "halfway", "first")
_ASKED = said_in_all("lists", "halfway")


def halfway_part(question: Question, chosen: TieFilter, register: Register) -> TextBlock | None:
    """By when half of the ties of a list were ended or suspended, as asked; None where that is not asked.

    Each tie counts once, by the first act of that kind; what is dated to its year alone is named.
    """
    kinds = chosen.kinds or kinds_of(chosen.standings)
    if not kinds or _ASKED.search(question.joined) is None:
        return None
    found: list[tuple[Tie, Act]] = []
    for tie in fitting(chosen, register):
        acts = [act for act in register.index.acts(tie.id) if act.kind in kinds]
        found += [(tie, min(acts, key=lambda act: act.date.first))] if acts else []
    dated = sorted(act.date.first for _, act in found if act.date.precision is not Precision.YEAR)
    if not dated:
        return None
    day = dated[min((len(found) + 1) // 2, len(dated)) - 1]
    rough = [pair_name(tie, register) for tie, act in found if act.date.precision is Precision.YEAR]
    half = list_sentences.half_by(day, sum(each <= day for each in dated), len(found), rough)
    return TextBlock.saying(half)


def wave_part(chosen: TieFilter, question: Question, register: Register, today: date) -> TextBlock | None:
    """How long it took from the first to the last of what a list tells of, or from the invasion to the first or the
    last; None where neither is asked.
    """
    joined = question.joined
    earliest = Intent.EARLIEST in question.intents or _FIRST.search(joined) is not None
    earliest = earliest or chosen.order is SortOrder.OLDEST
    latest = Intent.LATEST in question.intents or chosen.order is SortOrder.NEWEST
    from_war = (earliest or latest) and FROM_WAR.search(joined)
    if not asks_how_long(question) or not (from_war or _WAVE.search(joined)):
        return None
    kinds = chosen.kinds or kinds_of(chosen.standings)
    found = [
        (act, tie) for tie in fitting(chosen, register) for act in register.index.acts(tie.id) if act.kind in kinds
    ]
    dated = [each for each in found if each[0].date.precision is not Precision.YEAR]
    if len(dated) < 2:
        return None
    # A month before which all others are over is the last, though its day is not known.
    (first, one), (last, other) = (
        min(dated, key=lambda it: it[0].date.last),
        max(dated, key=lambda it: it[0].date.first),
    )
    pairs = pair_name(one, register), pair_name(other, register)
    if from_war:
        pair, act = (pairs[0], first) if earliest else (pairs[1], last)
        return TextBlock((Line(told.after_event(pair, told.THE_INVASION, INVASION, act)),), told.HOW_LONG)
    line = told.apart(pairs[0], first, pairs[1], last)
    return TextBlock((Line(line), Line(told.first_of_them(first, today))), told.HOW_LONG)


def asks_how_far_into_war(question: Question) -> bool:
    """Whether it is asked how long after the invasion the first or last of something was done."""
    ordered = question.intents & {Intent.EARLIEST, Intent.LATEST}
    return bool(ordered) and asks_how_long(question) and FROM_WAR.search(question.joined) is not None


def words_of_halves(question: Question) -> frozenset[str]:
    """The normalised words by which it is asked when half of something had been done, or how long all of it took."""
    timed = (_ASKED, _WAVE) if asks_how_long(question) else (_ASKED,)
    found = (word for asked in timed for match in asked.finditer(question.joined) for word in match[0].split())
    return frozenset(found) | words_of_how_long(question)
