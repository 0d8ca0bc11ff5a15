"""The sentences that say how a tie stands, and what is known besides. Pure.

Nearly every standing is old news, so a sentence says who said it and when, and never "is" for what was. Nothing is said
to be missing, or newest, that the record refutes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import assert_never

from cogs.wording.words import Citations, condition_words, day, full_stop, on, plural, when
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import AUTHORITIES, OF_THE_CITY, VOTING, Role
from db.record.derivation import (
    INVASION,
    acts_after,
    acts_in_force,
    earlier_word,
    has_vote,
    has_word_of,
    is_weak_evidence,
    last_search,
    search_since,
)
from db.record.grades import GRADES
from db.record.models import Act, Precision, Source, Tie
from db.record.register import Register
from db.record.standings import STANDINGS, Standing


def standing_sentence(tie: Tie, register: Register, citations: Citations) -> tuple[str, str]:
    """How a tie stands: the words to be said first, in bold, and the rest of the paragraph."""
    status = register.status(tie.id)
    act = status.basis
    if act is None:
        return STANDINGS[Standing.UNCONFIRMED].label, _unconfirmed(tie, citations)
    if status.against is not None:
        words = [_word(one, register, citations) for one in (act, status.against)]
        return f"{STANDINGS[Standing.DISPUTED].label}.", f" {' Against it: '.join(words)}"
    cited = _thin(act, register) + citations.cite(act.sources)
    own = _has_own_paper(act, register.record.sources)
    strong, rest = _by_kind(tie, act, cited, citations, own_paper=own)
    return strong, f"{rest} {_newer(tie, act, citations)}"


def _newer(tie: Tie, act: Act, citations: Citations) -> str:
    """What is on record after the act that decides, and what was found when somebody last looked."""
    after = acts_after(tie, act)
    known = ""
    if after:
        last = after[-1]
        said = f"{ACT_KINDS[last.kind].label.lower()} by {_by_whom(last)}"
        known = f"Newer on record, deciding nothing: {said}{_cite(last, citations)}. "
    found = search_since(tie, act)
    if found is None:
        return f"{known}Nobody has searched for news since."
    what = "No later decision" if after or act.kind is ActKind.SUSPENDED else "Nothing newer"
    return f"{known}{what} found (searched {when(found.date)})."


def hearings(tie: Tie, today: date, citations: Citations) -> tuple[str, ...]:
    """A sentence for each hearing that is to come, or of which nothing later says what came of it."""
    acts = acts_in_force(tie.acts)
    last = max((act.date.last for act in acts), default=date.min)
    return tuple(
        _hearing(tie, act, act.hearing, today, citations)
        for act in acts
        if act.hearing and act.hearing > min(today, last)
    )


def _hearing(tie: Tie, act: Act, day_of_it: date, today: date, citations: Citations) -> str:
    told = f"for {day(day_of_it)} (proposed by {_by_whom(act)}){_cite(act, citations)}"
    if day_of_it < today:
        return f"A hearing was set {told}; what came of it is not on record."
    decided = any(ACT_KINDS[later.kind].decides for later in acts_after(tie, act))
    return f"A hearing had been set {told} before that decision." if decided else f"A hearing is set {told}."


def _cite(act: Act, citations: Citations) -> str:
    return citations.cite(act.sources, most=2)


def _until(act: Act) -> str:
    return condition_words(act.condition) if act.condition else "No condition for lifting it was found."


def _stood_since(tie: Tie, citations: Citations) -> str:
    if tie.since is None:
        return ""
    return f" It had stood since {tie.since}{citations.cite([tie.since_source] if tie.since_source else [])}."


def _has_own_paper(act: Act, sources: Mapping[str, Source]) -> bool:
    """Whether what the city says is read on its own page or in its papers, and not only in a report of it."""
    return any(GRADES[sources[name].grade].own_paper for name in act.sources if name in sources)


def _by_kind(tie: Tie, act: Act, cited: str, citations: Citations, *, own_paper: bool) -> tuple[str, str]:
    """How a tie stands by the act from which that follows."""
    match act.kind:
        case ActKind.SUSPENDED:
            return f"{STANDINGS[Standing.SUSPENDED].label},", f" {_by(act)}{cited}. {_until(act)}"
        case ActKind.ENDED:
            return STANDINGS[Standing.ENDED].label, f" {_by(act)}{cited}.{_stood_since(tie, citations)}"
        case ActKind.DORMANT:
            return "No contact,", f" {_who(act)} said {on(act.date)}{cited}; nobody ended it formally."
        case ActKind.RESUMED:
            return "Resumed", f" {_by(act)}{cited}."
        case ActKind.KEPT if act.vote or act.authority in VOTING:
            return "Kept, last we know,", f" {_by(act)}{cited}."
        case ActKind.KEPT:
            return _not_cut(tie, act, cited, citations)
        case ActKind.CONFIRMED:
            return _said_to_stand(tie, act, cited, citations, own_paper=own_paper)
        # No standing follows from these.
        case ActKind.ESTABLISHED | ActKind.PROPOSED | ActKind.STATEMENT:
            return ACT_KINDS[act.kind].label, f" {_by(act)}{cited}."
        case _:
            assert_never(act.kind)


def _not_cut(tie: Tie, act: Act, cited: str, citations: Citations) -> tuple[str, str]:
    said = f" by the word of {_who(act)} {on(act.date)}{_vote(act)}{cited}"
    return "Not cut,", f"{said}{_votes(tie, act, citations, '; no vote was found')}."


def _said_to_stand(tie: Tie, act: Act, cited: str, citations: Citations, *, own_paper: bool) -> tuple[str, str]:
    said = f" by {_who(act)} {on(act.date)}{_vote(act)}{cited}"
    role = AUTHORITIES[act.authority].role
    match role:
        case Role.OFFICE:
            return _not_cut(tie, act, cited, citations)
        case Role.CITY if own_paper:
            return _on_own_page(tie, act, cited, citations)
        case Role.CITY:
            return "Said to stand", f"{said}{_votes(tie, act, citations, '; no vote either way was found')}."
        case Role.OUTSIDER:
            return "Said to stand", f"{said}{_officials(tie, act, citations)}."
        case _:
            assert_never(role)


def _on_own_page(tie: Tie, act: Act, cited: str, citations: Citations) -> tuple[str, str]:
    undated = act.date.precision is Precision.YEAR
    dated = f"undated ({when(act.date)} or later)" if undated else f"as of {when(act.date)}"
    voted = _votes(tie, act, citations, "; no vote either way was found")
    return "Active on the city's own page or papers,", f" {dated}: {act.actor}{_vote(act)}{cited}{voted}."


def _votes(tie: Tie, act: Act, citations: Citations, absent: str) -> str:
    """The council's earlier word on a tie, or that no vote was found, where none is on record."""
    earlier = earlier_word(tie, act, VOTING)
    if has_vote(tie):
        return _earlier(earlier, citations)
    return absent


def _officials(tie: Tie, act: Act, citations: Citations) -> str:
    """The city's own earlier word on a tie, or that none was found, where none is on record."""
    if has_word_of(tie, OF_THE_CITY):
        return _earlier(earlier_word(tie, act, OF_THE_CITY), citations)
    return "; no word from the city was found"


def _earlier(act: Act | None, citations: Citations) -> str:
    if act is None:
        return ""
    known = ACT_KINDS[act.kind]
    kind = "" if known.leads_to is Standing.ACTIVE else f"{known.label.lower()} by "
    return f"; before that, {kind}{_who(act)} {on(act.date)}{_vote(act)}{_cite(act, citations)}"


def _who(act: Act) -> str:
    return f"{act.actor}," if "," in act.actor else act.actor


def _by(act: Act) -> str:
    return f"by {_by_whom(act)}{_vote(act)}"


def _by_whom(act: Act) -> str:
    return f"{_who(act)} {on(act.date)}"


def _vote(act: Act) -> str:
    return f", {act.vote}" if act.vote else ""


def _thin(act: Act, register: Register) -> str:
    return ", on one report" if is_weak_evidence(act, register.record.sources) else ""


def _word(act: Act, register: Register, citations: Citations) -> str:
    """One of the two words on a disputed tie."""
    cited = _thin(act, register) + citations.cite(act.sources)
    return f"{ACT_KINDS[act.kind].label} {_by(act)}{cited}: {full_stop(act.summary)}"


def _said(act: Act, citations: Citations) -> str:
    return f"{act.actor}, {when(act.date)}: {full_stop(act.summary)}{citations.cite(act.sources)}"


def _unconfirmed(tie: Tie, citations: Citations) -> str:
    """On which page it is listed, that nothing says whether it stands, and the newest word that decides nothing."""
    listing = max(tie.listings, key=lambda item: item.date.last if item.date else date.min, default=None)
    listed = ""
    if listing:
        page = f"a page of {when(listing.date)}" if listing.date else "an undated page"
        listed = f" on {page}{citations.cite(listing.sources, most=2)};"
    newer = [act for act in acts_in_force(tie.acts) if act.date.last >= INVASION]
    talk = f" {_said(newer[-1], citations)}" if newer else ""
    return f":{listed} nothing found since says whether it stands {searched(tie)}.{talk}"


def searched(tie: Tie) -> str:
    """The last search in brackets: ``(searched 22 November 2026)``; that nobody has looked, where nobody has."""
    found = last_search(tie)
    return f"(searched {when(found.date)})" if found else "(nobody has searched yet)"


def last_searches(ties: Sequence[Tie]) -> str:
    """A sentence about the last search for news of each of some ties; an empty text if there are none."""
    found = sorted((search.date for tie in ties if (search := last_search(tie))), key=lambda value: value.first)
    if not found:
        return "Nobody has searched for news yet." if ties else ""
    one_day = found[0] == found[-1]
    told = f"news: {when(found[0])}" if one_day else f"news of each: {when(found[0])} or later"
    never = len(ties) - len(found)
    missing = f"; {plural(never, 'was', 'were')} not searched for yet" if never else ""
    return f"Last search for {told}{missing}."
