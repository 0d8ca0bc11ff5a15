"""The parts of an answer: how ties, places and lists are told, with the sources that they cite. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from datetime import date
from operator import attrgetter

from cogs.lookup import (
    blocks,
    glossary,
    no_tie,
    past,
    place_sentences,
    reasons,
    search_sentences,
    searching,
    sentences,
    speaker_sentences,
    speakers,
    talking_points,
    ukraine,
)
from cogs.lookup.comparisons import compared_part, counted_part, halves_part, stateless_part, states_by_standing_part
from cogs.lookup.filters import fitting, set_rows
from cogs.lookup.intents import Intent
from cogs.lookup.list_filter import list_filter
from cogs.lookup.lists import chosen_ties, first_of, list_part, state_part
from cogs.lookup.model import Answer, AnswerChoice, Look, Outcome, SortOrder, TieFilter
from cogs.lookup.not_understood import not_understood
from cogs.lookup.patterns import phrases
from cogs.lookup.question import Question
from cogs.lookup.rankings import by_state_part
from cogs.lookup.sayings import asks_for_both, sayings_asked
from cogs.lookup.subject_rules import subjects
from cogs.lookup.vocabulary import of_all_languages
from cogs.lookup.votes import is_unanimous
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import capital, paragraph
from cogs.wording.leads import Asked
from cogs.wording.petition import petition_block
from cogs.wording.sources import Citations
from cogs.wording.standing_text import founding
from cogs.wording.status import tie_status
from db.record.derivation import acts_in_force
from db.record.elsewhere import COUNTRY_NAMES
from db.record.mentions import Mention
from db.record.models import Country, Place, PlaceKind, Side, Tie
from db.record.ordinary_words import is_common
from db.record.passages import FoundPassage
from db.record.register import Register
from db.record.resolver import Resolution
from db.record.standings import Standing
from db.record.text import normalise

_ID = attrgetter("id")
# What is asked of an act, and not of all ties of a state.
_OF_THE_ACT = phrases("why; who; when; how; governor; почему; чому; кто; хто; когда; коли; как; як")
WHO_OR_HOW = phrases("who; whose; how did; how was; how were; хто; кто; як; как")
_WHOSE = phrases("who; whos; whose; whom; хто; кто; чий; чия; чей; чья; кого; ким; кем")
# A sentence of so many words says in what year a tie began, and no more.
_NO_MORE_THAN_THE_YEAR = 8
_BY_NAME = phrases("\n".join(of_all_languages("votes", "by_name")))
_TOLD_BY_PETITION = frozenset(map(normalise, of_all_languages("told_by_petition")))
_CASES = {Intent.END_CASE: Side.END, Intent.KEEP_CASE: Side.KEEP}
_OTHER_SIDE = {Side.END: Side.KEEP, Side.KEEP: Side.END}
_JOINING = frozenset("and with to in и с со і з із та й".split())
MOST_TIES = 6
MOST_CHOICES = 25
MOST_ABROAD = 3
# Of so many ties at most it is told one by one who proposed or said something.
MOST_TIES_IN_DETAIL = 2


class ReplyParts:
    """An answer in the making: parts in the order said, the sources they cite, and what is offered."""

    def __init__(self, register: Register, today: date, question: Question | None = None) -> None:
        self.register = register
        self.today = today
        self.question = question or Question("", ())
        self.citations = Citations(register.record.sources)
        self.outcomes: list[Outcome] = []
        self.parts: list[TextBlock] = []
        self.choices: list[AnswerChoice] = []
        self.rows: tuple[str, ...] = ()
        self.filter: TieFilter | None = None
        self.told: dict[str, None] = {}
        self.subjects: set[Intent] = set()
        self.region = ""
        self.one_argument_told = False
        self.of_petition = False

    def _sayings(self, places: Sequence[str]) -> bool:
        """Say what those said to whom a question narrows it; whether that is asked."""
        asked = sayings_asked(self.question)
        stands = Standing.ACTIVE in self.question.standings and Intent.LIST in self.question.intents
        counted = self.question.narrowing.share or speakers.reckons_from_a_speech(self.question) or stands
        if asked is None or self.question.speakers or counted:
            return False
        if speakers.absent_people(self.question):
            return False
        if asked.states and not any(asked.has(it, self.register) for it in self.register.record.points_in_use):
            return False
        both = asks_for_both(self.question)
        if both and asked.of_state_alone and Side.CONTEXT not in asked.sides:
            there = [point for point in self.register.record.points_in_use if asked.has(point, self.register)]
            self.parts += talking_points.both_sides_parts(there, self.register, self.citations)
        else:
            asked = replace(asked, sides=()) if both else asked
            self.parts += talking_points.sayings_parts(asked, places, self.register, self.citations)
            self._other_side(asked.sides)
        self.outcomes.append(Outcome.SUBJECT)
        return True

    def _other_side(self, sides: Sequence[Side]) -> None:
        """That there is another side, where one alone was told of."""
        if len(sides) == 1 and sides[0] is not Side.CONTEXT:
            self.parts.append(TextBlock((Line(speaker_sentences.other_side(_OTHER_SIDE[sides[0]])),)))

    def _abroad(self) -> None:
        """That what is named lies in another country, if it does."""
        if not self.question.abroad:
            return
        told = (
            place_sentences.is_abroad(capital(each.typed), COUNTRY_NAMES[each.code])
            if each.is_city
            else place_sentences.other_country(COUNTRY_NAMES[each.code])
            for each in self.question.abroad[:MOST_ABROAD]
        )
        self.parts.append(TextBlock(tuple(map(Line, dict.fromkeys(told)))))
        self.outcomes.append(Outcome.UNKNOWN)

    def to_places(self, found: Resolution) -> Answer:
        """The answer to the names that were given for a place."""
        self._places(found)
        self._rest_of_states()
        if not self.parts and self.question.all_states:
            self._list(found.denied)
        if not self.parts:
            part, choices = no_tie.unknown_place_part(self.question.text, self.register)
            self.parts.append(part)
            self.choices += choices
            self.outcomes.append(Outcome.UNKNOWN)
        return self.done()

    def _places(self, found: Resolution) -> None:
        ukrainian = [mention for mention in found.untied if ukraine.is_ukrainian(mention)]
        brief = len(found.paired) + len(found.alone) + len(found.wrong) > 1
        self._corrections(found)
        self._ukrainian(ukrainian, found)
        for tie in found.paired:
            self.add_tie(tie, blocks.repairs(self.question.mentions, tie, self.register), full=not brief)
        self._other_partners(found)
        self._unknown_partner(found)
        for mention in found.alone:
            self._no_tie_in_states(mention)
            self._mention(mention, full=not brief)
        for mention in (*found.untied, *found.elsewhere):
            if mention not in ukrainian:
                self._untied(mention, beside_ukraine=bool(ukrainian))

    def _ukrainian(self, mentions: Sequence[Mention], found: Resolution) -> None:
        """The Ukrainian places that are named, each with its partners: first those that are named with it."""
        others = [mention for mention in (*found.alone, *found.untied) if mention not in mentions]
        asked = {tie.us for tie in found.paired} | {place.id for mention in others for place in mention.places}
        asked |= {place.name for mention in others for place in mention.others}
        for mention in mentions:
            self.parts.append(
                ukraine.ukrainian_place_part(mention, asked, self.question.all_states, self.register, self.citations)
            )
            self.outcomes.append(Outcome.NO_TIE)

    def done(self) -> Answer:
        """What has been gathered, as a value."""
        outcome = min(self.outcomes, key=list(Outcome).index, default=Outcome.UNKNOWN)
        return Answer(
            outcome,
            tuple(self.parts),
            self.citations.sources,
            tuple(self.choices[:MOST_CHOICES]),
            self.rows,
            self.filter,
        )

    def add_tie(self, tie: Tie, before: Sequence[str] = (), full: bool = True) -> None:
        """Say how a tie stands, once."""
        if tie.id in self.told:
            return
        self.told[tie.id] = None
        premises, asked = blocks.premises(tie, self.question, self.register)
        if then := past.stood_then(tie, self.question, self.today):
            premises, asked = [then], Asked.STATUS
        full = full and Intent.STORY not in self.question.intents
        told = (*before, *premises, *self._beginning(tie), *self._vote(tie, asked))
        self.parts.append(
            tie_status(tie, self.register, self.today, self.citations, before=told, full=full, asked=asked)
        )
        self.outcomes.append(Outcome.TIE)

    def _beginning(self, tie: Tie) -> tuple[str, ...]:
        """When a tie began, where that is asked of it; and that no more is on record, where it is asked how or by whom.

        What is asked of a standing or an act, "how long has it been suspended", is another question.
        """
        question = self.question
        act = question.standings or question.narrowing.kinds or question.period or question.authorities
        if Intent.BEGINNING not in question.intents or act:
            return ()
        told = founding(tie, self.citations)
        more = WHO_OR_HOW.search(question.joined) and len(told.split()) <= _NO_MORE_THAN_THE_YEAR and not tie.note
        return (paragraph([told, sentences.NOT_WHO_BEGAN if more else ""]),)

    def _vote(self, tie: Tie, asked: Asked) -> tuple[str, ...]:
        """The newest vote on a tie in the record's words, where it is asked how it went; that there is none."""
        if Intent.VOTE not in self.question.intents or asked is not Asked.STATUS:
            return ()
        voted = [act for act in acts_in_force(tie.acts) if act.vote]
        if not voted:
            return (sentences.NO_VOTE_ON_IT,)
        act = max(voted, key=lambda each: each.date.last)
        by_name = _BY_NAME.search(self.question.joined) is not None
        names = (
            (sentences.NOBODY_AGAINST if is_unanimous(act.vote or "") else sentences.NO_ROLL_CALL) if by_name else ""
        )
        return (paragraph((sentences.vote_on_it(act, self.citations.cite(act.sources)), names)),)

    def add_place(self, place: Place, named: Mention | None = None, full: bool = True) -> None:
        """Say how all ties of a place stand, and how its name was read; beyond six ties, offer them."""
        ties = self.register.ties_of(place.id)
        notes = blocks.reading_notes(named, place, self.register) if named else []
        if len(ties) > 1:
            self.parts.append(TextBlock(tuple(blocks.partners_lines(place, self.question, self.register))))
        if len(ties) > MOST_TIES:
            self._offer([blocks.tie_choice(tie, self.register) for tie in ties])
            return
        for tie in ties:
            self.add_tie(tie, notes, full=full and len(ties) == 1)

    def add_subjects(self, intents: Set[Intent], ties: Sequence[Tie]) -> None:
        """Add a part for each subject; with ties named, what was said in their places comes first."""
        if intents & _CASES.keys() and self._sayings(()):
            intents = intents - _CASES.keys()
        places = [tie.us for tie in ties]
        if intents >= _CASES.keys():
            of_states = [tie.us for tie in self._ties_in_states()]
            there = [it for it in self.register.record.points_in_use if it.place in {*places, *of_states}]
            self.parts += talking_points.both_sides_parts(there, self.register, self.citations)
            self.outcomes.append(Outcome.SUBJECT)
            self.subjects |= _CASES.keys()
            intents = intents - _CASES.keys()
        makers: dict[Intent, Callable[[], TextBlock]] = {
            Intent.END_CASE: lambda: talking_points.points_part(self.register, Side.END, places, self.citations),
            Intent.KEEP_CASE: lambda: talking_points.points_part(self.register, Side.KEEP, places, self.citations),
            Intent.PETITION: self._petition,
            Intent.UKRAINE: lambda: ukraine.partners_part(self.question, places, self.register, self.citations),
            Intent.ACT: lambda: blocks.action_part(ties, self.register),
            Intent.MEANING: lambda: glossary.meaning_part(self.question.joined, self.citations),
            Intent.ABOUT: lambda: blocks.about_part(self.register),
            Intent.BY_STATE: lambda: by_state_part(self.question, self.register),
        }
        for intent, make in makers.items():
            if intent in intents:
                self.subjects.add(intent)
                self.parts.append(make())
                self.outcomes.append(Outcome.SUBJECT)
        self._other_side([side for case, side in _CASES.items() if case in intents])

    def _petition(self) -> TextBlock:
        """The petition; before it, the words of the question of which nothing is on record of it, if no answer is."""
        shown = petition_block(self.register, self.citations)
        words = [] if self.of_petition or self.told else searching.searched(self.question).words
        left = [word for word in words if not (_is_told(word) or word.isdigit())]
        return (
            replace(shown, lines=(Line(search_sentences.petition_says_nothing_of(left)), *shown.lines))
            if left
            else shown
        )

    def _corrections(self, found: Resolution) -> None:
        for us, ru in found.wrong:
            self.parts.append(no_tie.wrong_pair_part(us, ru, self.register))
        shown: list[Mention] = list(dict.fromkeys(mention for pair in found.wrong for mention in pair))
        for mention in shown:
            if mention.places and (means_america(mention) or not any(means_america(m) and m.places for m in shown)):
                for place in mention.places:
                    self.add_place(place, full=len(found.wrong) == 1 and len(mention.places) == 1)
            elif not mention.places:
                self._untied(mention)

    def _other_partners(self, found: Resolution) -> None:
        """Say whom else a Russian place is paired with, where it is asked beside several pairs whose it is."""
        if len(found.paired) < MOST_TIES_IN_DETAIL or not _WHOSE.search(self.question.joined):
            return
        for name in dict.fromkeys(tie.ru for tie in found.paired):
            if any(tie.id not in self.told for tie in self.register.ties_of(name)):
                place = self.register.place(name)
                self.parts.append(TextBlock((Line(blocks.partners_line(place, self.register)),)))

    def _unknown_partner(self, found: Resolution) -> None:
        """Say that a name is not known that stands as the partner of a Russian place: "Челтнем с Сочи"."""
        if len(found.alone) != 1 or found.paired or found.alone[0].countries != {Country.RU}:
            return
        beside = _name_beside(found.alone[0], self.question)
        if beside:
            self._say(Outcome.TIE, place_sentences.partner_not_known(beside))

    def _no_tie_in_states(self, mention: Mention) -> None:
        """Put right that a Russian place is paired with one in a state that was named."""
        states = self.question.all_states
        ties = (tie for place in mention.places for tie in self.register.ties_of(place.id))
        if any(self.register.state_of(tie) in states for tie in ties):
            return
        if states and {place.country for place in mention.places} == {Country.RU}:
            self.parts.append(no_tie.no_tie_in_states_part(mention, states, self.register))

    def _mention(self, mention: Mention, full: bool) -> None:
        if self._is_of_abroad(mention):
            self._american_partners(mention)
            return
        if len(mention.places) == 1:
            self.add_place(mention.places[0], mention, full)
            return
        self.parts.append(no_tie.which_part(mention, self.register))
        self._offer([blocks.place_choice(place, self.register) for place in mention.places])

    def _is_of_abroad(self, mention: Mention) -> bool:
        """Whether a Russian place is asked about as the partner of a city abroad: "did Warsaw cut Moscow"."""
        tied = {place.country for named in self.question.mentions for place in named.places}
        if Country.US in tied or self.question.all_states or not self.question.abroad:
            return False
        return {place.country for place in mention.places} == {Country.RU}

    def _american_partners(self, mention: Mention) -> None:
        """Who in America is paired with a Russian place, to be chosen: of those nothing was asked."""
        ties = [tie for place in mention.places for tie in self.register.ties_of(place.id)]
        lines = [Line(blocks.partners_line(place, self.register)) for place in mention.places]
        choices = [blocks.tie_choice(tie, self.register) for tie in ties]
        self.parts.append(TextBlock(tuple(lines)))
        self.choices += [choice for choice in choices if choice not in self.choices]
        self.outcomes.append(Outcome.TIE)

    def _offer(self, choices: Sequence[AnswerChoice]) -> None:
        self.choices += [choice for choice in choices if choice not in self.choices]
        self.outcomes.append(Outcome.CHOICE)

    def _untied(self, mention: Mention, *, beside_ukraine: bool = False) -> None:
        if beside_ukraine and _is_american(mention):
            self.parts.append(ukraine.american_place_part(mention, self.register, self.citations))
            self.outcomes.append(Outcome.NO_TIE)
            return
        part, nearest = no_tie.no_tie_part(mention, self.register, self.citations)
        self.parts.append(part)
        self.outcomes.append(Outcome.NO_TIE)
        choice = blocks.place_choice(nearest, self.register) if nearest and not self.told else None
        if choice and choice not in self.choices:
            self.choices.append(choice)

    def _ties_named(self, found: Resolution) -> list[Tie]:
        """The ties of the places that are named for certain."""
        single = [mention.places[0].id for mention in found.alone if len(mention.places) == 1]
        return [*found.paired, *(tie for place in single for tie in self.register.ties_of(place))]

    def _passages_of(self, ties: Sequence[Tie], enough: float = searching.ENOUGH_OF_TIE) -> bool:
        """Say what the record says of these ties in the other words of the question; whether it says anything."""
        found = searching.passages_of(self.question, ties, self.register, enough)
        return self._add_passages(found, searching.searched(self.question))

    def _quoted(self) -> None:
        """Say where the words stand that the question quotes."""
        found, words = searching.quoted(self.question, self.register)
        if found:
            self.parts.append(searching.passages_part(found, [words], self.register, self.citations))
            self.outcomes.append(Outcome.SUBJECT)

    def _add_passages(self, found: Sequence[FoundPassage], search: searching.Search) -> bool:
        if found:
            self.parts.append(searching.passages_part(found, search.words, self.register, self.citations))
            self.outcomes.append(Outcome.SUBJECT)
        return bool(found)

    def _list(self, denied: frozenset[str]) -> None:
        if self.question.standings and len(self.question.words) == 1:
            self.parts.append(glossary.meaning_part(self.question.joined, self.citations))
        chosen = list_filter(self.question, self.today, denied)
        chosen = replace(chosen, region=self.region or chosen.region)
        if without := stateless_part(self.question, chosen, self.register):
            self.parts.append(without)
            self.outcomes.append(Outcome.LIST)
            return
        if chosen.since and chosen.since > self.today and chosen.look is not Look.HEARINGS:
            self._say(Outcome.LIST, sentences.STILL_TO_COME)
        if lacking := not_understood(self.question, chosen, self.register):
            self.parts.append(lacking)
            if not set_rows(chosen, self.register) and chosen.order is SortOrder.RECORD:
                self.outcomes.append(Outcome.UNKNOWN)
                return
        if by_state := states_by_standing_part(self.question, chosen, self.register):
            self.parts.append(by_state)
            self.outcomes.append(Outcome.SUBJECT)
            return
        self._show_compared(chosen)

    def _show_compared(self, chosen: TieFilter) -> None:
        """A list with what is held against each other in it, its other end, and what is counted of it."""
        if halved := halves_part(self.question, chosen, self.register):
            chosen, names = halved
            self.parts.append(names)
        if compared := compared_part(self.question, chosen, self.register):
            self.parts.append(compared)
        self._show(chosen)
        both = self.question.intents >= {Intent.LATEST, Intent.EARLIEST} or self.question.narrowing.both_ends
        if both or (Intent.LATEST in self.question.intents and chosen.order is SortOrder.OLDEST):
            self._show_last(replace(chosen, order=_other_end(chosen.order), most=0))
        if counted := counted_part(self.question, fitting(chosen, self.register), self.register):
            self.parts.append(counted)
        if chosen.look is Look.CHANGES and not self.rows:
            self._show(replace(chosen, look=Look.ACTS))

    def _show(self, chosen: TieFilter) -> None:
        self.parts.append(list_part(chosen, self.register))
        self.rows = tuple(map(_ID, chosen_ties(chosen, self.register)))
        self.filter = chosen
        self.outcomes.append(Outcome.LIST)

    def _show_last(self, chosen: TieFilter) -> None:
        """The last of a list, where the first and the last are asked for."""
        if told := first_of(chosen, self.register):
            self.parts.append(TextBlock((Line(told),)))

    def _rest_of_states(self) -> None:
        """The other ties of a state whose own tie is told: they are not hidden behind it."""
        own = [self.register.tie(tie_id) for tie_id in self.told]
        named = {place.id for mention in self.question.mentions for place in mention.places}
        if _OF_THE_ACT.search(self.question.joined):
            return
        if len(own) != 1 or own[0].ru in named or self.register.place(own[0].us).kind is not PlaceKind.STATE:
            return
        chosen = TieFilter(states=(self.register.state_of(own[0]),), without=(own[0].us,))
        others = chosen_ties(chosen, self.register)
        if others:
            head = state_part(own[0], others, self.register)
            self.parts.insert(0, head)
            self.rows, self.filter = tuple(tie.id for tie in others), chosen

    def _speakers(self, ties: Sequence[Tie]) -> None:
        """What the people and bodies that are named said and did, of the ties that are named, if anything, else of all;
        and how their own ties stand, if they have few.
        """
        for speaker in self.question.speakers:
            self.parts.append(speakers.speaker_part(speaker, self.question, ties, self.register, self.citations))
            self.outcomes.append(Outcome.SUBJECT)
            for tie in () if ties else speakers.ties_of_speaker(speaker, self.register):
                self.add_tie(tie, full=False)
        if not ties and (standings := speakers.standings_part(self.question, self.register)):
            self.parts.append(standings)

    def _holders(self, ties: Sequence[Tie]) -> None:
        """Who was in an office that is asked for, and what they said and did."""
        found = speakers.holders(self.question, ties or self._ties_in_states(), self.register)
        for speaker in found:
            self.parts.append(speakers.speaker_part(speaker, self.question, ties, self.register, self.citations))
        if found:
            self._say(Outcome.SUBJECT, speaker_sentences.OFFICES_THEN)
        elif office := speakers.lacking_office(self.question, ties or self._ties_in_states(), self.register):
            self._say(Outcome.SUBJECT, speaker_sentences.nobody_in_office(office))

    def _ties_in_states(self) -> list[Tie]:
        states = self.question.all_states
        return [self.register.tie(name) for name in self.register.index.in_order(states)] if states else []

    def _subjects(self) -> Set[Intent]:
        return subjects(
            self.question,
            few_ties_told=0 < len(self.told) <= reasons.MOST_TIES,
            says_something=bool(self.parts),
            one_argument_told=self.one_argument_told or self.of_petition,
        )

    def _say(self, outcome: Outcome, text: str) -> None:
        self.parts.append(TextBlock((Line(text),)))
        self.outcomes.append(outcome)


def _is_told(word: str) -> bool:
    """Whether what is shown of the petition answers a word of a question, or it says nothing of its own."""
    norm = normalise(word)
    return norm in _TOLD_BY_PETITION or is_common(norm)


def _other_end(order: SortOrder) -> SortOrder:
    return SortOrder.OLDEST if order is SortOrder.NEWEST else SortOrder.NEWEST


def _name_beside(mention: Mention, question: Question) -> str:
    """A word with a capital that fits no place and stands beside a name, by a blank or a joining word; else nothing."""
    words = question.words
    before, after = mention.start - 1, mention.end
    if before > 0 and words[before].norm in _JOINING:
        before -= 1
    if after < len(words) - 1 and words[after].norm in _JOINING:
        after += 1
    beside = [words[i] for i in (before, after) if 0 <= i < len(words)]
    return next((word.raw for word in beside if word.capital and word.raw in question.unknown), "")


def _is_american(mention: Mention) -> bool:
    """Whether a name without a tie stands for American places alone."""
    return mention.elsewhere is None and mention.countries == {Country.US}


def means_america(mention: Mention) -> bool:
    return Country.US in mention.countries
