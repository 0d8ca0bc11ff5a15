"""An organizer's figures: drafts, sent letters and answers by month and tie; no names, no text. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from cogs.letters.subject import OUTCOMES, subject_title
from cogs.wording.english import plural
from db.record.months import MONTHS
from db.record.register import Register
from db.store.models import BEGUN, SENT, LetterCount

_MOST_MONTHS = 12
_MOST_TIES = 15


def stats_text(counts: Iterable[LetterCount], register: Register) -> str:
    """The figures as text, the newest month first; a sentence if there are none."""
    months: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
    for count in counts:
        months[count.month][count.tie][count.what] += count.number
    if not months:
        return "No letters have been begun from this server yet."
    return "\n\n".join(_month(month, months[month], register) for month in sorted(months, reverse=True)[:_MOST_MONTHS])


def _month(month: str, ties: dict[str, dict[str, int]], register: Register) -> str:
    year, number = month.split("-")
    ranked = sorted(ties.items(), key=lambda item: -sum(item[1].values()))
    told = [f"- {subject_title(tie, tie, register)}: {_line(found)}" for tie, found in ranked[:_MOST_TIES]]
    more = [f"- and {plural(len(ranked) - _MOST_TIES, 'more place')}"] if len(ranked) > _MOST_TIES else []
    return "\n".join([f"**{MONTHS[int(number) - 1]} {year}**", *told, *more])


def _line(found: dict[str, int]) -> str:
    told = [f"{found.get(BEGUN, 0)} begun", f"{found.get(SENT, 0)} sent"]
    told += [f"{words.lower()}: {found[outcome]}" for outcome, words in OUTCOMES.items() if found.get(outcome)]
    return ", ".join(told)
