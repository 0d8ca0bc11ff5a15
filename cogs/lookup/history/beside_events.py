"""How what was done on ties lies to Zelenskyy's speech to the mayors: before it, or after. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cogs.lookup.history import past_sentences as told
from cogs.lookup.history.intervals import asks_how_long, since_invasion
from cogs.lookup.history.past import status_on
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_in_all
from cogs.lookup.times.eras import SPEECH_DAY, names_the_speech
from cogs.wording.act_sentences import act_told
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import paragraph
from cogs.wording.names import body_of, pair_name
from db.record.act_kinds import ACT_KINDS
from db.record.caching import of_the_last
from db.record.models import Tie
from db.record.register import Register
from db.record.standings import STANDINGS, Standing

_MOST_TIES = 4
_MOST_ACTS = 3
IN_ORDER = said_in_all("past", "beside_event")


# A question is asked this by several in turn.
@of_the_last
def sets_against_the_speech(question: Question) -> bool:
    """Whether it is asked of a place that is named how something done there lies in time to Zelenskyy's speech."""
    placed = any(mention.places for mention in question.mentions)
    return placed and IN_ORDER.search(question.joined) is not None and names_the_speech(question.joined)


def beside_speech_part(ties: Sequence[Tie], question: Question, register: Register) -> TextBlock | None:
    """Whether what was decided on ties came before Zelenskyy's speech or after it, where that is asked."""
    if not 0 < len(ties) <= _MOST_TIES or asks_how_long(question) or not sets_against_the_speech(question):
        return None
    return TextBlock(tuple(Line(decisions_beside_speech(tie, register)) for tie in ties), told.BEFORE_OR_AFTER)


def decisions_beside_speech(tie: Tie, register: Register) -> str:
    """What was decided on a tie before Zelenskyy's speech, or after it, and how it stood on that day."""
    then = status_on(tie, SPEECH_DAY)
    stood = told.stood_at_event(STANDINGS[then.standing].word, SPEECH_DAY) if then and then.basis else ""
    return paragraph([*_decisions(tie, register), stood])


def _decisions(tie: Tie, register: Register) -> Iterator[str]:
    pair = pair_name(tie, register)
    decided = [act for act in since_invasion(tie) if ACT_KINDS[act.kind].decides]
    if not decided:
        # What a nonprofit did of itself decides nothing on the tie, and is what "out" and "over" are said of.
        idle = (act for act in since_invasion(tie) if ACT_KINDS[act.kind].leads_to is Standing.DORMANT)
        yield told.none_beside(pair, body_of(tie, register), told.THE_SPEECH, paragraph(map(act_told, idle)))
    for act in decided[:_MOST_ACTS]:
        if act.date.last < SPEECH_DAY:
            yield told.before_event(pair, told.THE_SPEECH, SPEECH_DAY, act)
        elif act.date.first > SPEECH_DAY:
            yield told.after_event(pair, told.THE_SPEECH, SPEECH_DAY, act)
        else:
            yield told.not_sure_beside(pair, told.THE_SPEECH, act)
