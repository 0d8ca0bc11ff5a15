"""How long ties had lasted when they were cut: which for the shortest or the longest time, and each. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.lookup.history import past_sentences as told
from cogs.lookup.lists.filters import fitting
from cogs.lookup.model import TieFilter
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_in_all
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.names import pair_name
from db.record.act_kinds import ACT_KINDS, CUTTING, ActKind
from db.record.caching import of_the_last
from db.record.models import Act, Tie
from db.record.register import Register

_LIVED = said_in_all("lists", "lived")
_SHORTEST = said_in_all("lists", "lived_shortest")
# Of more ties, so many at the end that is asked for.
_MOST_TOLD = 12


# A question is asked this by several in turn.
@of_the_last
def asks_how_long_they_lived(question: Question) -> bool:
    """Whether it is asked how long ties had lasted when they were cut, or which had for the longest time."""
    return not question.mentions and _LIVED.search(question.joined) is not None


def lifetimes_part(question: Question, chosen: TieFilter, register: Register) -> TextBlock | None:
    """How long each tie of a list had lasted when it was suspended or ended, in that order; None where that is not
    asked, or of none of them known.

    By the year of its beginning and the day on which it was cut: of two of one length the one that was cut first is
    the shorter. Ties of no known year are counted.
    """
    if not asks_how_long_they_lived(question):
        return None
    asked = [kind for kind in CUTTING if kind in chosen.kinds or ACT_KINDS[kind].leads_to in chosen.standings]
    kinds = asked or CUTTING
    cut = [(tie, act) for tie in fitting(chosen, register) if (act := _first(tie, kinds, register))]
    known = sorted((each for each in cut if each[0].since), key=_length, reverse=not _SHORTEST.search(question.joined))
    if not known:
        return None
    lines = [told.lasted(pair_name(tie, register), tie.since or 0, act) for tie, act in known[:_MOST_TOLD]]
    unknown = [pair_name(tie, register) for tie, _ in cut if not tie.since]
    more = [told.by_years_alone(len(known) - len(lines), unknown)]
    return TextBlock(tuple(map(Line, lines + more)), told.HOW_LONG)


def _first(tie: Tie, kinds: Sequence[ActKind], register: Register) -> Act | None:
    acts = (act for act in register.index.acts(tie.id) if act.kind in kinds)
    return min(acts, key=lambda act: act.date.first, default=None)


def _length(each: tuple[Tie, Act]) -> tuple[int, int]:
    tie, act = each
    return act.date.first.year - (tie.since or 0), act.date.first.timetuple().tm_yday


def words_of_lives(question: Question) -> frozenset[str]:
    """The normalised words by which that is asked."""
    found = (*_LIVED.finditer(question.joined), *_SHORTEST.finditer(question.joined))
    return frozenset(word for match in found for word in match[0].split())
