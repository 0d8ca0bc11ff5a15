"""The standings of a tie, and all that is known of each: how it is shown, what it means. Pure.

Nothing else in the project lists the standings; where code has to tell them apart, a ``match`` ends in
``assert_never``, so that mypy names the place when one is added.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from db.record.fact_tables import complete


class Standing(StrEnum):
    """How a tie stands, derived from its acts; in the order of showing."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    ENDED = "ended"
    DORMANT = "dormant"
    DISPUTED = "disputed"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingFacts:
    """What is known of a standing.

    ``code`` names it in the buttons of a list, which stand on messages for years: it is never used again for another.
    ``shape``, ``label`` and ``colour`` are shown together: the colour is never the only sign. ``word`` is what a tie
    is, inside a sentence. ``meaning`` explains it, going on from "the tie is …". ``decision`` names the decision that
    makes it, where nothing but another decision or a resumption undoes it, and is None otherwise. ``example`` is what a
    letter would say of an invented tie.

    ``lead`` are the first words on a tie, a sentence; ``predicate`` goes on from a tie's name; ``of_one`` and
    ``of_many`` count ties, with their ``number``; ``beside_count`` says what a count means; None where votes are
    counted with it. ``explanation`` is the meaning in sentences, ``ukrainian`` and ``russian`` in those languages.

    ``typed`` are words that name it in a list of standings, besides its word and label; what asks for it in a question
    is in ``data/vocabulary/standings.toml``.
    """

    code: str
    shape: str
    word: str
    label: str
    colour: int
    meaning: str
    decision: str | None
    example: str
    lead: str
    predicate: str
    of_one: str
    of_many: str
    beside_count: str | None
    explanation: str
    ukrainian: str
    russian: str
    typed: tuple[str, ...]

    @property
    def sign(self) -> str:
        """The shape and the label: ``◐ Suspended, not ended``."""
        return f"{self.shape} {self.label}"


# The colours are Okabe and Ito's, which people with any kind of colour blindness can tell apart.
CUT = frozenset({Standing.SUSPENDED, Standing.ENDED})
STANDINGS = complete(
    Standing,
    {
        Standing.ACTIVE: StandingFacts(
            code="a",
            shape="●",
            word="active",
            label="Active",
            colour=0x0072B2,
            meaning=(
                "somebody said, after the invasion of 24 February 2022, that the tie stands. I name who said it and "
                "when: a council's vote and an association's word are both “active”, and are not the same."
            ),
            decision=None,
            example="On March 8, 2022, the Springfield City Council voted to keep the tie.",
            lead="Said to stand.",
            predicate="is on record as active",
            of_one="{number} is said to stand",
            of_many="{number} are said to stand",
            beside_count=None,
            explanation=(
                "Somebody said, after the invasion of 24 February 2022, that the tie stands. Who said it and when is "
                "always given: a council's vote and an association's word are both “active”, and are not the same."
            ),
            ukrainian="за останніми відомостями діє",
            russian="по последним сведениям действует",
            typed=("kept", "standing", "resumed"),
        ),
        Standing.SUSPENDED: StandingFacts(
            code="s",
            shape="◐",
            word="suspended",
            label="Suspended, not ended",
            colour=0xE69F00,
            meaning=(
                "halted by a decision, and can be resumed by another. Suspended is not ended. Where a condition for "
                "lifting it was set, I give it."
            ),
            decision="suspension",
            example="On March 8, 2022, the Springfield City Council suspended the tie.",
            lead="Suspended, not ended.",
            predicate="is suspended, not ended",
            of_one="{number} is suspended",
            of_many="{number} are suspended",
            beside_count="halted, not ended",
            explanation="Halted by a decision, and can be resumed by another. Suspended is not ended.",
            ukrainian="призупинено, але не припинено",
            russian="приостановлено, но не прекращено",
            typed=("paused", "frozen", "suspension"),
        ),
        Standing.ENDED: StandingFacts(
            code="e",
            shape="○",
            word="ended",
            label="Ended",
            colour=0x009E73,
            meaning="cut by a decision; to have it again it would have to be made anew or resumed by a vote.",
            decision="ending",
            example="On March 8, 2022, the Springfield City Council ended the tie.",
            lead="Ended.",
            predicate="ended",
            of_one="{number} has ended",
            of_many="{number} have ended",
            beside_count=None,
            explanation="Cut by a decision. It stands again only if it is made anew, or resumed by another decision.",
            ukrainian="припинено",
            russian="прекращено",
            typed=("cut", "terminated", "severed", "dropped", "over"),
        ),
        Standing.DORMANT: StandingFacts(
            code="d",
            shape="◇",
            word="dormant",
            label="Dormant, no formal ending found",
            colour=0x56B4E9,
            meaning="reported to be without contact or activity. No formal ending is on record.",
            decision=None,
            example="The tie was reported to be without contact on March 8, 2022.",
            lead="Dormant: no formal ending is on record.",
            predicate="is dormant",
            of_one="{number} is dormant",
            of_many="{number} are dormant",
            beside_count="no formal ending found",
            explanation="Reported to be without contact or activity. No formal ending is on record.",
            ukrainian="без контактів, офіційно не припинено",
            russian="без контактов, официально не прекращено",
            typed=("inactive", "sleeping"),
        ),
        Standing.DISPUTED: StandingFacts(
            code="c",
            shape="▲",
            word="disputed",
            label="Disputed",
            colour=0xD55E00,
            meaning="two words stand against each other, and nothing later settles it. I give both.",
            decision=None,
            example="Accounts differ: the mayor gave one on March 8, 2022, and the council another in May 2022.",
            lead="Disputed.",
            predicate="is disputed",
            of_one="{number} is disputed",
            of_many="{number} are disputed",
            beside_count="accounts differ",
            explanation="Two accounts contradict each other, and nothing later settles it. Both are given.",
            ukrainian="відомості суперечливі",
            russian="сведения противоречат друг другу",
            typed=("contested",),
        ),
        Standing.UNCONFIRMED: StandingFacts(
            code="u",
            shape="?",
            word="unconfirmed",
            label="Unconfirmed",
            colour=0x8A8F98,
            meaning="listed somewhere, and nothing found since 24 February 2022 says whether it stands.",
            decision=None,
            example="A page from March 8, 2022, shows Springfield and Tula as partners.",
            lead="Not known.",
            predicate="is unconfirmed",
            of_one="of {number} nobody has said since the invasion whether it stands",
            of_many="of {number} nobody has said since the invasion whether they stand",
            beside_count="not known whether it stands",
            explanation="Listed somewhere, and nothing found since 24 February 2022 says whether it stands.",
            ukrainian="невідомо, чи діє",
            russian="неизвестно, действует ли",
            typed=("unknown", "unclear"),
        ),
    },
)
