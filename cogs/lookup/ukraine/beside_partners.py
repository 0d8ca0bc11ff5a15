"""How a place's ties with Ukraine lie in time to what it decided on its tie with Russia. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cogs.lookup.history import past_sentences as told
from cogs.lookup.history.beside_events import IN_ORDER
from cogs.lookup.history.intervals import asks_how_long, decision_on
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.ukraine.ukraine import is_ukrainian
from cogs.lookup.ukraine.ukraine_asked import names_ukraine
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.names import pair_name
from db.record.models import Tie
from db.record.register import Register

_MOST_TIES, _MOST_PARTNERS = 4, 3


def beside_ukraine_part(ties: Sequence[Tie], question: Question, register: Register) -> TextBlock | None:
    """Whether a place took up its Ukrainian partners before it decided on its tie with Russia or after, where both are
    asked about in time; None elsewhere.
    """
    joined = question.joined
    named = Intent.UKRAINE in question.intents or names_ukraine(joined) or any(map(is_ukrainian, question.mentions))
    if not (0 < len(ties) <= _MOST_TIES and named and (IN_ORDER.search(joined) or asks_how_long(question))):
        return None
    lines = [line for tie in ties for line in _beside_partners(tie, register)]
    return TextBlock(tuple(map(Line, lines)), told.BEFORE_OR_AFTER) if lines else None


def _beside_partners(tie: Tie, register: Register) -> Iterator[str]:
    """How each dated tie of a place with Ukraine lies to the decision on its tie with Russia, the first few."""
    act = decision_on(tie)
    partners = [each for each in register.ukraine_ties_of(tie.us) if each.since is not None and not each.weak]
    for each in partners[:_MOST_PARTNERS] if act is not None else ():
        if act is not None and each.since is not None:
            yield told.partner_beside(pair_name(tie, register), f"{each.ua_name}, Ukraine", each.since, act)
