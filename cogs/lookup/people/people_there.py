"""Who is on record in a place, where somebody is asked for by what they did, and not by name. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from cogs.lookup.people import speaker_parts, speaker_sentences
from cogs.lookup.people.office_holders import is_office, offices_asked
from cogs.lookup.people.sayings import SPOKE_FOR
from cogs.lookup.people.speaker_parts import LOOKED_AT
from cogs.lookup.reading.asked_kinds import ASKED_KINDS
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for, said_in_all
from cogs.lookup.searching import searched
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.sources import Citations
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.models import Tie
from db.record.passages import PassageKind, Term
from db.record.people import Appearance, Speaker
from db.record.register import Register
from db.record.text import key
from db.record.values import value

_SOUGHT = said_in_all("offices", "somebody")
# Who voted how is seldom on record by name: who else spoke there is no answer to that.
_OF_A_VOTE = said_for("questions", "people_there", "of_a_vote")
_PERSON = said_for("questions", "people_there", "person")
_PROPOSES = ASKED_KINDS[ActKind.PROPOSED]
# So many people are told of, and so many ties are looked at for them.
_MOST, _MOST_TIES = 3, 2
# Where no words fit, so few are told of all the same.
_FEW = 3
# Words are compared by so many letters, which most of their forms share; short ones tell nobody from anybody.
_STEM, _SHORT = 5, 3


@value
class _Found:
    speaker: Speaker
    entry: Appearance
    fits: int


def seeks_somebody(question: Question) -> bool:
    """Whether somebody is asked for by what they did: "the woman who pushed for it", "who was glad"."""
    # Who spoke for a city is told with what was decided there.
    return _SOUGHT.search(question.joined) is not None and SPOKE_FOR.search(question.joined) is None


def describes_somebody(question: Question) -> bool:
    """Whether one person is described and not named: "that council lady that wanted out"."""
    return seeks_somebody(question) and _PERSON.search(question.joined) is not None


def people_part(
    question: Question, ties: Sequence[Tie], register: Register, citations: Citations, told: str
) -> TextBlock | None:
    """The people on record of a tie or two whose words and acts fit a question best, where somebody is sought.

    None where nobody is, or who fits was ``told`` of already.
    """
    if not 0 < len(ties) <= _MOST_TIES or question.speakers or not seeks_somebody(question):
        return None
    # Of those who fit alike, own words of somebody there come before what others did or said.
    found = sorted(_people(question, ties, register), key=lambda each: (-each.fits, each.entry.tie is not None))
    best = [each for each in found if each.fits == found[0].fits and each.fits]
    of_a_vote = Intent.CLAIM in question.intents or _OF_A_VOTE.search(question.joined) is not None
    if not best and len(found) <= _FEW and not of_a_vote:
        best = [each for each in found if not _is_of_partner(each.entry, register)]
    if not best or best[0].speaker.name in told:
        return None
    lines = [line for each in best[:_MOST] for line in _lines(each, register, citations)]
    return TextBlock(tuple(dict.fromkeys(lines)), speaker_sentences.PEOPLE_THERE)


def _lines(found: _Found, register: Register, citations: Citations) -> Iterator[Line]:
    """What somebody did; before it who it was, where that names only those with whom they did it."""
    line = speaker_parts.entry_line(found.entry, register, citations)
    if found.speaker.name.split()[-1] not in f"{line.strong}{line.text}":
        yield speaker_sentences.speaker(found.speaker.name, speaker_parts.offices_held(found.speaker, register))
    yield line


def _is_of_partner(entry: Appearance, register: Register) -> bool:
    act = speaker_parts.act_of(entry, register)
    return act is not None and act.authority is Authority.PARTNER


def _people(question: Question, ties: Sequence[Tie], register: Register) -> Iterator[_Found]:
    """Everybody who said or did something on these ties, with the entry that fits the question best."""
    wanted = {tie.id for tie in ties}
    # The names of the places stand in all that is told of them.
    named = {question.words[i].norm for it in question.mentions for i in range(it.start, it.end)}
    terms = [term for term in searched(question).terms if term[0] not in named and len(term[0]) > _SHORT]
    # What people said is found in other words and languages as well.
    points = register.find_passages(terms, LOOKED_AT, [tie.us for tie in ties], (PassageKind.POINT,)) if terms else []
    shared = {passage.id: len(passage.holds) for passage in points}
    for speaker in register.people.all():
        entries = [
            it for it in speaker.appearances if speaker.is_person and speaker_parts.concerns(it, wanted, register)
        ]
        if entries:
            fits = {it: _fits(it, terms, question, register, shared.get(it.id, 0)) for it in entries}
            best = max(fits, key=fits.__getitem__)
            yield _Found(speaker, best, fits[best])


def _fits(entry: Appearance, terms: Collection[Term], question: Question, register: Register, shared: int) -> int:
    """How many of a question's words an entry has, ``shared`` at least; twice as many if it is of a kind that is asked
    for.
    """
    text = f"{entry.office or ''} {speaker_parts.entry_text(entry, register)}"
    words = {word[:_STEM] for word in key(text).split()}
    act = speaker_parts.act_of(entry, register)
    of_kind = act is not None and act.kind is ActKind.PROPOSED and _PROPOSES.search(question.joined) is not None
    in_office = any(is_office(entry.office or "", office) for office in offices_asked(question))
    held = sum(any(word[:_STEM] in words for word in term) for term in terms)
    return max(held, shared) + 2 * of_kind + 2 * in_office
