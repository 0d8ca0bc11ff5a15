"""The kinds of acts, and all that is known of each: what it does to a tie's standing, how it is named. Pure.

Nothing else in the project lists the kinds; where code has to tell them apart, a ``match`` ends in ``assert_never``,
so that mypy names the place when one is added.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from db.record.fact_tables import complete
from db.record.standings import Standing


class ActKind(StrEnum):
    """What was done or said; in the order in which editors choose."""

    ESTABLISHED = "established"
    CONFIRMED = "confirmed"
    KEPT = "kept"
    PROPOSED = "proposed"
    ENDED = "ended"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    DORMANT = "dormant"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActKindFacts:
    """What is known of a kind of act.

    ``leads_to`` is the standing that such an act makes, None if it says nothing of it. ``lifts``: it changes also a
    standing that a decision made. ``decides``: it is a decision about the tie. ``is_news``: editors are offered to
    announce it though the standing stays as it was, under the ``headline``; ``late_headline`` names it after "Newly
    on record:". ``is_vote``: whoever asked for proposals and votes hears of it, whatever it does to the standing.
    ``noun`` names one act of the kind, as in "a tie with …". ``words`` are those in which a decision of the kind is
    told, as a regular expression.
    ``hint`` goes on from the ``label``, for editors. The last two say which fields such an act may have.
    """

    label: str
    noun: str
    hint: str
    headline: str
    late_headline: str
    leads_to: Standing | None = None
    lifts: bool = False
    decides: bool = False
    is_news: bool = False
    is_vote: bool = False
    words: str | None = None
    takes_condition: bool = False
    takes_hearing: bool = False


ACT_KINDS = complete(
    ActKind,
    {
        ActKind.ESTABLISHED: ActKindFacts(
            label="Established",
            noun="a beginning",
            hint="the tie was made",
            headline="Recorded: established",
            late_headline="established",
        ),
        ActKind.CONFIRMED: ActKindFacts(
            label="Said to stand",
            noun="a word that it stands",
            hint="confirmed by somebody who has a say in it",
            headline="Recorded: said to stand",
            late_headline="said to stand",
            leads_to=Standing.ACTIVE,
        ),
        ActKind.KEPT: ActKindFacts(
            label="Kept",
            noun="a decision not to cut it",
            hint="a decision that it stays",
            headline="A decision not to cut the tie",
            late_headline="a decision not to cut the tie",
            leads_to=Standing.ACTIVE,
            decides=True,
            is_news=True,
            is_vote=True,
        ),
        ActKind.PROPOSED: ActKindFacts(
            label="Proposed",
            noun="a proposal",
            hint="asked for or discussed, not decided",
            headline="Proposed: nothing is decided yet",
            late_headline="a proposal",
            is_news=True,
            is_vote=True,
            takes_hearing=True,
        ),
        ActKind.SUSPENDED: ActKindFacts(
            label="Suspended",
            noun="a suspension",
            hint="put on hold",
            headline="Recorded: suspended",
            late_headline="suspended",
            leads_to=Standing.SUSPENDED,
            lifts=True,
            decides=True,
            is_news=True,
            words=r"suspen\w*|paus\w+|on hold|put off|fr[eo]ez\w*|frozen?",
            takes_condition=True,
        ),
        ActKind.RESUMED: ActKindFacts(
            label="Resumed",
            noun="a resumption",
            hint="taken up again",
            headline="Recorded: resumed",
            late_headline="resumed",
            leads_to=Standing.ACTIVE,
            lifts=True,
            decides=True,
            is_news=True,
            words=r"resum\w+|reinstat\w+|restor\w+|lift(s|ed|ing)?",
        ),
        ActKind.ENDED: ActKindFacts(
            label="Ended",
            noun="an ending",
            hint="cut for good",
            headline="Recorded: ended",
            late_headline="ended",
            leads_to=Standing.ENDED,
            lifts=True,
            decides=True,
            is_news=True,
            words=r"end(s|ed|ing)?|cut(s|ting)?|sever\w*|terminat\w+|dissol\w+|revok\w+|rescind\w*|withdr[ae]w\w*",
        ),
        ActKind.DORMANT: ActKindFacts(
            label="Reported without contact",
            noun="a report without contact",
            hint="dormant, no formal step",
            headline="Recorded: reported without contact",
            late_headline="reported without contact",
            leads_to=Standing.DORMANT,
        ),
        ActKind.STATEMENT: ActKindFacts(
            label="Statement",
            noun="a statement",
            hint="said, decides nothing",
            headline="Recorded: statement",
            late_headline="a statement",
        ),
    },
)
# The kinds that are decisions about a tie; and of them those that suspend or end it.
DECIDING = tuple(kind for kind in ActKind if ACT_KINDS[kind].decides)
CUTTING = (ActKind.SUSPENDED, ActKind.ENDED)
