"""The first words of an answer on a tie: yes or no where that was asked, else how the tie stands. Pure.

What they say must be true read alone. Where the record's own words on the act are narrower or wider than the standing's
("suspended its own support", "suspended or ended"), they are the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import assert_never

from cogs.wording import act_phrases, sentences
from cogs.wording.english import capital
from cogs.wording.names import body_of
from db.record.act_kinds import ACT_KINDS, CUTTING, ActKind
from db.record.authorities import AUTHORITIES, OF_THE_CITY, VOTING, Role
from db.record.derivation import INVASION, Status, acts_in_force, has_word_of
from db.record.grades import GRADES
from db.record.levels import Level
from db.record.models import Act, DateBasis, Source, Tie
from db.record.register import Register
from db.record.standings import STANDINGS, Standing

_OWN_WORD = re.compile(
    r"\b(?:suspended|paused|ended) (?:or (?:suspended|paused|ended)|(?:its|his|her|their) own \w+)\b", re.IGNORECASE
)

_DIFFER = re.compile(r"\breports differ\b", re.IGNORECASE)
# That an act's own words say what the city did not decide.
_NO_DECISION = re.compile(r"\b(?:no|not)\b[^;.]*\b(?:council|decision|resolution|vote)\b", re.IGNORECASE)


# That there was a vote of the city, told of an act that is none.
_SPOKEN_OF = re.compile(r"\b(?:has|had|have) voted on\b", re.IGNORECASE)


class Asked(Enum):
    """What is asked of a tie: how it stands, or yes or no."""

    STATUS = "how it stands"
    STILL = "whether it still stands"
    ENDED = "whether it was ended"
    SUSPENDED = "whether it was suspended"
    RESUMED = "whether it was resumed"
    KEPT = "whether it was decided to keep it"
    VOTED = "whether there was a vote on it"


_KINDS = {Asked.ENDED: ActKind.ENDED, Asked.SUSPENDED: ActKind.SUSPENDED, Asked.RESUMED: ActKind.RESUMED}


def own_word(act: Act | None) -> str | None:
    """What an act itself calls what it did, where that is not what its kind is called; None elsewhere."""
    if act is None or act.kind not in CUTTING:
        return None
    found = _OWN_WORD.search(act.said or "")
    if found is None:
        return None
    word = found[0].lower()
    return act_phrases.reports_differ(word) if "or" in word.split() and _DIFFER.search(act.said or "") else word


def own_word_of(status: Status) -> str | None:
    """The same of how a tie stands; None where that is disputed."""
    return own_word(status.basis) if status.against is None else None


def standing_label(status: Status) -> str:
    """The words for how a tie stands: the standing's, or those of the act behind it."""
    own = own_word_of(status)
    return capital(own) if own else STANDINGS[status.standing].label


def act_asked_for(tie: Tie, status: Status, asked: Asked) -> Act | None:
    """The act by which a yes-or-no question is answered, where it is not the one that the standing follows from."""
    match asked:
        case Asked.VOTED:
            found = vote_since_invasion(tie)
        case Asked.KEPT:
            found = _last(act for act in _since_invasion(tie) if act.kind is ActKind.KEPT)
        case Asked.ENDED | Asked.SUSPENDED | Asked.RESUMED:
            found = _last(act for act in _since_invasion(tie) if act.kind is _KINDS[asked])
        case Asked.STATUS | Asked.STILL:
            return None
        case _:
            assert_never(asked)
    return None if found in (status.basis, status.against) else found


def lead(tie: Tie, status: Status, register: Register, asked: Asked = Asked.STATUS) -> str:
    """The first words of what is said of a tie, to be shown in bold: a whole sentence."""
    match asked:
        case Asked.STATUS:
            return _status(tie, status, register)
        case Asked.STILL:
            return _still(tie, status, register)
        case Asked.VOTED:
            return _voted(tie)
        case Asked.KEPT:
            return _kept(tie, status)
        case Asked.ENDED | Asked.SUSPENDED | Asked.RESUMED:
            past = act_asked_for(tie, status, asked)
            own = own_word_of(status)
            if own and status.basis is not None and asked is not Asked.RESUMED:
                return act_phrases.in_own_word(status.basis, own)
            if past is not None and status.basis is not None and _KINDS[asked] is not status.basis.kind:
                return _changed_since(past, status, asked)
            return _decided(tie, status, register, asked)
        case _:
            assert_never(asked)


def _status(tie: Tie, status: Status, register: Register) -> str:
    """How a tie stands; a council's vote and an association's word are both active, and do not read alike."""
    if status.basis is not None and (own := own_word_of(status)):
        return act_phrases.in_own_word(status.basis, own)
    if status.standing is Standing.ACTIVE:
        return _active(tie, status, register)
    if status.standing is Standing.UNCONFIRMED and vote_since_invasion(tie):
        return sentences.NOT_KNOWN_AFTER_VOTE
    return STANDINGS[status.standing].lead


def _active(tie: Tie, status: Status, register: Register) -> str:
    act = status.basis
    assert act is not None
    if act.kind is ActKind.RESUMED:
        return sentences.RESUMED
    if act.kind is ActKind.KEPT and (act.vote or act.authority in VOTING):
        return sentences.KEPT
    if stands_by_decision(tie, act):
        return sentences.KEPT
    role, body = AUTHORITIES[act.authority].role, body_of(tie, register)
    if role is Role.OUTSIDER:
        if has_word_of(tie, OF_THE_CITY):
            return sentences.SAID_TO_STAND
        told = act.said is not None and _NO_DECISION.search(act.said)
        return sentences.said_to_stand_only_by_others(body) if told else sentences.said_to_stand_by_others(body)
    if role is Role.OFFICE:
        return sentences.NOT_CUT
    if _has_own_paper(act, register.record.sources):
        return sentences.active_on_own_page(body)
    return sentences.said_to_stand_by(body)


def _has_own_paper(act: Act, sources: Mapping[str, Source]) -> bool:
    """Whether what the city says is read on its own page or in its papers, and not only in a report of it."""
    return any(GRADES[sources[name].grade].own_paper for name in act.sources if name in sources)


def stands_by_decision(tie: Tie, act: Act) -> Act | None:
    """A council's decision to keep a tie that stands before an act which is a mere word; None if there is none."""
    if act.kind is not ActKind.CONFIRMED and (act.vote or act.authority in VOTING):
        return None
    acts = acts_in_force(tie.acts)
    before = acts[: acts.index(act)] if act in acts else ()
    return _last(
        other
        for other in before
        if other.kind is ActKind.KEPT and other.authority in VOTING and other.date.last >= INVASION
    )


def _still(tie: Tie, status: Status, register: Register) -> str:
    if status.standing is Standing.ACTIVE:
        silent = not has_word_of(tie, OF_THE_CITY)
        return sentences.yes_by_others(body_of(tie, register)) if silent else sentences.YES_AS_FAR_AS_KNOWN
    if own_word_of(status):
        return _status(tie, status, register)
    if status.standing is Standing.ENDED:
        return sentences.NO_ENDED
    return sentences.NOT_ACTIVE if status.standing is Standing.DORMANT else _status(tie, status, register)


_ANSWERS = {
    Asked.ENDED: {
        Standing.ACTIVE: sentences.NO_AS_FAR_AS_KNOWN,
        Standing.SUSPENDED: sentences.NO_SUSPENDED,
        Standing.ENDED: sentences.YES,
        Standing.DORMANT: sentences.NO_ENDING,
    },
    Asked.SUSPENDED: {
        Standing.ACTIVE: sentences.NO_AS_FAR_AS_KNOWN,
        Standing.SUSPENDED: sentences.YES_SUSPENDED,
        Standing.ENDED: sentences.MORE_THAN_SUSPENDED,
        Standing.DORMANT: sentences.NO_SUSPENSION,
    },
}


def _decided(tie: Tie, status: Status, register: Register, asked: Asked) -> str:
    if asked is Asked.RESUMED:
        is_so = status.basis is not None and status.basis.kind is ActKind.RESUMED
        return sentences.YES if is_so else sentences.NOT_RESUMED
    return _ANSWERS[asked].get(status.standing) or _status(tie, status, register)


def _changed_since(past: Act, status: Status, asked: Asked) -> str:
    """Of what was decided and is no longer how the tie stands: a suspension that became an ending is more than that."""
    if asked is Asked.SUSPENDED and status.standing is Standing.ENDED:
        return sentences.MORE_THAN_SUSPENDED
    return sentences.changed_since(past.date)


def _kept(tie: Tie, status: Status) -> str:
    kept = _last(act for act in _since_invasion(tie) if act.kind is ActKind.KEPT)
    if kept is None:
        return sentences.NOT_KEPT
    return sentences.YES if status.standing is Standing.ACTIVE else sentences.AT_FIRST


def _voted(tie: Tie) -> str:
    vote = vote_since_invasion(tie)
    if vote is None:
        return _without_vote(tie)
    if not ACT_KINDS[vote.kind].decides:
        return sentences.VOTE_DECIDED_NOTHING
    return sentences.YES_IT_APPEARS if vote.date_basis is DateBasis.MEETING else sentences.YES


def _without_vote(tie: Tie) -> str:
    """That no vote is on record, unless the record's own words speak of one whose outcome nobody tells."""
    if is_vote_spoken_of(tie):
        return sentences.VOTE_SPOKEN_OF
    return sentences.NO_VOTE_BY_STATE if tie.level is Level.SISTER_STATE else sentences.NO_VOTE


def is_vote_spoken_of(tie: Tie) -> bool:
    """Whether the city's own words since the invasion speak of a vote that is no act on record."""
    return any(_SPOKEN_OF.search(act.said or "") for act in _since_invasion(tie) if act.authority in OF_THE_CITY)


def vote_since_invasion(tie: Tie) -> Act | None:
    """The newest decision of a council on a tie; where there is none, its newest vote on something that bears on it."""
    of_councils = [act for act in _since_invasion(tie) if act.authority in VOTING]
    return _last(act for act in of_councils if ACT_KINDS[act.kind].decides) or _last(
        act for act in of_councils if act.vote
    )


def _since_invasion(tie: Tie) -> tuple[Act, ...]:
    return tuple(act for act in acts_in_force(tie.acts) if act.date.last >= INVASION)


def _last(acts: Iterable[Act]) -> Act | None:
    return next(reversed([*acts]), None)
