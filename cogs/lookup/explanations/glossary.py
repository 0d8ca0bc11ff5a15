"""What the words mean that answers are made of, and where sister cities come from. Pure; data only."""

from __future__ import annotations

from cogs.lookup.phrases.patterns import Phrases, phrases
from cogs.lookup.reading.vocabulary import said_for
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import capital
from cogs.wording.sources import Citations
from db.record.grades import GRADES
from db.record.standings import STANDINGS
from db.record.values import value

_MOST = 4


@value
class Term:
    """A word and its meaning. ``asked`` finds it in normalised words; ``sources`` are ids in the record."""

    name: str
    meaning: str
    asked: Phrases
    sources: tuple[str, ...] = ()


_STANDINGS = tuple(
    Term(capital(known.word), known.meaning, said_for("standings", "explained", standing))
    for standing, known in STANDINGS.items()
)
TERMS = (
    *_STANDINGS,
    Term(
        "As of",
        (
            "the date of the word behind a standing. Up to 180 days it is current, up to 540 days aging, "
            "beyond that stale: an old word may no longer hold."
        ),
        phrases("stale; fresh*; ageing; aging; as of; last we know; current; up to date; old"),
    ),
    Term(
        "Searched",
        (
            "the day on which somebody last looked for news of a tie. It tells “found nothing” from "
            "“never looked”, and does not make an old word newer."
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
        " ".join(f"{grade}: {known.meaning}." for grade, known in GRADES.items()),
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


def meaning_part(joined: str, citations: Citations) -> TextBlock:
    """What the words asked for mean; the standings, where none is named."""
    asked = [term for term in TERMS if term.asked.search(joined)][:_MOST] or _STANDINGS
    return TextBlock(
        tuple(Line(f" {term.meaning}{citations.cite(term.sources)}", f"{term.name}:") for term in asked),
        "What the words mean",
    )
