"""The hearing that a letter names or a statement is for: its day and place, and what is proposed. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import assert_never

from cogs.letters import fact_sentences
from cogs.letters.letter_dates import dated, day
from cogs.letters.subject import OWN_OFFICE, LetterSubject, body_of
from cogs.wording.act_phrases import actor_and_more
from cogs.wording.dates import clock_time
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import AUTHORITIES, Authority, Role
from db.record.derivation import acts_in_force
from db.record.figures import coming_hearings
from db.record.models import Act, Place, PlaceKind, Recipient, Tie
from db.record.time_zones import time_zone

# A body's name takes an article inside a sentence.
_BODY = re.compile(r"\b(?:Council|Assembly|Commission|Board|Committee|Supervisors|Commissioners|Aldermen|Legislature)$")
_ITS_CITY = re.compile(r"(?:City|Town|County|Village|State|Borough)(?: and \w+)? of\b")
# Somebody of an American council, by their title and name; of elsewhere they are "of" it.
_SITS = re.compile(
    r"(?:Commissioner|Council(?:member|man|woman|or|lor)|Alder(?:man|woman|person)|Supervisor|Mayor|Assembly ?[Mm]ember"
    r"|Selectman|Selectwoman|Trustee)s? [A-Z](?!.* of )"
)
_OF_NAMESAKES = re.compile(r" \([^)]*\)")
# Where a place's own body sits; an association may meet in a room of it, but says that it is its own meeting.
_CITY_HOUSE = re.compile(
    r"\b(?:(?:City|County|Town|Village|Borough|Metro|Council|Commission|Board|Assembly) (?:Council |Commission )?"
    r"(?:Chambers?|Courthouse|Administration (?:Building|Center))|Council Room|(?:City|Town|Borough|Village) Hall)\b"
)
_STATE_HOUSE = re.compile(
    r"\b(?:State ?house|State Capitol|(?:Senate|House|Assembly) Chambers?|Legislative (?:Hall|Building))\b"
)
_OF_OTHERS = re.compile(
    r"\b(?:association|sister cit\w+|chamber of commerce|rotary|club|society|duma)\b", re.IGNORECASE
)
# How a proposal to cut a tie is told of: by what it asks for, and of what. A doubt beside that leaves it open.
_ASKS = (
    r"(?i:resolution|ordinance|motion|proposal|measure|(?<!in )order|propos(?:ed|es)|moved|call(?:ed|s) for|votes? on)"
)
_TIE = (
    r"(?: (?:the|its|our|their|this|both|all|official|formal|sister|city|state|county|sister-\w+|friendship|partner"
    r"|[A-Z][\w’'.-]*)){0,6} (?:ties?|agreement|relationship|partnership|status)\b"
    r"(?!['’]s| (?:committee|commission|association|program|fund|visit|rules))"
)
_DOUBT = re.compile(
    r"\b(?:not|no|never|against|instead|keep\w*|kept|whether|if|unless|or|reject\w*|oppos\w*|fail\w*|tabled?|laps\w*"
    r"|earlier|previous\w*|repeal\w*|revers\w*|overturn\w*|veto\w*|delay\w*|postpon\w*|withdr[ae]w\w*|amend\w*"
    r"|discuss\w*|debat\w*|stud(?:y|ies)|consider\w*|alternative\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
_CUTS: dict[ActKind, str] = {kind: ACT_KINDS[kind].words or "" for kind in (ActKind.ENDED, ActKind.SUSPENDED)}
_PROPOSED = {
    kind: re.compile(rf"\b{_ASKS} (?:to |that would )?(?:\w+ly )?(?i:{words})\b{_TIE}") for kind, words in _CUTS.items()
}


def coming(subject: LetterSubject, today: date) -> Act | None:
    """The proposal that the place itself hears next; None where none is on record as coming, or it is cancelled."""
    known = coming_hearings([subject.tie] if subject.tie else [], today)
    return next((act for _, _, act in known if _is_heard_by(act, subject.kind, subject.recipients)), None)


def to_name(tie: Tie, place: Place, today: date) -> Act | None:
    """The same by a tie and its place: the proposal whose hearing a letter names."""
    known = coming_hearings([tie], today)
    return next((act for _, _, act in known if _is_heard_by(act, place.kind, place.recipients)), None)


def hearing_sentence(act: Act | None) -> str:
    """The hearing on a proposal in a sentence, or nothing."""
    return fact_sentences.hearing_set(proposal(act), hearing_day(act)) if act else ""


def named(text: str, tie: Tie | None) -> Act | None:
    """The proposal whose hearing a letter's fact begins with; None where it names none that is known."""
    acts = (*acts_in_force(tie.acts), *tie.acts) if tie else ()
    return next((act for act in acts if act.hearing and text.startswith(hearing_sentence(act))), None)


def without_hearing(text: str, act: Act | None) -> str:
    """A letter's fact without the sentence on this hearing."""
    return text.removeprefix(hearing_sentence(act)).lstrip()


def is_voted_on_by(office: Recipient, act: Act, subject: LetterSubject) -> bool:
    """Whether what is proposed comes before the body of this office: of several, before the one that it names.

    A letter about several ties asks for more than is proposed on one.
    """
    is_its_own = len(subject.recipients) == 1 or office.body in act.actor
    return is_its_own and body_of(office) != OWN_OFFICE and not subject.twins


def cut_proposed(act: Act) -> ActKind | None:
    """What a proposal would do to the tie, by the record's own words; None unless they plainly say to end or suspend.

    Words of both, or a doubt beside them ("whether", "or", "not"), leave it open.
    """
    if _DOUBT.search(act.summary):
        return None
    found = {kind: pattern.search(act.summary) for kind, pattern in _PROPOSED.items()}
    plain = [kind for kind, match in found.items() if match and not _says_another(kind, match.group())]
    return plain[0] if len(plain) == 1 else None


def _says_another(kind: ActKind, words: str) -> bool:
    others = (pattern for other, pattern in _CUTS.items() if other is not kind)
    lifts = ACT_KINDS[ActKind.RESUMED].words or ""
    return any(re.search(rf"\b(?:{pattern})\b", words, re.IGNORECASE) for pattern in (*others, lifts))


def _is_heard_by(act: Act, kind: PlaceKind, offices: Iterable[Recipient]) -> bool:
    """Whether a proposal comes before the place itself: a state's before a state, a city's before a city.

    What is known from its own page is; what a paper or an association tells is where it names the place's own body or
    somebody who sits on one as the one that proposes, or where it is heard in the place's own house: an association's
    own hearing is none of the office's.
    """
    match AUTHORITIES[act.authority].role:
        case Role.OFFICE:
            return (act.authority is Authority.STATE) == (kind is PlaceKind.STATE)
        case Role.CITY:
            return True
        case Role.OUTSIDER:
            is_near = _is_of_a_body(act.actor, offices) or _is_in_its_house(act.hearing_place or "", kind)
            return act.authority is not Authority.PARTNER and is_near
        case other:
            assert_never(other)


def _is_of_a_body(actor: str, offices: Iterable[Recipient]) -> bool:
    """Whether an actor is the body of one of the offices, with or without its article, or has a seat by their title."""
    named = actor.removeprefix("The ").removeprefix("the ").split(",")[0]
    return bool(_SITS.match(named)) or any(named == _OF_NAMESAKES.sub("", office.body) for office in offices)


def _is_in_its_house(where: str, kind: PlaceKind) -> bool:
    """Whether a hearing is held where the place's own body sits."""
    if _OF_OTHERS.search(where):
        return False
    return bool((_STATE_HOUSE if kind is PlaceKind.STATE else _CITY_HOUSE).search(where))


def hearing_day(act: Act | None) -> str:
    """The day of a hearing; empty where there is none."""
    return day(act.hearing) if act and act.hearing else ""


def proposal(act: Act | None) -> str:
    """What is heard, by whose it is and its date: ``the proposal of Mayor Ann Lee of November 20, 2026``.

    A paper that tells of one did not propose it.
    """
    if act is None:
        return ""
    who, _ = actor_and_more(act)
    if act.authority is Authority.PRESS and not _BODY.search(who) and not _SITS.match(who):
        return f"a proposal of {dated(act.date)}"
    takes_article = _BODY.search(who) or _ITS_CITY.match(who)
    who = f"the {who}" if takes_article and not who.startswith(("The ", "the ")) else who
    closed = f"{who}," if "," in who else who
    return f"the proposal of {closed} of {dated(act.date)}"


def when_and_where(act: Act | None) -> tuple[str, ...]:
    """When a hearing is, as exactly as it is known, and where, each a line."""
    if act is None or act.hearing is None:
        return ()
    when = day(act.hearing)
    if act.hearing_time and act.hearing_zone:
        zone = datetime.combine(act.hearing, act.hearing_time, time_zone(act.hearing_zone)).tzname()
        when = f"{when}, {clock_time(act.hearing_time)} {zone}"
    return (when, act.hearing_place) if act.hearing_place else (when,)
