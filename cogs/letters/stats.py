"""An organizer's figures: drafts, sent letters and answers by month and tie; no names, no text. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from cogs.letters import sending_sentences
from cogs.letters.sending_sentences import OUTCOMES
from cogs.letters.subject import subject_title
from db.record.months import MONTHS
from db.record.register import Register
from db.store.letter_models import BEGUN, SENT, LetterCount

_MOST_MONTHS = 12
_MOST_TIES = 15


def stats_text(counts: Iterable[LetterCount], register: Register) -> str:
    """The figures as text, the newest month first; a sentence if there are none."""
    months: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
    for count in counts:
        months[count.month][count.tie][count.what] += count.number
    if not months:
        return sending_sentences.NO_FIGURES
    return "\n\n".join(_month(month, months[month], register) for month in sorted(months, reverse=True)[:_MOST_MONTHS])


def _month(month: str, ties: dict[str, dict[str, int]], register: Register) -> str:
    year, number = month.split("-")
    ranked = sorted(ties.items(), key=lambda item: -sum(item[1].values()))
    told = [
        sending_sentences.figures(subject_title(tie, tie, register), _counts(found))
        for tie, found in ranked[:_MOST_TIES]
    ]
    if len(ranked) > _MOST_TIES:
        told.append(sending_sentences.more_places(len(ranked) - _MOST_TIES))
    return "\n".join([sending_sentences.month_heading(MONTHS[int(number) - 1], year), *(f"- {line}" for line in told)])


def _counts(found: dict[str, int]) -> list[str]:
    told = [sending_sentences.begun(found.get(BEGUN, 0)), sending_sentences.sent(found.get(SENT, 0))]
    told += [sending_sentences.answered(outcome, found[outcome]) for outcome in OUTCOMES if found.get(outcome)]
    return told
