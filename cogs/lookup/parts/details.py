"""What is asked of a tie beyond how it stands, such as its cost, visits or signs: what the record has of it. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from cogs.lookup import search_sentences, searching
from cogs.lookup.phrases.patterns import Phrases, PhraseTable
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.quotation_marks import quoted_at
from cogs.lookup.reading.vocabulary import said_in_row
from cogs.wording.act_phrases import names_mover, names_number, who_and_when
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import untold
from cogs.wording.names import pair_name
from cogs.wording.sources import Citations
from db.record.act_kinds import ActKind
from db.record.caching import of_the_last
from db.record.derivation import acts_in_force
from db.record.models import Act, Tie
from db.record.passages import FoundPassage, PassageKind, Term
from db.record.register import Register
from db.record.text import key, normalise
from db.record.values import value
from db.record.vocabulary import vocabulary

# So many details of one question are told.
_MOST_DETAILS = 2
_LETTERS = "letter"
# A longer text tells of more than it asks.
_MOST_WORDS = 30


@value
class Detail:
    """One row of ``data/vocabulary/details.toml``; its head says what the fields are."""

    name: str
    asked: Phrases
    finds: Term
    told: str
    none: str
    explains: str
    movers: bool
    numbered: bool
    heads: bool
    reaction: bool


@cache
def _details() -> dict[str, Detail]:
    return {
        name: Detail(
            name,
            said_in_row(row),
            tuple(map(normalise, row["finds"])),
            row["told"],
            row["none"],
            row.get("explains", ""),
            row.get("movers", False),
            row.get("numbered", False),
            row.get("heads", False),
            row.get("reaction", False),
        )
        for name, row in vocabulary("details").items()
    }


@cache
def _asked() -> PhraseTable[str]:
    return PhraseTable({name: detail.asked for name, detail in _details().items()})


# A question is asked this by several in turn.
@of_the_last
def details_asked(question: Question) -> list[Detail]:
    """The details that a question asks for, in the order of the table, two at most; none of a long text."""
    if len(question.words) > _MOST_WORDS:
        return []
    asked = {
        name for name, matches in _asked().found(question.joined).items() if _is_said_besides_names(matches, question)
    }
    return [detail for name, detail in _details().items() if name in asked][:_MOST_DETAILS]


def _is_said_besides_names(matches: Sequence[re.Match[str]], question: Question) -> bool:
    """Whether one of some phrases is no part of a place's name, nor of words that are quoted: Flagstaff is asked about,
    and no flag; who said that it “sends a message”, and no letter.
    """
    within = {i for mention in question.mentions if mention.places for i in range(mention.start, mention.end)}
    within |= quoted_at(question)
    spans = ((it.string[: it.start()].count(" "), it.string[: it.end()].count(" ")) for it in matches)
    return any(not within.issuperset(range(first, last + 1)) for first, last in spans)


def detail_part(
    detail: Detail, ties: Sequence[Tie], register: Register, citations: Citations, told: str
) -> TextBlock | None:
    """What the record of some ties has of a detail, or that it has nothing; None where ``told`` says it already."""
    movers = [*_done_by(ties, names_mover, register, citations)] if detail.movers else []
    numbered = [*_done_by(ties, names_number, register, citations)] if detail.numbered else []
    found = searching.of_ties(detail.finds, ties, register)
    if movers:
        return TextBlock(tuple(movers), detail.told)
    if not found:
        others = [*said_elsewhere(ties, register)] if detail.reaction else []
        said = searching.passages_part(others, (), register, citations).lines
        return TextBlock((*numbered, Line(detail.none), *said))
    part = searching.passages_part(found, (), register, citations)
    lines = tuple(Line(f" {more}", line.strong) for line in part.lines if (more := untold(line.text.strip(), told)))
    return TextBlock(lines, detail.told) if lines else None


def said_elsewhere(ties: Sequence[Tie], register: Register) -> Iterator[FoundPassage]:
    """What officials of other places said of the places of some ties, where nobody else shares the name: a mayor who
    urged another not to break.
    """
    places = (register.place(tie.us).name for tie in ties)
    names = {name for name in places if len(register.gazetteer.exact(key(name))) == 1}
    own = {tie.id for tie in ties}
    for other in register.record.ties.values() if names else ():
        for act in acts_in_force(other.acts) if other.id not in own else ():
            if act.kind is ActKind.STATEMENT and any(name in (act.said or "") for name in names):
                yield FoundPassage(PassageKind.ACT, act.id, other.id, 1.0)


def letters_parts(ties: Sequence[Tie], register: Register, citations: Citations, told: str) -> list[TextBlock]:
    """What the record of some ties has of letters that ``told`` has not; nothing, where it has none."""
    letters = _details()[_LETTERS]
    if not searching.of_ties(letters.finds, ties, register):
        return []
    part = detail_part(letters, ties, register, citations, told)
    return [part] if part is not None else []


def _done_by(
    ties: Sequence[Tie], told: Callable[[Act], bool], register: Register, citations: Citations
) -> Iterator[Line]:
    """The acts on some ties of whose actor something is told: on whose motion, or by which resolution."""
    for tie in ties:
        for act in filter(told, acts_in_force(tie.acts)):
            by = search_sentences.done_by(who_and_when(act, act.vote or ""), citations.cite(act.sources))
            yield Line(f" {by}", f"{pair_name(tie, register)}:")
