"""What /petition, /ukraine and /start say, as lines that cite their sources. Pure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from cogs.campaign import guide_sentences as sentences
from cogs.campaign.progress import within
from cogs.campaign.where import Where
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import listed
from cogs.wording.names import pair_name, place_name
from cogs.wording.petition import PETITION, petition_asks, petition_count, petition_signers
from cogs.wording.progress import figures_of, state_name, ties_of_state
from cogs.wording.sources import Citations
from cogs.wording.status import tie_line
from db.record.derivation import last_search
from db.record.figures import per_cent
from db.record.models import Petition, Tie, UkraineTie
from db.record.register import Register
from db.record.standings import Standing

# Of a place's or state's partners in Ukraine, and of those in the whole country.
MOST_PARTNERS = 10
MOST_TIES = 8
_ROOM_FOR_TIES = 1600
_BAR = 16
# The programs that are on record, each with the page that tells of it.
_PROGRAMS: tuple[tuple[Callable[[str], Line], str], ...] = (
    (sentences.ministry, "decentralization-nd-6"),
    (sentences.patronage, "interfax-20220604"),
    (sentences.membership, "illinoissistercities-nd"),
    (sentences.embassy, "ua-embassy-us-nd"),
    (sentences.european_union_only, "cities4cities-nd"),
)
# What a tie with Ukraine may be called by its source, and still be held up as one.
_STANDING_PARTNERS = frozenset({"active", "friendship", "partner", "intent", "unknown"})
_STANDS_FIRST = (Standing.ACTIVE, Standing.UNCONFIRMED, Standing.DISPUTED, Standing.SUSPENDED, Standing.DORMANT)


def bar(petition: Petition) -> str:
    """How far the count is from its goal, as a bar: full at the goal and never beyond."""
    filled = _BAR * min(100, per_cent(min(petition.count, petition.goal), petition.goal)) // 100
    return "▰" * filled + "▱" * (_BAR - filled)


def petition_part(petition: Petition, citations: Citations) -> TextBlock:
    """What the petition asks, how many have signed, and who may."""
    lines = (
        petition_asks(petition, citations.cite([petition.source])),
        petition_count(petition),
        Line(sentences.share_of_goal(bar(petition), petition.count, petition.goal)),
        petition_signers(petition),
    )
    return TextBlock(lines, PETITION)


def invitation(register: Register, petition: Petition, state: str) -> str:
    """A message to five friends, of the asker's state where that is given. It tells counts, and no names."""
    found = figures_of(register, state)
    if not state or not found.ties:
        return sentences.invitation(petition, found if not state else figures_of(register, ""))
    return sentences.invitation_from(petition, state_name(register, state), found)


def partners(register: Register, where: Where | None) -> list[UkraineTie]:
    """The partners in Ukraine that may be held up: none lapsed, none of an occupied place, none on a weak source."""
    known = (
        tie
        for tie in register.record.ukraine_ties.values()
        if tie.status in _STANDING_PARTNERS and not tie.weak and not tie.ua_crimea and not tie.ua_note
    )
    return [tie for tie in known if where is None or where.takes_in(tie, register)]


def ukraine_part(register: Register, where: Where | None, citations: Citations) -> TextBlock:
    """The partners of what was named; of the whole country, those of places that have a Russian partner, too."""
    everywhere, found = partners(register, None), partners(register, where)
    both = [tie for tie in everywhere if tie.us_place and register.ties_of(tie.us_place)]
    head = sentences.partners_known(len(everywhere), len(both))
    shown = (found or both) if where is not None else both
    none = sentences.NO_PARTNER_THERE if where is not None and not found else ""
    lines = [Line(text) for text in (none, head) if text]
    lines += [_partner(tie, register, citations) for tie in shown[:MOST_PARTNERS]]
    if len(shown) > MOST_PARTNERS:
        lines.append(Line(sentences.more_partners(len(shown) - MOST_PARTNERS)))
    known = register.record.sources
    programs = [told(citations.cite([source])) for told, source in _PROGRAMS if source in known]
    lines += [sentences.WHERE_TO_BEGIN, *programs]
    return TextBlock(tuple(lines), sentences.PARTNERS)


def _partner(tie: UkraineTie, register: Register, citations: Citations) -> Line:
    """A partner, as of its source, with the Russian ones that the place has."""
    russian = [register.place(other.ru).name for other in register.ties_of(tie.us_place)] if tie.us_place else []
    return sentences.partner(tie, listed(russian), citations.cite([tie.source]))


def start_ties(register: Register, state: str) -> list[Tie]:
    """A state's ties, those first that a letter may move, of the larger places first; of the whole country none."""
    order = {standing: number for number, standing in enumerate(_STANDS_FIRST)}
    ties = ties_of_state(register, state) if state else []

    def rank(tie: Tie) -> tuple[bool, int, int]:
        standing = register.status(tie.id).standing
        return standing is Standing.ENDED, order.get(standing, len(order)), -(register.place(tie.us).population or 0)

    return sorted(ties, key=rank)


def start_lines(register: Register, state: str) -> list[str]:
    """The ties of the newcomer's state in a line each."""
    ties = start_ties(register, state)
    shown = within(_ROOM_FOR_TIES, [tie_line(tie, register) for tie in ties[:MOST_TIES]])
    return shown if len(shown) == len(ties) else [*shown, sentences.more_of_state(len(ties) - len(shown))]


def letter_target(register: Register, state: str) -> tuple[str, str]:
    """The place to write to first, as it is typed into a command, and its tie's name; empty where none is left."""
    for tie in start_ties(register, state):
        if _is_open(tie, register):
            return place_name(register.place(tie.us), register), pair_name(tie, register)
    return "", ""


def look_for_news_of(register: Register, state: str) -> str:
    """The tie of which to look for news, by name: that which was looked at longest ago, of the state first; empty where
    none is left.
    """
    everything = [tie for tie in register.record.ties.values() if _is_open(tie, register)]
    open_ = [tie for tie in start_ties(register, state) if _is_open(tie, register)] or everything
    if not open_:
        return ""
    return pair_name(min(open_, key=_looked), register)


def _is_open(tie: Tie, register: Register) -> bool:
    return register.status(tie.id).standing is not Standing.ENDED


def _looked(tie: Tie) -> date:
    search = last_search(tie)
    return search.date.last if search else date.min
