"""How the ties of a list are to stand, and by what acts ties come to stand so. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.lookup.lists.asked_list import NEARLY_ALL
from cogs.lookup.lists.list_order import FOR_GOOD, standings_asked
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.traits_meant import OPPOSITES
from cogs.lookup.reading.vocabulary import said_for, said_in_all
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.standings import STANDINGS, Standing

# What says that a tie stands, where it is asked of a time.
STANDING_KINDS = (ActKind.CONFIRMED, ActKind.KEPT, ActKind.RESUMED)
# Words of those that are active, and not of all that are left.
_ALIVE = frozenset("active alive force effect активн диючих диуч деиствующ чинн вирн верн верен".split())
# So many clauses ask of each in turn.
_IN_TURN = 3
# "Who still holds on, and who has already not": of those that do and those that do not.
_AND_WHO_DID = said_for("lists", "standings_listed", "and_who_did")
_WHO = said_for("lists", "standings_listed", "who")
_WHICH = said_for("lists", "standings_listed", "which")
_HOW_MANY = said_for("lists", "standings_listed", "how_many")
# "All of them, active and ended alike": in whatever way they stand.
_IN_ANY_WAY = said_in_all("lists", "in_any_way")
_AND_THE_REST = said_for("lists", "standings_listed", "and_the_rest")
_AND_WHICH_NOT = said_for("lists", "standings_listed", "and_which_not")
_EACH_STANDING = said_for("lists", "standings_listed", "each_standing")
_KEPT = said_for("lists", "standings_listed", "kept")
_CUT_LOOSELY = said_for("lists", "standings_listed", "cut_loosely")
NOT_ENDED = tuple(standing for standing in Standing if standing is not Standing.ENDED)


def standings_listed(question: Question) -> tuple[Standing, ...]:
    """How the ties stand that are asked for; in any way, where nearly all are named, or counted one by one."""
    if asks_what_is_left(question):
        return _left(question)
    if asks_who_still_stands(question):
        return (Standing.ACTIVE,)
    if question.narrowing.failed:
        # "Proposed to cut it, and it never happened": what was proposed is no way in which they stand.
        return NOT_ENDED
    named = not question.excluded_standings and len(question.standings) >= NEARLY_ALL
    named = named or asks_of_each(question) or _IN_ANY_WAY.search(question.joined) is not None
    named = named or asks_which_are_not(question)
    if named or _EACH_STANDING.search(question.joined):
        return ()
    asked = standings_asked(question)
    if Standing.ACTIVE in asked and question.narrowing.compares and says_cut_loosely(question):
        # "More kept or more cut": those that are suspended were not kept either.
        return tuple(it for it in Standing if it in {*asked, Standing.SUSPENDED})
    return asked


def says_cut_loosely(question: Question) -> bool:
    """Whether ended ties are asked for by words that people say of suspended ones as well, and these are not named."""
    if Standing.SUSPENDED in {*question.standings, *question.excluded_standings} or FOR_GOOD.search(question.joined):
        return False
    said = question.said.get(Standing.ENDED, ())
    return bool(said) and all(_CUT_LOOSELY.search(word) for word in said)


def asks_which_are_not(question: Question) -> bool:
    """Whether those that do not stand so are asked for as well: "which of them are paused, and which not", "who
    suspended, who ended, and the rest".
    """
    if question.standings and _AND_THE_REST.search(question.joined):
        return True
    if OPPOSITES.keys() & {*question.narrowing.traits} or (question.narrowing.halves and _is_of_more(question)):
        return False
    return _AND_WHICH_NOT.search(question.joined) is not None


def _is_of_more(question: Question) -> bool:
    """Whether it is asked of ties of a standing whether something else is so: "which of the ended were by councils, and
    which not".
    """
    return bool(question.standings and (question.narrowing.traits or question.authorities))


def asks_of_each(question: Question) -> bool:
    """Whether all ties of a state are asked about in turn: "who cut, who puts up with it, and who forgot"."""
    counted = len([*_HOW_MANY.finditer(question.joined)]) >= _IN_TURN and len(question.standings) > 1
    in_turn = len([*_WHO.finditer(question.joined)]) >= _IN_TURN or _AND_WHO_DID.search(question.joined) is not None
    # "Which one said no, and which one went through with it": each of a state.
    in_turn = in_turn or (bool(question.narrowing.kinds) and len([*_WHICH.finditer(question.joined)]) > 1)
    return counted or (bool(question.all_states) and in_turn)


def says_kept(question: Question) -> bool:
    """Whether what is read as active is said of a decision: "to keep it", "чтобы оставить"."""
    return _KEPT.search(" ".join(question.said.get(Standing.ACTIVE, ()))) is not None


def asks_what_is_left(question: Question) -> bool:
    """Whether it is asked how many are left: not where those that stand in another way are asked for."""
    asked = set(question.standings) - set(question.excluded_standings) - {Standing.ACTIVE}
    others = any(STANDINGS[it].decision or it in {Standing.DORMANT, Standing.UNCONFIRMED} for it in asked)
    if not _ALIVE.isdisjoint(question.said.get(Standing.ACTIVE, ())):
        return False
    if asks_who_still_stands(question):
        return False
    return question.narrowing.left and not (others or question.narrowing.decided)


def asks_who_still_stands(question: Question) -> bool:
    """Whether it is asked which are left by somebody's word: "any left that somebody still vouches for"."""
    narrowing = question.narrowing
    vouched = bool(narrowing.kinds) and {*narrowing.kinds} <= {*STANDING_KINDS}
    return narrowing.left and vouched and not (question.standings or question.period)


def _left(question: Question) -> tuple[Standing, ...]:
    """How the ties stand that are left: not ended, and in no way that is ruled out."""
    return tuple(standing for standing in NOT_ENDED if standing not in question.excluded_standings)


def kinds_of(standings: Sequence[Standing]) -> tuple[ActKind, ...]:
    """The kinds of act by which ties come to stand so; none where that takes no act."""
    if any(standing in {Standing.UNCONFIRMED, Standing.DISPUTED} for standing in standings):
        return ()
    made = [kind for kind in ActKind if ACT_KINDS[kind].leads_to in standings]
    return tuple(kind for kind in made if ACT_KINDS[kind].leads_to is not Standing.ACTIVE or kind in STANDING_KINDS)
