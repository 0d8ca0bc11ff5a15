"""How ties stand now on which something else was done: those that voted to keep it, or on which something was proposed.

Pure.
"""

from __future__ import annotations

from cogs.lookup.reading.asked_kinds import ASKED_KINDS
from cogs.lookup.reading.intents import ASKED_STANDINGS
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from db.record.act_kinds import ActKind
from db.record.standings import STANDINGS, Standing
from db.record.text import normalise

# Words by which it is asked of what was done whether it still holds.
_STILL = frozenset(map(normalise, "still today now yet досі нині зараз ещё еще ныне сейчас".split()))
_TODAY = said_for("lists", "also_standing", "today")
_EARLIER = said_for("lists", "also_standing", "earlier")
# So many letters behind "proposed" what is proposed is named.
_RIGHT_BEHIND = 16


def also_standing(question: Question) -> tuple[Standing, ...]:
    """How the ties stand on which something else was done: "of those that voted to keep it, which are suspended"."""
    narrowing = question.narrowing
    if ActKind.PROPOSED in narrowing.kinds and (outcome := _came_of_it(question)):
        return outcome
    if not narrowing.kinds and question.standings == (Standing.ACTIVE,) and _TODAY.search(question.joined):
        # "Kept in 2022, and still active today": what was said then, and how they stand.
        return (Standing.ACTIVE,)
    if not narrowing.kinds or ActKind.RESUMED in narrowing.kinds or question.excluded_standings:
        return ()
    if ActKind.KEPT in narrowing.kinds and _EARLIER.search(question.joined):
        # "Which of the ended ones had been kept before": how they stand now, and what was done first.
        now = tuple(it for it in question.standings if STANDINGS[it].decision and not _is_read(it, question))
        if now:
            return now
    undecided = (it for it in question.standings if it in question.said and not STANDINGS[it].decision)
    said = ((standing, question.said[standing] - narrowing.kind_words) for standing in undecided)
    # "Refused to drop theirs, and still have it": besides the refusal it is asked that it still stands.
    return tuple(it for it, rest in said if rest and (rest == question.said[it] or _STILL & rest))


def _is_read(standing: Standing, question: Question) -> bool:
    """Whether a standing is only said in what was done: "refused to end it"."""
    return question.said.get(standing, frozenset()) <= question.narrowing.kind_words


def _came_of_it(question: Question) -> tuple[Standing, ...]:
    """How the ties stand now on which something was proposed: "tried to end it and only got a suspension"."""
    if question.excluded_standings:
        return tuple(standing for standing in Standing if standing not in question.excluded_standings)
    read = question.narrowing.kind_words
    known = (it for it in question.standings if STANDINGS[it].decision or it is Standing.UNCONFIRMED)
    named = (it for it in known if it in question.said and not question.said[it] <= read)
    return tuple(it for it in named if not is_proposed(it, question.joined))


def is_proposed(standing: Standing, joined: str) -> bool:
    """Whether a standing is named only behind what proposes it: "proposed to end it, and suspended it"."""
    proposals = ASKED_KINDS[ActKind.PROPOSED].finditer(joined)
    # Where it is said within what is proposed, nothing behind is proposed: "wanted to cut it, and paused it".
    ends = [it.end() for it in proposals if not any(said.search(it.group()) for said in ASKED_STANDINGS.values())]
    places = {it: [match.start() for match in said.finditer(joined)] for it, said in ASKED_STANDINGS.items()}
    behind = {min((at for found in places.values() for at in found if at > end), default=0) for end in ends}
    return all(place in behind and any(place - end <= _RIGHT_BEHIND for end in ends) for place in places[standing])
