"""A tie's status, as every card tells it: its name, how it stands, what goes with that, how old the word is. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from cogs.wording import act_phrases, page_sentences, sentences
from cogs.wording.act_sentences import dated_in_short, row_told
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import capital, clip, full_stop, paragraph, sentences_in, untold, without_marks
from cogs.wording.leads import Asked, own_word_of, standing_label, vote_since_invasion
from cogs.wording.names import pair_name, tie_name
from cogs.wording.notes import note_for_card
from cogs.wording.sources import Citations
from cogs.wording.standing_text import (
    absence,
    age_of_word,
    answer_lines,
    founding,
    hearings,
    last_looked,
    newer,
)
from db.record.derivation import Status
from db.record.levels import LEVELS
from db.record.listings import only_wikipedia
from db.record.models import Tie
from db.record.register import Register
from db.record.standings import STANDINGS, Standing
from db.record.values import value

# How long the standing of a row may be, the longest that leaves room for all rows.
_ROW_LENGTHS = (260, 200, 160, 120, 80)
# So many ties are kept as they are told: most questions are about a few, and making a block takes half of a lookup.
_KEPT = 256


def tie_status(
    tie: Tie,
    register: Register,
    today: date,
    citations: Citations,
    *,
    before: Iterable[str] = (),
    full: bool = True,
    asked: Asked = Asked.STATUS,
) -> TextBlock:
    """A tie's block: what must be put right first, the answer, and, if ``full``, more of what is known.

    The sources that it cites are then in ``citations``.
    """
    before = tuple(before)
    if citations.sources or register.record.ties.get(tie.id) is not tie:
        return _made(tie, register, today, citations, before, full=full, asked=asked)
    alone = _alone(tie.id, register, register.version, today, full, asked)
    if before and alone.repeats(before):
        return _made(tie, register, today, citations, before, full=full, asked=asked)
    citations.cite(alone.cited, most=len(alone.cited))
    return replace(alone.block, lines=(*map(Line, before), *alone.block.lines)) if before else alone.block


@value
class _Alone:
    """The block of a tie before which nothing is said, and the ids of the sources that it cites, in their order.

    ``once`` are the sentences, without their marks, that are left out of it where something before it has them.
    """

    block: TextBlock
    cited: tuple[str, ...]
    once: tuple[str, ...]

    def repeats(self, before: Sequence[str]) -> bool:
        """Whether it says something that is said before it."""
        said = without_marks(paragraph(before))
        return any(sentence in said for sentence in self.once)


@lru_cache(maxsize=_KEPT)
def _alone(tie_id: str, register: Register, _version: int, today: date, full: bool, asked: Asked) -> _Alone:
    tie, citations = register.tie(tie_id), Citations(register.record.sources)
    block = _made(tie, register, today, citations, (), full=full, asked=asked)
    cited = tuple(source.id for source in citations.sources)
    told = (*newer(tie, register.status(tie_id), citations), founding(tie, citations))
    return _Alone(block, cited, tuple(without_marks(sentence) for each in told for sentence in sentences_in(each)))


def _made(
    tie: Tie,
    register: Register,
    today: date,
    citations: Citations,
    before: Sequence[str],
    *,
    full: bool,
    asked: Asked,
) -> TextBlock:
    told = [*answer_lines(tie, register, citations, asked)]
    if full:
        told += _detail(tie, register, citations)
    told += _evidence(tie, register, today, citations, paragraph((_text(told), *before)), full=full)
    if full:
        told += _noted(tie, told)
        told += _absence(tie, register, citations)
    lines = (*map(Line, before), *told)
    status = register.status(tie.id)
    return TextBlock(lines, tie_name(tie, register), status.standing, tie.id, standing_label(status))


def tie_line(tie: Tie, register: Register) -> str:
    """A tie in one short line, where there is no room for more: ``● Portland, Oregon – Khabarovsk: Active, 2022``."""
    return f"{row_name(tie, register)}: {standing_and_date(tie, register)}"


def standing_and_date(tie: Tie, register: Register) -> str:
    """How a tie stands in a word, and the date of the act behind it: ``Suspended, 28 June 2022 (date not certain)``."""
    newest = register.status(tie.id).newest
    word = row_word(tie, register)
    return f"{word}, {dated_in_short(newest)}" if newest else word


def row_name(tie: Tie, register: Register) -> str:
    """A tie of a list by its names and the shape of its standing: ``● Portland, Oregon – Khabarovsk``."""
    return f"{STANDINGS[register.status(tie.id).standing].shape} {pair_name(tie, register)}"


def row_standing(tie: Tie, register: Register) -> str:
    """Its standing in a word, and the act behind it in short."""
    newest = register.status(tie.id).newest
    word = row_word(tie, register)
    act = newest or vote_since_invasion(tie)
    told = row_told(act) if act else ""
    return told if told.startswith(word) else paragraph([full_stop(word), told])


def row_and_condition(tie: Tie, register: Register) -> str:
    """The same, and what would lift a suspension, where that is on record."""
    return paragraph([row_standing(tie, register), lifted_by(register.status(tie.id))])


def lifted_by(status: Status) -> str:
    """What would lift a suspension; empty where a tie is not suspended, or none is on record."""
    act = status.decides
    suspended = status.standing is Standing.SUSPENDED
    return sentences.condition(act.condition) if suspended and act and act.condition else ""


def rows_within(rows: Sequence[tuple[str, str]], room: int) -> list[tuple[str, str]]:
    """The names of a list's rows and what is told of each, the longest cut so that all have room, if they can."""
    for most in _ROW_LENGTHS:
        cut = [(name, clip(told, most)) for name, told in rows]
        if sum(len(name) + len(told) for name, told in cut) <= room:
            return cut
    return cut


def row_word(tie: Tie, register: Register) -> str:
    """How a tie stands in a row, in the record's own word where it has one."""
    status = register.status(tie.id)
    own = own_word_of(status)
    return standing_word(tie, register, capital(own or STANDINGS[status.standing].word))


def standing_word(tie: Tie, register: Register, word: str) -> str:
    """A word for a tie's standing; with it, that only Wikipedia names the tie, if so."""
    return page_sentences.named_by_wikipedia(word) if only_wikipedia(tie, register.record.sources) else word


def _detail(tie: Tie, register: Register, citations: Citations) -> Iterator[Line]:
    """What the record says more of an act that has no words of its own."""
    status = register.status(tie.id)
    if status.basis and status.against is None and status.basis.said is None:
        yield Line(act_phrases.summary(status.basis, citations.cite_best(status.basis.sources)))


def _evidence(
    tie: Tie, register: Register, today: date, citations: Citations, before: str, *, full: bool
) -> Iterator[Line]:
    """How old the answer is, what is newer, what was searched, and in full when the tie began; what is to be heard."""
    status = register.status(tie.id)
    since = [untold(told, before) for told in newer(tie, status, citations)]
    told = [*age_of_word(tie, status, today), *since, *last_looked(tie, status)]
    if full and tie.since and status.standing is not Standing.ENDED:
        told.append(untold(founding(tie, citations), before))
    if said := paragraph(told):
        yield Line(said)
    yield from map(Line, hearings(tie, today, citations))


def _absence(tie: Tie, register: Register, citations: Citations) -> Iterator[Line]:
    if told := absence(tie, register, citations):
        yield Line(told)


def _noted(tie: Tie, told: Sequence[Line]) -> Iterator[Line]:
    """What the tie's note adds to what is told; without a note, what is to be known of a tie of its level."""
    note = note_for_card(tie.note, _text(told)) if tie.note else ""
    if note := note or ("" if tie.note else LEVELS[tie.level].note or ""):
        yield Line(note)


def _text(lines: Iterable[Line]) -> str:
    return paragraph(f"{line.strong}{line.text}" for line in lines)
