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
    ``asked`` are the phrases that ask for acts of it, in the notation of ``cogs/lookup/phrases``; empty for none.
    """

    label: str
    name: str
    role: Role
    votes: bool = False
    asked: str = ""


# Councils by any name, and those who sit on them.
_COUNCILS = (
    "(councils?|commissions?|assembly|assemblies|council ?(members?|men|women|people)|councilmembers?|councill?ors"
    "|commissioners|alder(men|women|persons|folk)|legislators|lawmakers|(legislative|elected|governing) bod(y|ies)"
    "|(local|city|town|county) legislatures?)"
)
_GOVERNORS = "(governors?|govs?|gubernatorial (order|decision|decree|fiat))"
AUTHORITIES = complete(
    Authority,
    {
        Authority.COUNCIL: AuthorityFacts(
            label="Council or other elected body",
            name="a council",
            role=Role.OFFICE,
            votes=True,
            asked=f"""
                by (a |the |their |its )?((local|city|town|county) )?{_COUNCILS}; council votes?
                from (the )?councils; by (a )?vote
                {_COUNCILS} ..2 (voted|decid*|ended|suspend|suspended|kept|cut|act*)
                (which|what|how many|any) (city |town )?councils
                (did|have|has) ..2 (councils|commissions|assemblies) ..2 (do|done|decide|decided|act|acted|vote|voted)
                (роби*|зроби*|дела*|сдела*) ..1 (рад|совет)
                горсовет*; міськрад*; депутат* ..2 (голосо*|голосу*|виріш*|реши*|призуп*|розірв*|приостан*|разорв*)
                (last|latest|newest|first|earliest|only) ..1 (councils?|commissions?|assembl(y|ies)) ..1 (to|who|that)
                (які|яких|скільки|какие|каких|сколько) ..1 (рад|совет)
                (рад|совет) ..2 (голосо*|голосу*|виріш*|реши*|призуп*|розірв*|приостан*|разорв*|зберег*|сохран*)
                (призуп*|розірв*|приостан*|разорв*|зберег*|сохран*|решен*|рішен*) ..2 (рад|совет); не (рад|совет)
            """,
        ),
        Authority.MAYOR: AuthorityFacts(
            label="Mayor or other single official of the city",
            name="a mayor",
            role=Role.OFFICE,
            asked="""
                by (a |the |their |its )?mayors?; by (a )?mayoral (order|decision)
                губернатор* ..2 (або|чи|или|либо|и|і|й|та) ..1 (мер|мэр)
                (мер|мэр) ..2 (або|чи|или|и|і|й|та) ..1 губернатор*
                (last|latest|newest|first|earliest|only) ..1 mayors? ..1 (to|who|that)
                (последн*|останн*|перв*|перш*) ..1 (мэр|мер) ..1 (кто|який|которы*|хто|що)
                mayors? ..3 (ended|suspended|kept|decided|alone|cut|word|acted)
                mayors? ..3 (did|himself|herself|themselves|unilateral*)
                mayors? ..2 own; (which|what|how many) mayors?
                (did|have) ..2 mayors ..2 (do|done|decide|decided|act|acted)
                (роби*|зроби*|дела*|сдела*) ..1 (мер|мэр)
                сам* (мэр*|мер*); (мэр*|мер) ..2 (сам|сами|единолично|одноосібно)
                mayor (word|order|letter|decision)
                (які|яких|скільки|какие|каких|сколько) ..1 (мер|мэр)
                (мер|мэр) ..2 (виріш*|реши*|призуп*|розірв*|приостан*|разорв*|зберег*|сохран*)
                (призуп*|розірв*|приостан*|разорв*|зберег*|сохран*|решен*|рішен*) ..2 (мер|мэр); не (мер|мэр)
            """,
        ),
        Authority.STATE: AuthorityFacts(
            label="State: governor, legislature, statute",
            name="a governor or a state",
            role=Role.OFFICE,
            asked=f"""
                (last|latest|newest|first|earliest|only) ..1 governors? ..1 (to|who|that)
                by (a |the |their )?({_GOVERNORS}|states?); {_GOVERNORS} ..2 (ended|suspended|cut|kept|decided|acted)
                governors? ..2 (did|alone|himself|herself|themselves)
                (which|what|how many|any|no|state|by|other|a|the) ..1 governors?; governors; губернатор*
            """,
        ),
        Authority.CITY_PAGE: AuthorityFacts(
            label="The city's own page, papers or spokesperson",
            name="a city's own page, papers or staff",
            role=Role.CITY,
            asked="""
                (city|cities|town) own (word|words|page|pages|papers?|website|site)
                (on|from|by) ..2 (city|town|citys|towns|official) ..1 (web)? ?(pages?|websites?|sites?)
                (city|town|county) (managers?|administrators?|staff|staffers)
            """,
        ),
        Authority.ASSOCIATION: AuthorityFacts(
            label="Sister-city association or commission",
            name="a local association",
            role=Role.OUTSIDER,
            asked="""
                by (a |the |their )?(local )?(associations?|sister cities international); association word
                (volunteers?|associations?|committees?|nonprofits?|clubs?) ..2 (words?|say so|speaking|spoke|talking)
                (word|words|say so) of ..3 (volunteers?|associations?|committees?|nonprofits?|clubs?)
                (volunteer|association|committee|nonprofit|club|group) (own )?words?
                (because|only|just) ..4 (volunteers?|associations?|committees?|nonprofits?|clubs?) ..1 (said|say|says)
                (со слов|по словам|на слов*|на словах|на слове) ..1 (волонт*|ассоциац*|обществ*|комитет*)
                (зі слів|за словами|на слові|на словах) ..1 (волонт*|асоціац*|товариств*|комітет*)
                associations? ..1 (says?|said|word)
            """,
        ),
        Authority.PARTNER: AuthorityFacts(
            label="The Russian side",
            name="the Russian side",
            role=Role.OUTSIDER,
            asked="""
                (by|from) the russian side
                (russia|russians|kremlin|russian (side|partners?|cities)) (ended|cut|suspended|dropped|quit)
                (russia|russians|kremlin|russian side) (itself|has|have|had|never|just) (ended|cut|suspended|dropped)
                росі* (розірв*|припин*|призупин*); росс* (разорв*|прекрат*|приостан*)
            """,
        ),
        Authority.PRESS: AuthorityFacts(
            label="A newsroom's own words",
            name="a newsroom",
            role=Role.OUTSIDER,
            asked="""
                (because|by|from|only|just|on) ..2 (newspapers?|newsrooms?|press|media|journalists?|news report)
                (со слов|по словам|на слов*|зі слів|за словами) ..1 (газет*|журналист*|журналіст*|прес*|сми|змі)
                (newspapers?|newsrooms?|press|media|reporters?) ..2 (said|says|word|alone|only|reports?|say so)
                (only|just|nothing but|solely) ..4 (newspapers?|newsrooms?|press|media|journalists?|reporters?)
            """,
        ),
    },
)
# Those whose word is the place's own, and those that decide by a vote.
OF_THE_CITY = frozenset(authority for authority, known in AUTHORITIES.items() if known.role is not Role.OUTSIDER)
VOTING = frozenset(authority for authority, known in AUTHORITIES.items() if known.votes)
