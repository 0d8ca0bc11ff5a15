"""Who may have acted, and all that is known of each: what it may say of a tie, how it is named. Pure.

Nothing else in the project lists the authorities. An authority moves no standing; by its role an answer is worded.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from db.record.fact_tables import complete


class Authority(StrEnum):
    """With what authority somebody acted; in the order in which editors choose."""

    COUNCIL = "council"
    MAYOR = "mayor"
    STATE = "state"
    CITY_PAGE = "city_page"
    ASSOCIATION = "association"
    PARTNER = "partner"
    PRESS = "press"


class Role(StrEnum):
    """What the word of an authority is: of an office that decides, the city's own without a decision, an outsider's."""

    OFFICE = "office"
    CITY = "city"
    OUTSIDER = "outsider"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityFacts:
    """What is known of an authority.

    ``label`` names it for editors, ``name`` inside a sentence. ``votes``: what it decides, it decides by a vote.
    What asks for acts of it in a question is in ``data/vocabulary/authorities.toml``.
    """

    label: str
    name: str
    role: Role
    votes: bool = False


AUTHORITIES = complete(
    Authority,
    {
        Authority.COUNCIL: AuthorityFacts(
            label="Council or other elected body",
            name="a council",
            role=Role.OFFICE,
            votes=True,
        ),
        Authority.MAYOR: AuthorityFacts(
            label="Mayor or other single official of the city",
            name="a mayor",
            role=Role.OFFICE,
        ),
        Authority.STATE: AuthorityFacts(
            label="State: governor, legislature, statute",
            name="a governor or a state",
            role=Role.OFFICE,
        ),
        Authority.CITY_PAGE: AuthorityFacts(
            label="The city's own page, papers or spokesperson",
            name="a city's own page, papers or staff",
            role=Role.CITY,
        ),
        Authority.ASSOCIATION: AuthorityFacts(
            label="Sister-city association or commission",
            name="a local association",
            role=Role.OUTSIDER,
        ),
        Authority.PARTNER: AuthorityFacts(
            label="The Russian side",
            name="the Russian side",
            role=Role.OUTSIDER,
        ),
        Authority.PRESS: AuthorityFacts(
            label="A newsroom's own words",
            name="a newsroom",
            role=Role.OUTSIDER,
        ),
    },
)
# Those whose word is the place's own, and those that decide by a vote.
OF_THE_CITY = frozenset(authority for authority, known in AUTHORITIES.items() if known.role is not Role.OUTSIDER)
VOTING = frozenset(authority for authority, known in AUTHORITIES.items() if known.votes)
