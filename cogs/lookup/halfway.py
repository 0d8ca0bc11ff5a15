"""The day by which half of what a list tells of had been done, where that is asked. Pure."""

from __future__ import annotations

from cogs.lookup import list_sentences
from cogs.lookup.filters import fitting
from cogs.lookup.list_filter import kinds_of
from cogs.lookup.model import TieFilter
from cogs.lookup.patterns import phrases
from cogs.lookup.question import Question
from cogs.lookup.vocabulary import of_all_languages
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.names import pair_name
from db.record.models import Act, Precision, Tie
from db.record.register import Register

_ASKED = phrases("\n".join(of_all_languages("lists", "halfway")))


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
    told = list_sentences.half_by(day, sum(each <= day for each in dated), len(found), rough)
    return TextBlock((Line(told),))


def words_of_halves(question: Question) -> frozenset[str]:
    """The normalised words by which it is asked when half of something had been done."""
    return frozenset(word for match in _ASKED.finditer(question.joined) for word in match.group().split())
