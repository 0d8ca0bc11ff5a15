"""What is said of a tie, a place or a subject: the blocks that answers are made of. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cogs.lookup import place_sentences, sentences
from cogs.lookup.claims import premise_sentences
from cogs.lookup.history.intervals import asks_how_long
from cogs.lookup.model import AnswerChoice, How, TargetKind
from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.reading.intents import HAPPENED, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.votes import SPLIT, UNANIMOUS, VOTE, claimed_vote, is_unanimous
from cogs.lookup.reading.yes_no import asked_of
from cogs.lookup.times.spans import Period
from cogs.lookup.ukraine import ukraine_sentences
from cogs.wording import history
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import clip
from cogs.wording.leads import Asked, lead, own_word_of, standing_label
from cogs.wording.names import pair_name, place_name, tie_name
from cogs.wording.sources import Citations
from cogs.wording.standing_text import founding, last_searches
from cogs.wording.status import row_and_condition, row_name, standing_word
from db.record.act_kinds import ACT_KINDS
from db.record.authorities import Authority
from db.record.derivation import acts_in_force
from db.record.listings import only_wikipedia
from db.record.mentions import Mention
from db.record.models import Act, Country, OtherPlace, PartialDate, Place, Source, Tie, UkraineTie
from db.record.pages import count_as_one, outlets
from db.record.register import Register
from db.record.standings import STANDINGS, Standing

LABEL_LENGTH = 80
# "10–0", as the record writes a vote that nobody was against.
_ANOTHER_TIME = phrases("""
    before; until; prior to; earlier; at first; first; afterwards?; and then; since then; later; since; meanwhile
    what ..3 (did|do|was|were) ..4 (do|doing); що ..2 (роби*|дія*); что ..2 (дела*); (и|і|й|а) ..1 потом; потом; потім
    до того; перед; раньше; раніше; сначала; спочатку; спершу; дальше; далі; від; после; після
""")
_VOTED = phrases("voted; проголосува*; проголосова*; голосував; голосувал*; голосовал*")
_NOBODY_AGAINST = re.compile(r"\d{1,2}–0")
_MOST_OFFICES_OF = 3
# So many larger places of the same name are named.
_MOST_NAMESAKES = 2
# The titles by which an actor is named who has an authority.
_TITLES_OF = {Authority.MAYOR: frozenset({"mayor"}), Authority.STATE: frozenset({"governor"})}


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
        lines.append(history.act_entry(act, marks, corrected=act.id in replaced))
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
        first = _number_of_the_same_text(source, sources[: number - 1])
        if first is not None:
            yield sentences.reprint(number, first)


def _of_one_outlet(sources: Sequence[Source]) -> Iterator[str]:
    """Which sources count as one because one outlet has them all."""
    for group in count_as_one(sources):
        together = [sources[position] for position in group]
        if len(group) > 1 and not any(source.mirror_of for source in together):
            yield sentences.one_outlet([position + 1 for position in group], together[0].publisher)


def _number_of_the_same_text(source: Source, before: Sequence[Source]) -> int | None:
    """The number of the first source before this one whose text it carries, or that carries the text of this one."""
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


def premises(tie: Tie, question: Question, register: Register) -> tuple[list[str], Asked]:
    """The sentences that put a question right before its tie is spoken of, and what is then to be answered of it.

    A yes or no puts a wrong standing right itself; after a wrong date or decider there is no yes or no.
    """
    asked = asked_of(question, tie, register.status(tie.id))
    of_vote = question if asked is not Asked.VOTED else replace(question, authorities=())
    if Intent.SAID in question.intents or _ANOTHER_TIME.search(question.joined):
        # "What did it say in 2022, before it suspended": that time is no claim of when it did.
        of_vote = replace(of_vote, period=None)
    found = list(wrong_particulars(tie, of_vote, claimed_vote(question.text), register))
    if found:
        asked = Asked.STATUS
    wrong = _wrong_standing(tie, question, register) if asked is Asked.STATUS else None
    return ([wrong] if wrong else []) + found, asked


def wrong_particulars(tie: Tie, question: Question, vote: str, register: Register) -> Iterator[str]:
    """What a text says of a tie's act that the record has otherwise: its date, who decided, how the ``vote`` went."""
    others = (
        None
        if asks_how_long(question) or HAPPENED.search(question.joined)
        else _wrong_date(tie, question.period, register),
        _wrong_decider(tie, question, register),
        _wrong_vote(tie, vote) if vote else _no_vote(tie, question),
    )
    yield from (sentence for sentence in others if sentence)


def _no_vote(tie: Tie, question: Question) -> str | None:
    """That no vote is on record, where a text claims that one decided so."""
    by_vote = question.narrowing.how is How.VOTE or _VOTED.search(question.joined) is not None
    claims = Intent.CLAIM in question.intents and by_vote
    decided = question.narrowing.kinds or any(STANDINGS[standing].decision for standing in question.standings)
    acts = acts_in_force(tie.acts)
    voted = any(act.vote or (act.authority is Authority.COUNCIL and ACT_KINDS[act.kind].decides) for act in acts)
    return premise_sentences.NO_VOTE if claims and decided and not voted else None


def _wrong_vote(tie: Tie, claimed: str) -> str | None:
    """A vote that no vote on the tie is, as the record has it; or that it was on something else than is claimed."""
    acts = [act for act in acts_in_force(tie.acts) if act.vote]
    votes = [act.vote for act in acts if act.vote]
    same = [act for act in acts if act.vote and claimed in act.vote]
    if same and not any(ACT_KINDS[act.kind].decides for act in same):
        return premise_sentences.vote_of_that_count(claimed, same[-1].said or same[-1].summary)
    if any(claimed in vote or (claimed == UNANIMOUS and is_unanimous(vote)) for vote in votes):
        return None
    newest = votes[-1] if votes else ""
    if claimed == SPLIT:
        return premise_sentences.other_vote(newest, claimed) if is_unanimous(newest) else None
    if is_unanimous(newest) and not VOTE.search(newest) and _NOBODY_AGAINST.fullmatch(claimed):
        return premise_sentences.vote_without_count(newest, claimed)
    return premise_sentences.other_vote(newest, claimed)


def _wrong_standing(tie: Tie, question: Question, register: Register) -> str | None:
    """Asked "when did it end?" of a tie that is suspended."""
    status = register.status(tie.id)
    asked = [standing for standing in question.standings if STANDINGS[standing].decision]
    if not asked or status.standing in question.standings:
        return None
    past = [(ACT_KINDS[act.kind].leads_to, act.date) for act in acts_in_force(tie.acts)]
    for was, since in reversed(past):
        if was in asked:
            return premise_sentences.was_changed_later(was, since)
    if status.basis is None:
        return premise_sentences.nothing_says_so(asked)
    if status.standing is Standing.ENDED:
        return premise_sentences.not_only(asked)
    if own := own_word_of(status):
        return premise_sentences.in_other_words(own)
    if STANDINGS[status.standing].decision:
        return premise_sentences.not_so_but(asked, status.standing)
    return premise_sentences.not_so(asked)


def _wrong_date(tie: Tie, period: Period | None, register: Register) -> str | None:
    """A named day, month or year that no act of the tie fits."""
    basis = register.status(tie.id).basis
    if period is None or basis is None or not period.exact or period.since is None:
        return None
    dates = [act.date for act in acts_in_force(tie.acts)]
    made = tie.since is not None and period.since.year == tie.since
    if made or any(_may_be_in(value, period) for value in dates):
        return None
    return premise_sentences.other_date(basis.date)


def _may_be_in(value: PartialDate, period: Period) -> bool:
    begun = period.since is None or value.last >= period.since
    return begun and (period.until is None or value.first <= period.until)


def _wrong_decider(tie: Tie, question: Question, register: Register) -> str | None:
    """A council, mayor or governor named as the decider of an act that was another's."""
    basis = register.status(tie.id).basis
    if basis is None or not question.authorities or basis.authority in question.authorities or question.speakers:
        return None
    acts = acts_in_force(tie.acts)
    if any(_decided_by(act, question.authorities) or _names_office(act, question.authorities) for act in acts):
        return None
    return premise_sentences.other_decider(question.authorities, basis.actor)


def _decided_by(act: Act, asked: Iterable[Authority]) -> bool:
    """Whether an act is of one of those asked for; of the Russian side a mere word is no decision."""
    return act.authority in asked and (act.authority is not Authority.PARTNER or ACT_KINDS[act.kind].decides)


def _names_office(act: Act, asked: Iterable[Authority]) -> bool:
    """Whether one of those asked for acted together with somebody of another authority, by which the act counts."""
    titles = set(act.actor.casefold().split())
    return any(_TITLES_OF.get(authority, frozenset()) & titles for authority in asked)


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
    if larger := _larger_namesakes(named, place):
        return [place_sentences.larger_namesakes(name, [place_name(other, register) for other in larger])]
    if place.kind not in place_sentences.WIDER_KINDS or named.typed.casefold() == place.name.casefold():
        return []
    return [place_sentences.belongs_to(place.kind, name)]
