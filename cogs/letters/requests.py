"""What a letter may ask for: by the tie's standing, one thing at a time, each answered by a plain yes or no. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import assert_never

from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import AUTHORITIES, VOTING, Role
from db.record.derivation import acts_in_force, earlier_word
from db.record.models import Act, Tie
from db.record.standings import Standing
from db.record.values import value

# That what was suspended is the tie itself, as an act's own sentence says it.
_TIE_SUSPENDED = re.compile(
    r"\b(?:suspend(?:ed|ing)?|suspension of) (?!or\b)(?:[\w’'.-]+ ){0,3}?(?:ties?|agreement|relationship)\b"
    r"|\bties? with [^;,.]* suspended\b"
)


class Request(StrEnum):
    END = "end"
    SUSPEND = "suspend"
    AGENDA = "agenda"
    SAY = "say"
    SETTLE = "settle"
    WHICH = "which"
    PERMANENT = "permanent"
    CONDITION = "condition"
    PARTNER = "partner"
    GENERAL = "general"


class Case(StrEnum):
    """What the record says was decided, where the standing alone does not tell it and the request has to fit."""

    USUAL = "usual"
    # The council itself has voted not to end it: it is asked to vote again.
    KEPT_BY_VOTE = "kept by vote"
    # Called suspended, but not the tie by the office: only support, or by somebody else, or reports differ on the word.
    IN_OTHER_WORDS = "in other words"


@value
class RequestWords:
    """How an ask is put. ``label`` and ``hint`` are for choosing it; the others go into the letter.

    They have the fields of ``str.format``: ``body`` and ``council`` (the deciding body, long and short), ``noun``
    ("sister-city tie"), ``partner``, ``tie`` ("our sister-city tie with Khabarovsk in Russia"), ``place`` and
    ``ukraine``. ``fair`` are ways to be fair to the other side, in general and without speaking for the writer.
    """

    label: str
    hint: str
    subject: str
    sentence: str
    again: str
    fair: tuple[str, ...]


_MADE_FOR_PEOPLE = "Ties like this one were made so that ordinary people could get to know one another, and some did."
_NO_GOVERNMENT = "Those who want to keep such ties say that people are not their government."
_WITHOUT_SEAL = (
    (
        f"There is another side to this. {_MADE_FOR_PEOPLE} "
        "A friendship that began that way can go on without an official seal on it."
    ),
    (
        f"{_NO_GOVERNMENT} Nobody needs an official agreement to write to a friend, "
        "and ending one says nothing against the people on the other side."
    ),
    (
        "Those who built ties like this one meant it well. What people have with one another is theirs to keep, "
        "with or without an agreement between two governments."
    ),
)
_PAUSE = (
    f"There is another side to this. {_MADE_FOR_PEOPLE} A pause closes no door: it says what would open it again.",
    f"{_NO_GOVERNMENT} A pause says nothing against the people on the other side, and it leaves the way back open.",
)
_PLAIN = (
    (
        "There is a good idea behind such ties: that ordinary people should get to know one another. "
        "Whatever one thinks of them now, people should be able to read where their community stands."
    ),
    (
        "Reasonable people disagree about ties like this one, and both sides have their reasons. "
        "Whoever is right, it helps to know what is in force."
    ),
)
_NO_TIE = (
    (
        "There is a good idea behind ties between communities: that ordinary people should get to know one another. "
        "Whatever one thinks of them now, people should be able to read where their community stands."
    ),
    (
        "Reasonable people disagree about ties with Russia, and both sides have their reasons. "
        "Whoever is right, it helps to know what is in force."
    ),
)
_CARRIED_ON = (
    (
        "There was a good idea behind the old tie: that ordinary people should get to know one another. "
        "A partner in Ukraine can carry it on."
    ),
    "Some will have been sorry to see the old tie go, for the good idea behind it. There is room for it elsewhere.",
)

WORDS: Mapping[Request, RequestWords] = {
    Request.END: RequestWords(
        label="End the tie by a public vote",
        hint="The clearest request: a decision on the record, yes or no.",
        subject="A vote on the {noun} with {partner}",
        sentence="Will {body} end {tie} by a public vote?",
        again="Will {council} hold that vote?",
        fair=_WITHOUT_SEAL,
    ),
    Request.SUSPEND: RequestWords(
        label="Suspend it, with written conditions",
        hint="A pause, with what would lift it set down in writing.",
        subject="A pause in the {noun} with {partner}",
        sentence="Will {body} suspend {tie}, with the conditions for lifting the suspension in writing?",
        again="Will {council} suspend it, on conditions that anyone can read?",
        fair=_PAUSE,
    ),
    Request.AGENDA: RequestWords(
        label="Put it on the agenda",
        hint="A first step: let it be discussed in public.",
        subject="An agenda item on the {noun} with {partner}",
        sentence="Will you put {tie} on the agenda of a public meeting?",
        again="Will you put it on the agenda?",
        fair=_PLAIN,
    ),
    Request.SAY: RequestWords(
        label="Say in writing whether it stands",
        hint="A question that is easy to answer, and often never was.",
        subject="A question about the {noun} with {partner}",
        sentence="Will you tell me in writing whether {tie} still stands?",
        again="Does it still stand, yes or no?",
        fair=_PLAIN,
    ),
    Request.SETTLE: RequestWords(
        label="Say whether it stands, and end it formally",
        hint="Reported without contact, and no formal ending was found: ask for it to be settled.",
        subject="Settling the {noun} with {partner}",
        sentence="Will {body} look at whether {tie} still stands, and formally end it if it does?",
        again="Will {council} settle it, formally and in writing?",
        fair=_WITHOUT_SEAL,
    ),
    Request.WHICH: RequestWords(
        label="Say in writing which it is",
        hint="Accounts differ: ask the office to say which one is right.",
        subject="A question about the {noun} with {partner}",
        sentence="Will you say in writing which account of {tie} is right?",
        again="Will you put in writing how it stands?",
        fair=_PLAIN,
    ),
    Request.PERMANENT: RequestWords(
        label="Make the suspension permanent",
        hint="A suspension can be lifted by any later meeting; an ending stays.",
        subject="The suspended {noun} with {partner}",
        sentence="Will {body} turn the suspension of {tie} into a formal end?",
        again="Will {council} end {the_tie} formally?",
        fair=_WITHOUT_SEAL,
    ),
    Request.CONDITION: RequestWords(
        label="State the condition in writing",
        hint="Ask what exactly would have to happen before it is lifted.",
        subject="A written condition for the suspended {noun} with {partner}",
        sentence="Will {body} put in writing what must happen before the suspension of {tie} can be lifted?",
        again="Will {council} put that condition in writing?",
        fair=_PLAIN,
    ),
    Request.PARTNER: RequestWords(
        label="Say thanks, and speak for a Ukrainian partner",
        hint="The tie has ended: thank the office, and ask for what comes next.",
        subject="Thank you for the decision on {partner}",
        sentence="Would {body} consider a partnership with a community in Ukraine?",
        again="Would {council} look into it?",
        fair=_CARRIED_ON,
    ),
    Request.GENERAL: RequestWords(
        label="Ask whether there is any tie with Russia",
        hint="No tie is on record here: a friendly question that settles it.",
        subject="A question about {place} and ties with Russia",
        sentence="Will you tell me in writing whether {place} has any official tie with a place in Russia?",
        again="Is there such a tie, yes or no?",
        fair=_NO_TIE,
    ),
}

# Where the record knows a Ukrainian partner of the place, the request names it.
_KNOWN_PARTNER = replace(
    WORDS[Request.PARTNER],
    sentence="Will {body} keep up the tie with {ukraine}, Ukraine, in the years ahead?",
    again="Will it be kept up?",
)
_KEPT_BY_VOTE: Mapping[Request, RequestWords] = {
    Request.END: replace(
        WORDS[Request.END],
        label="Vote again, and end the tie",
        hint="The council voted before not to: ask for another vote, yes or no.",
        subject="Another vote on the {noun} with {partner}",
        sentence="Will {body} take up {tie} once more, and end it by a public vote?",
    ),
    Request.SUSPEND: replace(
        WORDS[Request.SUSPEND],
        sentence="Will {body} take up {tie} once more, and suspend it with the conditions for lifting that in writing?",
    ),
    Request.AGENDA: replace(
        WORDS[Request.AGENDA],
        sentence="Will you put {tie} on the agenda of a public meeting once more?",
    ),
}
_IN_OTHER_WORDS: Mapping[Request, RequestWords] = {
    Request.PERMANENT: replace(
        WORDS[Request.PERMANENT],
        label="Say what holds now, and end it formally",
        hint="What was decided is told in other words than a plain suspension.",
        subject="What now holds for the {noun} with {partner}",
        sentence="Will {body} say in writing what now holds for {tie}, and end it formally?",
        again="Will {council} say so, and end it?",
    ),
    Request.CONDITION: replace(
        WORDS[Request.CONDITION],
        hint="Ask what exactly would have to happen before anything is resumed.",
        subject="A written condition for the {noun} with {partner}",
        sentence="Will {body} put in writing what must happen before anything under {tie} is resumed?",
    ),
}
# What is proposed is put to a vote at a hearing that is set: no other vote need be asked for.
_VOTE_TO_END = replace(
    WORDS[Request.END],
    label="Vote for the proposal to end the tie",
    hint="A hearing on it is set: ask for a yes.",
    subject="The proposal to end the {noun} with {partner}",
    sentence="Will {body} vote {at_hearing} for the proposal to end {tie}?",
    again="Will {council} vote for that proposal?",
)
_VOTE_TO_SUSPEND = replace(
    WORDS[Request.SUSPEND],
    label="Vote for the proposal to suspend the tie",
    hint="A hearing on it is set: ask for a yes.",
    subject="The proposal to suspend the {noun} with {partner}",
    sentence="Will {body} vote {at_hearing} for the proposal to suspend {tie}?",
    again="Will {council} vote for that proposal?",
)
_VOTES: Mapping[ActKind, Mapping[Request, RequestWords]] = {
    ActKind.ENDED: {
        Request.END: _VOTE_TO_END,
        Request.SETTLE: _VOTE_TO_END,
        Request.PERMANENT: _VOTE_TO_END,
    },
    ActKind.SUSPENDED: {Request.SUSPEND: _VOTE_TO_SUSPEND},
}
# Nobody knows whether an unconfirmed tie stands, so whatever is asked about it asks that too.
_DOES_IT_STAND = "Does the {noun} with {partner} still stand?"
_UNCONFIRMED: Mapping[Request, RequestWords] = {
    Request.END: replace(
        WORDS[Request.END],
        label="Say whether it stands, and end it by a public vote",
        hint="Whether it stands is not known: ask that, and for a vote if it does.",
        subject=_DOES_IT_STAND,
        sentence="Will {body} say publicly whether {tie} still stands, and end it by a public vote if it does?",
        again="Will {council} say so, and hold that vote if it stands?",
    ),
    Request.SUSPEND: replace(
        WORDS[Request.SUSPEND],
        label="Say whether it stands, and suspend it if so",
        hint="A pause if it stands, with what would lift it set down in writing.",
        subject=_DOES_IT_STAND,
        sentence=(
            "Will {body} say publicly whether {tie} still stands and, if it does, "
            "suspend it with the conditions for lifting the suspension in writing?"
        ),
        again="Will {council} say so, and suspend it on written conditions if it stands?",
    ),
    Request.AGENDA: replace(
        WORDS[Request.AGENDA],
        label="Put on the agenda whether it stands",
        hint="A first step: let it be found out and discussed in public.",
        subject=_DOES_IT_STAND,
        sentence="Will you put on the agenda of a public meeting the question of whether {tie} still stands?",
    ),
    Request.SAY: replace(WORDS[Request.SAY], subject=_DOES_IT_STAND),
}


# Asked of whoever reads it, and of nobody else.
ASKS_YOU = frozenset({Request.AGENDA, Request.SAY, Request.WHICH, Request.GENERAL})


def requests_for(standing: Standing | None, *, has_condition: bool = False) -> tuple[Request, ...]:
    """The asks that fit a standing (None: no tie on record), the first choice first.

    The condition of a suspension is asked for only where none is on record.
    """
    match standing:
        case Standing.ACTIVE | Standing.UNCONFIRMED:
            return (Request.END, Request.SUSPEND, Request.AGENDA, Request.SAY)
        case Standing.DORMANT:
            return (Request.SETTLE,)
        case Standing.DISPUTED:
            return (Request.WHICH,)
        case Standing.SUSPENDED:
            return (Request.PERMANENT,) if has_condition else (Request.PERMANENT, Request.CONDITION)
        case Standing.ENDED:
            return (Request.PARTNER,)
        case None:
            return (Request.GENERAL,)
        case _:
            assert_never(standing)


def requests_of(standing: Standing | None, basis: Act | None) -> tuple[Request, ...]:
    """The asks that fit a tie of this standing, by the act behind it."""
    return requests_for(standing, has_condition=basis is not None and basis.condition is not None)


def case_of(tie: Tie, basis: Act) -> Case:
    """What was decided about a tie, by the act that a letter rests on: what that act says of itself decides."""
    if basis.kind is ActKind.SUSPENDED:
        by_others = AUTHORITIES[basis.authority].role is Role.OUTSIDER
        is_usual = basis.said is None or _TIE_SUSPENDED.search(basis.said) is not None
        return Case.USUAL if is_usual and not by_others else Case.IN_OTHER_WORDS
    if ACT_KINDS[basis.kind].leads_to is not Standing.ACTIVE:
        return Case.USUAL
    earlier = earlier_word(tie, basis, VOTING) if basis in acts_in_force(tie.acts) else None
    has_voted = any(act and act.kind is ActKind.KEPT and act.authority in VOTING for act in (basis, earlier))
    return Case.KEPT_BY_VOTE if has_voted else Case.USUAL


def vote_words(ask: Request, proposed: ActKind | None) -> RequestWords | None:
    """How an ask is put where a proposal is heard that would do just that; None where none is.

    The sentence has one more field, ``at_hearing``.
    """
    return _VOTES.get(proposed, {}).get(ask) if proposed else None


def words(ask: Request, standing: Standing | None, *, ukraine: str = "", case: Case = Case.USUAL) -> RequestWords:
    """How an ask is put where the tie has this standing; ``ukraine`` is a Ukrainian partner the place has, or empty."""
    if standing is Standing.UNCONFIRMED:
        return _UNCONFIRMED[ask]
    if case is Case.KEPT_BY_VOTE:
        return _KEPT_BY_VOTE.get(ask, WORDS[ask])
    if case is Case.IN_OTHER_WORDS:
        return _IN_OTHER_WORDS.get(ask, WORDS[ask])
    return _KNOWN_PARTNER if ask is Request.PARTNER and ukraine else WORDS[ask]
