"""What the words mean that answers are made of, and where sister cities come from. Pure; data only."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cogs.lookup.model import AnswerPart, Line
from cogs.lookup.patterns import phrases
from cogs.wording.words import Citations

_MOST = 4


@dataclass(frozen=True, slots=True)
class Term:
    """A word and its meaning. ``asked`` finds it in normalised words; ``sources`` are ids in the record."""

    name: str
    meaning: str
    asked: re.Pattern[str]
    sources: tuple[str, ...] = ()


TERMS = (
    Term(
        "Active",
        (
            "somebody said, after the invasion of 24 February 2022, that the tie stands. I name who said "
            "it and when: a council's vote and an association's word are both “active”, and are not the "
            "same."
        ),
        phrases("active; активн*; kept; last we know"),
    ),
    Term(
        "Suspended",
        (
            "halted by a decision, and can be resumed by another. Suspended is not ended. Where a "
            "condition for lifting it was set, I give it."
        ),
        phrases("suspend*; suspension; paused; приостан*; призупин*"),
    ),
    Term(
        "Ended",
        ("cut by a decision; to have it again it would have to be made anew or resumed by a vote."),
        phrases("ended; end; cut; terminat*; severed; прекра*; припин*; разорв*; розірв*"),
    ),
    Term(
        "Dormant",
        ("reported to be without contact, with no formal step. Nobody ended it."),
        phrases("dormant; inactive; no contact; неактивн*"),
    ),
    Term(
        "Disputed",
        ("two words stand against each other, and nothing later settles it. I give both."),
        phrases("disput*; спорн*; спірн*"),
    ),
    Term(
        "Unconfirmed",
        ("listed somewhere, and nothing found since 24 February 2022 says whether it stands."),
        phrases("unconfirmed; confirm*; неподтвержд*; непідтвердж*"),
    ),
    Term(
        "As of",
        (
            "the date of the word behind a standing. Up to 180 days it is current, up to 540 days ageing, "
            "beyond that stale: an old word may no longer hold."
        ),
        phrases("stale; fresh*; ageing; aging; as of; last we know; current; up to date; old"),
    ),
    Term(
        "Searched",
        (
            "the day on which somebody last looked for news of a tie. It tells “found nothing” from "
            "“never looked”, and makes no old word new."
        ),
        phrases("searched; search; last search; checked; nothing newer"),
    ),
    Term(
        "On one report",
        (
            "the evidence is less than a resolution, the city's own page, or two independent news "
            "reports. Copies of one text count once."
        ),
        phrases("on one report; one report; evidence; thin"),
    ),
    Term(
        "Grades",
        (
            "A: resolution, minutes, signed letter, order or statute. B: the city's own page or papers. "
            "C: news report. D: association, advocacy group or state media. E: aggregator, repost or "
            "list. F: a tip."
        ),
        phrases("grades?; evidence; resolution"),
    ),
    Term(
        "The 2022 list",
        (
            "a list by the U.S.–Russia Chamber of Commerce, printed in news reports of June 2022, of 69 "
            "pairs. It says which ties there have included, and nothing on which stood in 2022."
        ),
        phrases("chamber; 2022 list; the list; list of 2022"),
        ("audacy-nd",),
    ),
    Term(
        "Sister cities",
        (
            "two places whose governments agreed on a lasting friendship, mostly kept up by volunteers. "
            "President Eisenhower launched citizen diplomacy at a White House summit in 1956, out of "
            "which Sister Cities International came. Most ties between the United States and Russia were "
            "made from 1987 to 1995."
        ),
        phrases("sister*; twin*; who started; why do ..3 exist; tie; ties; побрат*; побратимство"),
        ("audacy-nd",),
    ),
    Term(
        "Sister states, counties, friendships and partnerships",
        (
            "ties of other places or of other weight: between states or counties, or by a friendship or "
            "partnership agreement, which asks less than a sister-city tie."
        ),
        phrases("sister state*; sister county; friendship*; partnership*"),
    ),
)


def knows(joined: str) -> bool:
    """Whether normalised words name a term."""
    return any(term.asked.search(joined) for term in TERMS)


def meaning_part(joined: str, citations: Citations) -> AnswerPart:
    """What the words asked for mean; the standings, where none is named."""
    asked = [term for term in TERMS if term.asked.search(joined)][:_MOST] or TERMS[:6]
    return AnswerPart(
        tuple(Line(f" {term.meaning}{citations.cite(term.sources)}", f"{term.name}:") for term in asked),
        "What the words mean",
    )
