"""What is said of a tie, a place or a subject: the blocks that answers are made of. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from cogs.lookup import sentences
from cogs.lookup.model import AnswerChoice, TargetKind
from cogs.lookup.places import place_sentences
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.yes_no import asked_of
from cogs.lookup.ukraine import ukraine_sentences
from cogs.wording import history
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import clip
from cogs.wording.leads import Asked, lead, standing_label
from cogs.wording.names import pair_name, place_name, tie_name
from cogs.wording.sources import Citations
from cogs.wording.standing_text import founding, last_searches
from cogs.wording.status import row_and_condition, row_name, standing_word
from db.record.listings import only_wikipedia
from db.record.mentions import Mention
from db.record.models import Country, OtherPlace, Place, PlaceKind, Source, Tie, UkraineTie
from db.record.pages import count_as_one, outlets
from db.record.register import Register

LABEL_LENGTH = 80
_MOST_OFFICES_OF = 3
# So many larger places of the same name are named.
_MOST_NAMESAKES = 2


def history_parts(tie: Tie, register: Register, citations: Citations) -> tuple[TextBlock, ...]:
    """All acts, listings and searches of a tie, each with its sources."""
    parts = [_acts_part(tie, register, citations)]
    if tie.listings:
        parts.append(_listings_part(tie, register, citations))
    looked = tuple(map(history.search_entry, tie.searches)) or (Line(history.NEVER_SEARCHED),)
    parts.append(TextBlock(looked, history.SEARCHES))
    if tie.note:
        parts.append(TextBlock((Line(tie.note),), sentences.NOTES))
    return tuple(parts)


def _acts_part(tie: Tie, register: Register, citations: Citations) -> TextBlock:
    replaced = {act.replaces for act in tie.acts}
    lines = [history.beginning(founding(tie, citations))]
    for act in tie.acts:
        marks = citations.cite(act.sources, most=9)
        lines.append(history.act_entry(act, marks, replaced=act.id in replaced))
    return _about(tie, register, tuple(lines))


def _listings_part(tie: Tie, register: Register, citations: Citations) -> TextBlock:
    lines = [history.listing_entry(item, citations.cite(item.sources, most=9)) for item in tie.listings]
    if only_wikipedia(tie, register.record.sources):
        lines.insert(0, Line(history.ONLY_WIKIPEDIA))
    return TextBlock(tuple(lines), history.OTHER_PAGES)


def sources_part(tie: Tie, register: Register, citations: Citations) -> TextBlock:
    """What a tie's sources add up to; the sources themselves are the answer's."""
    grades = sentences.sources_by_grade(Counter(source.grade for source in citations.sources))
    told = tuple(map(Line, (grades, *_reprints(citations.sources), *_of_one_outlet(citations.sources))))
    return _about(tie, register, told)


def _about(tie: Tie, register: Register, lines: tuple[Line, ...]) -> TextBlock:
    status = register.status(tie.id)
    return TextBlock(lines, tie_name(tie, register), status.standing, tie.id, standing_label(status))


def _reprints(sources: Sequence[Source]) -> Iterator[str]:
    for number, source in enumerate(sources, 1):
        before = sources[: number - 1]
        first = _number_of_the_same_outlet(source, before)
        if first is not None:
            yield sentences.reprint(number, first, source.mirror_of or before[first - 1].mirror_of or source.publisher)


def _of_one_outlet(sources: Sequence[Source]) -> Iterator[str]:
    """Which sources count as one because one outlet has them all."""
    for group in count_as_one(sources):
        together = [sources[position] for position in group]
        if len(group) > 1 and not any(source.mirror_of for source in together):
            yield sentences.one_outlet([position + 1 for position in group], together[0].publisher)


def _number_of_the_same_outlet(source: Source, before: Sequence[Source]) -> int | None:
    """The number of the first source before this one of whose outlet it carries a text, or that carries one of its."""
    return next(
        (
            number
            for number, other in enumerate(before, 1)
            if (source.mirror_of or other.mirror_of) and outlets(source) & outlets(other)
        ),
        None,
    )


def partners_lines(place: Place, question: Question, register: Register) -> Iterator[Line]:
    """Who a place of several ties is paired with; before that, the yes or no for each, where one was asked for."""
    answers: list[tuple[str, str]] = []
    for tie in register.ties_of(place.id):
        status = register.status(tie.id)
        asked = asked_of(question, tie, status)
        if asked is Asked.STATUS:
            yield Line(partners_line(place, register))
            return
        answers.append((partner_name(tie, place, register), lead(tie, status, register, asked)))
    partners, told = zip(*answers, strict=True)
    if len(set(told)) == 1:
        yield Line(f" {place_sentences.goes_for_all(place_name(place, register), partners)}", told[0])
        return
    yield Line("", place_sentences.IT_DEPENDS)
    yield from (Line(place_sentences.answer_for_one(*each)) for each in answers)


def partners_line(place: Place, register: Register) -> str:
    """Who a place is, or was, paired with, each with its standing."""
    partners = []
    for tie in register.ties_of(place.id):
        word = standing_word(tie, register, standing_label(register.status(tie.id)))
        partners.append(place_sentences.partner_and_standing(partner_name(tie, place, register), word))
    name = place_name(place, register)
    return (
        place_sentences.one_partner(name, *partners)
        if len(partners) == 1
        else place_sentences.several_partners(name, partners)
    )


def partner_name(tie: Tie, place: Place, register: Register) -> str:
    """The name of the other place of a tie."""
    return place_name(register.place(tie.ru if place.country is Country.US else tie.us), register)


def tie_choice(tie: Tie, register: Register) -> AnswerChoice:
    """A button for a tie."""
    return AnswerChoice(clip(pair_name(tie, register), LABEL_LENGTH), TargetKind.TIE, tie.id)


def in_short(tie: Tie, register: Register) -> TextBlock:
    """How a tie stands that may be meant, in a line, and not as told."""
    return TextBlock(
        (Line(f" {row_and_condition(tie, register)}", place_sentences.if_tie_meant(row_name(tie, register))),)
    )


def place_choice(place: Place, register: Register) -> AnswerChoice:
    """A button for a place."""
    return AnswerChoice(clip(place_name(place, register), LABEL_LENGTH), TargetKind.PLACE, place.id)


def ways_back(tie: Tie, register: Register) -> Iterator[AnswerChoice]:
    """Buttons to all the ties of each of a tie's places that has several."""
    for place in (register.place(tie.us), register.place(tie.ru)):
        number = len(register.ties_of(place.id))
        if number > 1:
            label = place_sentences.all_ties_of(number, place.name)
            yield AnswerChoice(clip(label, LABEL_LENGTH), TargetKind.PLACE, place.id)


def ukraine_line(tie: UkraineTie, citations: Citations) -> Line:
    """A tie with Ukraine, as of its source."""
    return ukraine_sentences.ukrainian_partner(tie, citations.cite([tie.source]))


def suggested(ties: Iterable[UkraineTie]) -> list[UkraineTie]:
    """Ties with Ukraine that may be held up as partners: none that has lapsed, and no historical Crimean pair."""
    return [tie for tie in ties if tie.status not in ukraine_sentences.GONE and not tie.ua_crimea]


def action_part(ties: Sequence[Tie], register: Register) -> TextBlock:
    """What a volunteer can do, and which office decides."""
    offices = [line for tie in ties[:_MOST_OFFICES_OF] for line in _offices(tie, register)]
    ways = (sentences.WRITE, sentences.ASK_FOR_A_VOTE, sentences.SIGN, sentences.UKRAINIAN_PARTNER)
    return TextBlock((*reversed(list(dict.fromkeys(offices))), *ways), sentences.WHAT_YOU_CAN_DO)


def _offices(tie: Tie, register: Register) -> Iterator[Line]:
    place = register.place(tie.us)
    for recipient in place.recipients:
        yield sentences.office(recipient, place_name(place, register))


def about_part(register: Register) -> TextBlock:
    """Where the answers come from, how sure they are, and how old."""
    record = register.record
    lines = (
        sentences.known_from(len(record.ties), len(record.sources)),
        sentences.how_sure(last_searches(tuple(record.ties.values()))),
        sentences.WHAT_I_CAN_ANSWER,
    )
    return TextBlock(lines, sentences.ABOUT)


def _larger_namesakes(named: Mention, place: Place) -> list[OtherPlace]:
    """The places without a tie, of the same country and name, that are larger than the one that a name was read as."""
    size = None if named.qualified else place.population
    larger = [other for other in named.others if size and other.country is place.country and other.population > size]
    return sorted(larger, key=lambda other: -other.population)[:_MOST_NAMESAKES]


def repairs(mentions: Iterable[Mention], tie: Tie, register: Register) -> list[str]:
    """How mistyped names of a tie's places were read."""
    return [
        place_sentences.read_as(clip(named.typed, LABEL_LENGTH), place_name(place, register))
        for named in mentions
        for place in named.places
        if named.distance and place.id in {tie.us, tie.ru}
    ]


def reading_notes(named: Mention, place: Place, register: Register) -> list[str]:
    """How a name was read: not as it was typed, as the smaller of two places, or as a city whose county, metro or
    borough has the tie.
    """
    name = place_name(place, register)
    if named.distance:
        return [place_sentences.read_as(clip(named.typed, LABEL_LENGTH), name)]
    if named.county and place.kind is PlaceKind.CITY:
        return [place_sentences.of_city_not_county(place.name, name)]
    if larger := _larger_namesakes(named, place):
        return [place_sentences.larger_namesakes(name, [place_name(other, register) for other in larger])]
    if place.kind not in place_sentences.WIDER_KINDS or named.typed.casefold() == place.name.casefold():
        return []
    return [place_sentences.belongs_to(place.kind, name)]
