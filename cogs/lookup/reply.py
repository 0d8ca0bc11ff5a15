"""An answer in the making: what is said of a question whose names have been matched, part by part. Pure.

Whatever is asked, the order is: what was wrong with the question, how each tie stands, which one is meant, what is not
on record, the list, then the subjects (petition, Ukraine, both sides, what one can do).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from datetime import date
from operator import attrgetter

from cogs.lookup import (
    blocks,
    explaining,
    glossary,
    no_tie,
    past,
    past_sentences,
    reasons,
    searching,
    sentences,
    speakers,
    talking_points,
    ukraine,
)
from cogs.lookup.comparisons import compared_part, counted_part, halves_part, stateless_part, states_by_standing_part
from cogs.lookup.deciders import deciders_part
from cogs.lookup.disambiguate import resolve
from cogs.lookup.filters import fitting, set_rows
from cogs.lookup.intents import Intent
from cogs.lookup.list_rules import SUBJECT_INTENTS, asks_for_list, region_asked
from cogs.lookup.lists import (
    chosen_ties,
    first_of,
    list_filter,
    list_part,
    not_understood,
    state_part,
)
from cogs.lookup.model import Answer, AnswerChoice, Look, Outcome, SortOrder, TieFilter
from cogs.lookup.patterns import phrases
from cogs.lookup.question import Question, understand
from cogs.lookup.rankings import by_state_part
from cogs.lookup.sayings import KINDS, QUOTES, REBUT, SAID, asks_for_both, sayings_asked, sayings_read, side_asked
from cogs.lookup.subject_rules import subjects
from cogs.lookup.verdicts import number_verdicts
from cogs.lookup.vocabulary import of_all_languages
from cogs.lookup.votes import is_unanimous
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import capital, paragraph
from cogs.wording.leads import Asked
from cogs.wording.petition import petition_block
from cogs.wording.sentences import moved_by
from cogs.wording.sources import Citations
from cogs.wording.standing_text import founding
from cogs.wording.status import tie_status
from db.record.act_kinds import ActKind
from db.record.dataset.explanations import shipped
from db.record.derivation import acts_in_force
from db.record.elsewhere import COUNTRY_NAMES
from db.record.explanations import Explanation
from db.record.figures import coming_hearings
from db.record.mentions import Mention
from db.record.models import Country, Place, PlaceKind, Side, Tie
from db.record.ordinary_words import is_common
from db.record.passages import FoundPassage, PassageKind
from db.record.register import Register
from db.record.resolver import Resolution
from db.record.standings import Standing
from db.record.text import normalise

_ID = attrgetter("id")
# What is asked of an act, and not of all ties of a state.
_OF_THE_ACT = phrases("why; who; when; how; governor; почему; чому; кто; хто; когда; коли; как; як")
# Where another country is named, these say that America is asked about as well.
_AMERICA = phrases("us; usa; american*; america; united states; сша; америк*; штат*")
_WHO_OR_HOW = phrases("who; whose; how did; how was; how were; хто; кто; як; как")
_WHOSE = phrases("who; whos; whose; whom; хто; кто; чий; чия; чей; чья; кого; ким; кем")
# A sentence of so many words says in what year a tie began, and no more.
_NO_MORE_THAN_THE_YEAR = 8
_BY_NAME = phrases("\n".join(of_all_languages("votes", "by_name")))
_TOLD_BY_PETITION = frozenset(map(normalise, of_all_languages("told_by_petition")))
# What is explained of a side as a whole: to whom a question narrows that is then asked for.
_OF_A_SIDE = frozenset({"why-end", "why-keep"})
_CASES = {Intent.END_CASE: Side.END, Intent.KEEP_CASE: Side.KEEP}
_OTHER_SIDE = {Side.END: Side.KEEP, Side.KEEP: Side.END}
_JOINING = frozenset("and with to in и с со і з із та й".split())
# What is said of these is of the widest kind, and comes behind an answer that is nearer to the question.
_OF_NO_TIE = frozenset({Intent.ABOUT, Intent.MEANING})
_LAUGHS = phrases("lol; haha*")
_THANKS = phrases("thanks; thank you; thx; tysm; cheers; дякую; дякуємо; спасибо; благодарю")
# So many words are a name with what is asked of it.
_MOST_OF_A_NAME = 3
MOST_TIES = 6
MOST_CHOICES = 25
MOST_ABROAD = 3
# Of so many ties at most it is told one by one who proposed or said something.
MOST_TIES_IN_DETAIL = 2


class Reply:
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

    def to(self, found: Resolution) -> Answer:
        """The answer to a question whose names have been matched."""
        phrased = explaining.phrased_by_alone(self.question)
        if phrased is not None:
            self.explain(phrased)
            return self.done()
        if found == Resolution() and self._is_asked_freely() and self._told_by_its_words():
            return self.done()
        explained = not self._is_claim_of(found) and self._explained(
            listed=asks_for_list(self.question, found, self.register)
        )
        if Outcome.OFF_TOPIC not in self.outcomes:
            if self.question.off_subject and not (explained or found.paired or self.question.speakers):
                self._something_else()
            else:
                self._named(self._as_of_speakers(found), explained=explained)
        return self.done()

    def _is_claim_of(self, found: Resolution) -> bool:
        """Whether a text is to be held against the record of places that it names: no general answer is meant."""
        return Intent.CLAIM in self.question.intents and bool(self._ties_named(found))

    def _is_asked_freely(self) -> bool:
        """Whether no answer on file is asked for by its words, unless by those for a side as a whole."""
        phrased = explaining.phrased_by_words(self.question)
        return phrased is None or phrased.id in _OF_A_SIDE

    def _named(self, found: Resolution, *, explained: bool) -> None:
        """The ties and people that are named, or listed, and the subjects; ``explained``: a part of it is on file."""
        named = self._ties_named(found)
        if not (named and Intent.CLAIM in self.question.intents):
            self._quoted()
        self._holders(named)
        named = self._not_of_others(named)
        self._sayings_there(named)
        speakers_first = not named or speakers.asks_of_speaker(self.question)
        if speakers_first:
            self._speakers(named)
        listed = asks_for_list(self.question, found, self.register)
        if self.parts:
            listed = False
        if self._asks_of_own_place(found):
            if not (listed and self._narrows()):
                self._say(Outcome.UNKNOWN, sentences.WHICH_PLACE)
                return
            self._say(Outcome.LIST, sentences.WHERE_YOU_LIVE)
        listed = listed and self._lists_beside_abroad()
        told_elsewhere = not (listed or explained or self.question.speakers)
        if told_elsewhere:
            self._abroad()
        self._ties(found, named, listed)
        if not speakers_first:
            self._speakers(named)
        self._help_or_passages()
        subjects = self._subjects() - self.subjects
        if not self.parts and subjects and subjects <= _OF_NO_TIE and self._explained(explaining.LIKE_ENOUGH):
            return
        self.add_subjects(subjects, [self.register.tie(tie_id) for tie_id in self.told])
        if not self.parts:
            self._anything_else()

    def _told_by_its_words(self) -> bool:
        """Answer who said something, what was voted so, and how many decided by whom; whether that is asked."""
        if self._answered() or self._sayings(()) or self._told_of_people():
            return True
        voted, vote = searching.votes(self.question, self.register)
        if vote and not self.question.period:
            if not self._add_passages(voted, searching.Search((), (vote,))):
                self._say(Outcome.UNKNOWN, sentences.no_vote(vote))
            return True
        if Intent.WORDS not in self.question.intents or self.question.speakers or self.question.all_states:
            return False
        search = searching.words_asked_for(self.question)
        found, known = searching.said_in_words(search, self.register)
        if search.words and not known.words and not self.question.asks_of_ties:
            self._say(Outcome.UNKNOWN, sentences.words_of_nobody(search.words))
            return True
        missing = [word for word in search.words if word not in known.words]
        if found and missing:
            self.parts.append(TextBlock((Line(sentences.words_not_said(missing)),)))
        return self._add_passages(found, known)

    def _told_of_people(self) -> bool:
        """Say what deciders or governors did, or that nothing of somebody is on record; whether that is asked."""
        told = deciders_part(self.question, self.register) or speakers.governors_part(
            self.question, self.register, self.citations
        )
        if told is not None:
            self.parts.append(told)
            self.outcomes.append(Outcome.SUBJECT)
        elif absent := speakers.absent_people(self.question):
            self._say(Outcome.SUBJECT, sentences.not_on_record(absent))
        elif person := speakers.unknown_person(self.question):
            self._say(Outcome.UNKNOWN, sentences.not_on_record([person]))
        return bool(self.parts)

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
            self.parts.append(TextBlock((Line(sentences.other_side(_OTHER_SIDE[sides[0]])),)))

    def _sayings_there(self, ties: Sequence[Tie]) -> None:
        """Say what those said there to whom a question narrows it, where anything of theirs is on record."""
        if not ties or self.parts or self.question.speakers:
            return
        asked = sayings_read(self.question)
        places = {tie.us for tie in ties}
        points = self.register.record.points_in_use
        quotes = QUOTES.search(self.question.joined) and not asks_for_both(self.question)
        narrowed = asked is not None and (asked.kinds or quotes)
        found = asked and any(it.place in places and asked.has(it, self.register) for it in points)
        if asked and KINDS["russians"] in asked.kinds:
            found = found or bool(talking_points.of_russians([*places], self.register))
        if asked and narrowed and found:
            self.parts += talking_points.sayings_parts(asked, [*places], self.register, self.citations)
            self.outcomes.append(Outcome.SUBJECT)

    def _answered(self) -> bool:
        """Say what was answered to something that was said; whether that is asked and anything was."""
        match = REBUT.search(self.question.joined)
        if match is None or self.question.speakers:
            return False
        ids = searching.points_in_words(self.question, match.string[: match.end()].count(" ") + 1, self.register)
        points = [self.register.record.talking_points[name] for name in ids]
        sides = side_asked(self.question)
        found = [point for point in points if point.side not in sides]
        parts = talking_points.answered_part(found, self.register, self.citations)
        self.parts += parts
        self.outcomes += [Outcome.SUBJECT] if parts else []
        return bool(parts)

    def _help_or_passages(self) -> None:
        """What is on record, where "help" is a word of another question: that goes before how to use the bot."""
        if not self.parts and Intent.ABOUT in self.question.intents and len(self.question.asides) > 1:
            self._passages_anywhere()

    def _not_of_others(self, named: list[Tie]) -> list[Tie]:
        """The ties that are named; none, where a person is named who had to do with none of them, but with others."""
        people = [speaker for speaker in self.question.speakers if speaker.is_person]
        if not people or speakers.ties_concerned(self.question, named, self.register):
            return named
        own = [tie for speaker in people for tie in speakers.ties_of_speaker(speaker, self.register)]
        return [] if own and not speakers.ties_concerned(self.question, named, self.register) else named

    def _names_american(self) -> bool:
        return any(_american(mention) and mention.places for mention in self.question.mentions)

    def _lists_beside_abroad(self) -> bool:
        """Whether a list answers: not of other countries alone; where America is asked of as well, they are told of."""
        if not self.question.abroad:
            return True
        of_america = _AMERICA.search(self.question.joined) and not self._takes_in_all()
        asked = bool(self._names_american() or self.question.all_states or of_america)
        if asked:
            self._abroad()
        return asked

    def _something_else(self) -> None:
        """That a question is about something else, unless its words are on record of a tie that it names."""
        if not self._passages_of_names(searching.NEARLY_ALL):
            self._say_off_topic()

    def _say_off_topic(self) -> None:
        """That this is about something else; the one tie of a place that is named in it is offered, and not told."""
        ties = self._ties_of_names()
        courtesy = _courtesy(self.question)
        if len(ties) == 1:
            self.choices.append(blocks.tie_choice(ties[0], self.register))
            told = sentences.IF_MEANT if courtesy else sentences.NOT_OF_A_TIE
            self._say(Outcome.OFF_TOPIC, paragraph([courtesy, told]))
            return
        if courtesy:
            asked = "?" in self.question.text or self.question.off_subject
            self._say(Outcome.OFF_TOPIC, paragraph([courtesy, sentences.OFF_TOPIC if asked else sentences.HINT]))
            return
        if not self.question.off_subject and explaining.is_near(self.question):
            self.outcomes.append(Outcome.OFF_TOPIC)
            self._offer_nearest(sentences.UNSURE)
            return
        self._say(Outcome.OFF_TOPIC, sentences.OFF_TOPIC)
        if not self.question.off_subject:
            self._offer_nearest()

    def _offer_nearest(self, told: str = sentences.NEAREST) -> None:
        """The answers on file that are nearest to a question that was not understood, to be chosen."""
        if found := explaining.nearest(self.question):
            self.parts.append(TextBlock((Line(told),)))
            self.choices += [explaining.answer_choice(each) for each in found]

    def _abroad(self) -> None:
        """That what is named lies in another country, if it does."""
        if not self.question.abroad:
            return
        told = (
            sentences.is_abroad(capital(each.typed), COUNTRY_NAMES[each.code])
            if each.is_city
            else sentences.other_country(COUNTRY_NAMES[each.code])
            for each in self.question.abroad[:MOST_ABROAD]
        )
        self.parts.append(TextBlock(tuple(map(Line, dict.fromkeys(told)))))
        self.outcomes.append(Outcome.UNKNOWN)

    def _anything_else(self) -> None:
        """What is on file or on record in the words of a question that fits nothing; else that nothing is."""
        explained = not self._names_unknown() and self._explained(explaining.LIKE_ENOUGH)
        if not (explained or self._passages_of_names(searching.ENOUGH) or self._passages_anywhere()):
            self._nothing_found()

    def _names_unknown(self) -> bool:
        """Whether a word that fits nothing is written as a name, or is one of few: then it is asked about itself."""
        unknown = self.question.unknown
        few = len(self.question.words) <= _MOST_OF_A_NAME
        return bool(unknown) and (few or any(word[0].isupper() for word in unknown))

    def _explained(self, enough: float | None = None, *, listed: bool = False) -> bool:
        """Answer the general question that is asked, if one is on file; whether it is."""
        if listed and self.question.narrowing.without_ties:
            return False
        explanation = explaining.explanation_of(self.question, enough, listed=listed)
        if explanation is None or (explanation.subject == "sides" and self._asks_for_both_sides()):
            return False
        return self.explain(explanation)

    def _asks_for_both_sides(self) -> bool:
        """Whether all that both sides say is asked for, and no one argument by its own words."""
        joined = self.question.joined
        if REBUT.search(joined) or explaining.phrased_by_words(self.question):
            return False
        return asks_for_both(self.question)

    def explain(self, explanation: Explanation) -> bool:
        """Answer a general question, if what is on file still holds; else what the record says in its place."""
        if not explaining.still_holds(explanation, self.register):
            question = understand(explanation.instead or "", self.register.gazetteer, self.today)
            self._ties(resolve(question, self.register), (), listed=True)
            return False
        self.of_petition = self.of_petition or explanation.subject == "petition"
        self.one_argument_told = explanation.subject == "sides" and explanation.id not in _OF_A_SIDE
        self.parts.append(explaining.explanation_part(explanation, self.register, self.citations))
        self.outcomes.append(Outcome.OFF_TOPIC if explanation.small_talk else Outcome.SUBJECT)
        self.choices += explaining.further(explanation, self.register)
        return True

    def _ties(self, found: Resolution, named: Sequence[Tie], listed: bool) -> None:
        """The ties that are named or ``listed``, and what is on record in the other words of the question."""
        if listed and not (self._takes_in_all() and self._passages_anywhere()):
            self.region = region_asked(self.question, self.register)
            if not self.region:
                self._places(found.without_states())
            self._list(found.denied)
            return
        if named and Intent.UKRAINE in self.question.intents and not self.parts:
            self.add_subjects({Intent.UKRAINE}, named)
        if not self._of_kinds(named) and Intent.VOTE not in self.question.intents and not self._unproposed(named):
            self._passages_of(named)
        if ordered := past.order_part(named, self.question, self.register):
            self.parts.append(ordered)
        self._places(found)
        self.parts += past.story_parts(named, self.question, self.register, self.citations)
        if others := past.others_then(named, self.question, self.register):
            self._show(others)
        self._particulars(named)
        if not self.question.speakers:
            self._rest_of_states()

    def _particulars(self, named: Sequence[Tie]) -> None:
        """What is asked of ties that are named beyond how they stand: why, and whether a hearing is to come."""
        if self.question.narrowing.hearing and named and not coming_hearings(named, self.today):
            self._say(Outcome.TIE, sentences.NO_HEARING)
        if silent := past.no_answer_of(named, self.question, self.register):
            self._say(Outcome.TIE, past_sentences.no_answer_of(silent))
        asked = reasons.asks_for_reasons(self.question) or self._asks_what_was_said_there(named)
        if 0 < len(named) <= reasons.MOST_TIES and asked:
            told = paragraph(f"{line.strong}{line.text}" for part in self.parts for line in part.lines)
            self.parts += reasons.reasons_parts(self.question, named, self.register, self.citations, told)

    def _asks_what_was_said_there(self, ties: Sequence[Tie]) -> bool:
        """Whether it is asked what was said or thought there, of nobody by name or office; and something was."""
        question = self.question
        if question.speakers or question.narrowing.kinds or Intent.CLAIM in question.intents:
            return False
        places = {tie.us for tie in ties}
        said = any(point.place in places for point in self.register.record.points_in_use)
        return said and Outcome.SUBJECT not in self.outcomes and SAID.search(question.joined) is not None

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
        more = _WHO_OR_HOW.search(question.joined) and len(told.split()) <= _NO_MORE_THAN_THE_YEAR and not tie.note
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
        return replace(shown, lines=(Line(sentences.petition_says_nothing_of(left)), *shown.lines)) if left else shown

    def _corrections(self, found: Resolution) -> None:
        for us, ru in found.wrong:
            self.parts.append(no_tie.wrong_pair_part(us, ru, self.register))
        shown: list[Mention] = list(dict.fromkeys(mention for pair in found.wrong for mention in pair))
        for mention in shown:
            if mention.places and (_american(mention) or not any(_american(m) and m.places for m in shown)):
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
            self._say(Outcome.TIE, sentences.partner_not_known(beside))

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

    def _asks_of_own_place(self, found: Resolution) -> bool:
        """Whether how the asker's own place stands is asked, and no place, state or subject is named with it."""
        question = self.question
        named = found != Resolution() or question.all_states or self.parts
        return Intent.OWN in question.intents and not named and not question.intents & SUBJECT_INTENTS

    def _takes_in_all(self) -> bool:
        """Whether nothing that was understood narrows a list, and no name stands in it that is not known."""
        chosen = list_filter(self.question, self.today)
        narrowing = self.question.narrowing
        if narrowing.ranks or narrowing.without_ties or region_asked(self.question, self.register):
            return False
        return chosen == TieFilter(order=chosen.order) and not self.question.unknown

    def _ties_named(self, found: Resolution) -> list[Tie]:
        """The ties of the places that are named for certain."""
        single = [mention.places[0].id for mention in found.alone if len(mention.places) == 1]
        return [*found.paired, *(tie for place in single for tie in self.register.ties_of(place))]

    def _passages_of(self, ties: Sequence[Tie], enough: float = searching.ENOUGH_OF_TIE) -> bool:
        """Say what the record says of these ties in the other words of the question; whether it says anything."""
        found = searching.passages_of(self.question, ties, self.register, enough)
        return self._add_passages(found, searching.searched(self.question))

    def _passages_of_names(self, enough: float = searching.ENOUGH_OF_TIE) -> bool:
        """The same where a name seems to stand in talk of something else: what is said of its tie tells it apart."""
        ties = self._ties_of_names()
        found = self._passages_of(ties, enough)
        for tie in ties if found else ():
            self.add_tie(tie, full=len(ties) == 1)
        return found

    def _ties_of_names(self) -> list[Tie]:
        """The ties of the places whose names stand in the question, whether or not they are asked about."""
        places = [mention.places[0] for mention in self.question.mentions if len(mention.places) == 1]
        return list({tie.id: tie for place in places for tie in self.register.ties_of(place.id)}.values())

    def _of_kinds(self, ties: Sequence[Tie]) -> bool:
        """Say who proposed or said something of the ties that are named, where that is asked; whether anybody did."""
        found = searching.acts_of_kinds(self.question, ties) if len(ties) <= MOST_TIES_IN_DETAIL else []
        return not self.question.speakers and self._add_passages(found, searching.Search((), ()))

    def _unproposed(self, ties: Sequence[Tie]) -> bool:
        """Say that no proposal is on record, where it is asked who made one on the ties that are named."""
        asked = ActKind.PROPOSED in self.question.narrowing.kinds and _WHO_OR_HOW.search(self.question.joined)
        if not asked or not 0 < len(ties) <= MOST_TIES_IN_DETAIL or self.question.speakers:
            return False
        if any(moved_by(act) for tie in ties for act in acts_in_force(tie.acts)):
            return False
        self._say(Outcome.TIE, sentences.NO_PROPOSAL)
        return True

    def _quoted(self) -> None:
        """Say where the words stand that the question quotes."""
        found, words = searching.quoted(self.question, self.register)
        if found:
            self.parts.append(searching.passages_part(found, [words], self.register, self.citations))
            self.outcomes.append(Outcome.SUBJECT)

    def _passages_anywhere(self) -> bool:
        """Say what the record says in the words of a question that names no tie; whether it says anything."""
        found = searching.passages_anywhere(self.question, self.register)
        if self.question.intents & {Intent.COUNT, Intent.LIST} or any(it.places for it in self.question.mentions):
            found = [passage for passage in found if passage.kind is not PassageKind.EXPLANATION]
        search = searching.searched_anywhere(self.question, self.register)
        near = explaining.nearest(self.question) if any(it.kind is PassageKind.EXPLANATION for it in found) else []
        names = {each.id for each in near}
        found = [it for it in found if it.kind is not PassageKind.EXPLANATION or it.id in names]
        if found and found[0].kind is PassageKind.EXPLANATION and (known := shipped().by_id(found[0].id)):
            return len(search.terms) > 1 and self.explain(known)
        return self._add_passages(found, search)

    def _add_passages(self, found: Sequence[FoundPassage], search: searching.Search) -> bool:
        if found:
            self.parts.append(searching.passages_part(found, search.words, self.register, self.citations))
            self.outcomes.append(Outcome.SUBJECT)
        return bool(found)

    def _narrows(self) -> bool:
        """Whether more is asked of the ties than whether they still stand."""
        question = self.question
        asked = question.period or question.authorities or Intent.COUNT in question.intents
        return bool(asked or set(question.standings) - {Standing.ACTIVE})

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

    def _as_of_speakers(self, found: Resolution) -> Resolution:
        """The names as they are meant beside people: of several ties, those that the people had to do with."""
        places = [place.id for mention in found.alone for place in mention.places]
        ties = [*found.paired, *(tie for place in places for tie in self.register.ties_of(place))]
        concerned = speakers.ties_concerned(self.question, ties, self.register)
        return replace(found, paired=tuple(concerned), alone=()) if concerned else found

    def _holders(self, ties: Sequence[Tie]) -> None:
        """Who was in an office that is asked for, and what they said and did."""
        found = speakers.holders(self.question, ties or self._ties_in_states(), self.register)
        for speaker in found:
            self.parts.append(speakers.speaker_part(speaker, self.question, ties, self.register, self.citations))
        if found:
            self._say(Outcome.SUBJECT, sentences.OFFICES_THEN)
        elif office := speakers.lacking_office(self.question, ties or self._ties_in_states(), self.register):
            self._say(Outcome.SUBJECT, sentences.nobody_in_office(office))

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

    def _nothing_found(self) -> None:
        question = self.question
        if counted := number_verdicts(question, self.register, self.today):
            self.parts.append(counted)
            self.outcomes.append(Outcome.SUBJECT)
            return
        if Intent.WORDS in question.intents and (asked := searching.words_asked_for(question).words):
            self._say(Outcome.UNKNOWN, sentences.words_of_nobody(asked))
            return
        if question.unknown and _is_about_a_name(question):
            part, choices = no_tie.unknown_part(question, self.register)
            self.parts.append(part)
            self.choices += choices
            self.outcomes.append(Outcome.UNKNOWN)
            return
        if question.on_subject and Intent.GREETING not in question.intents:
            words = searching.searched(question).words
            self._say(Outcome.UNKNOWN, sentences.words_not_found(words) if words else sentences.NO_SUBJECT)
            self._offer_nearest()
            return
        self._say_off_topic()

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


def _courtesy(question: Question) -> str:
    """What answers the thanks or the greeting in a text; empty where it has none."""
    if _THANKS.search(question.joined):
        return sentences.WELCOME
    return sentences.HELLO if Intent.GREETING in question.intents and _LAUGHS.search(question.joined) is None else ""


def _is_about_a_name(question: Question) -> bool:
    """Whether a word that fits nothing is asked about as a place, and is not just talk of something else."""
    if question.on_subject or len(question.words) <= 2:
        return Intent.GREETING not in question.intents
    named = [word for word in question.words[1:] if word.raw in question.unknown and word.capital]
    others = [word for word in question.asides if word not in question.unknown or not word[0].isupper()]
    return bool(named) and not others


def _is_american(mention: Mention) -> bool:
    """Whether a name without a tie stands for American places alone."""
    return mention.elsewhere is None and mention.countries == {Country.US}


def _american(mention: Mention) -> bool:
    return Country.US in mention.countries
