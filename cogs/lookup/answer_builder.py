"""What is said of a question whose names have been matched, and in which order. Pure.

Whatever is asked, the order is: what was wrong with the question, how each tie stands, which one is meant, what is not
on record, the list, then the subjects (petition, Ukraine, both sides, what one can do).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cogs.lookup import (
    blocks,
    explaining,
    left_out,
    no_tie,
    past,
    past_sentences,
    reasons,
    search_sentences,
    searching,
    sentences,
    speaker_sentences,
    speakers,
    talking_points,
)
from cogs.lookup.clauses import not_taken_up
from cogs.lookup.deciders import deciders_part
from cogs.lookup.details import Detail, detail_part, details_asked
from cogs.lookup.disambiguate import resolve
from cogs.lookup.follow_ups import ANY_OF_THEM
from cogs.lookup.intents import ASKS_WHAT, HOW_IS_IT, Intent
from cogs.lookup.intervals import asks_how_long, interval_part
from cogs.lookup.languages import tongue_of
from cogs.lookup.list_filter import list_filter
from cogs.lookup.list_parts import ListParts
from cogs.lookup.list_rules import OF_PLACES, SEVERAL, SUBJECT_INTENTS, asks_for_list, names_region, region_asked
from cogs.lookup.matters import matter_part
from cogs.lookup.model import Answer, Outcome, TieFilter, Trait
from cogs.lookup.patterns import phrases
from cogs.lookup.periods import reckons_from_the_speech
from cogs.lookup.place_parts import MOST_TIES_IN_DETAIL, WHO_OR_HOW, means_america
from cogs.lookup.question import ITS_STATE, Question, understand
from cogs.lookup.sayings import (
    ANSWERED,
    KINDS,
    QUOTES,
    REBUT,
    SAID,
    STANCES,
    asks_for_both,
    sayings_read,
    side_asked,
    side_by_own,
)
from cogs.lookup.subject_parts import SubjectParts
from cogs.lookup.ukraine_facets import narrowed_part, ukraine_asked
from cogs.lookup.verdicts import number_verdicts
from cogs.lookup.vocabulary import OF_TALKING
from cogs.lookup.words_apart import words_apart
from cogs.wording.act_phrases import moved_by
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import paragraph
from db.record.act_kinds import ActKind
from db.record.dataset.explanations import shipped
from db.record.derivation import acts_in_force
from db.record.explanations import Explanation
from db.record.figures import coming_hearings
from db.record.mentions import Mention
from db.record.models import Side, Tie
from db.record.passages import PassageKind
from db.record.resolver import Resolution
from db.record.standings import Standing
from db.record.text import normalise

# Where another country is named, these say that America is asked about as well.
_AMERICA = phrases("us; usa; american*; america; united states; сша; америк*; штат*")
# What is explained of a side as a whole: to whom a question narrows that is then asked for.
_OF_A_SIDE = frozenset({"why-end", "why-keep"})
_CASE_OF = {Side.END: "why-end", Side.KEEP: "why-keep"}
_OTHER_CASE = {"why-end": "why-keep", "why-keep": "why-end"}
# What is said of these is of the widest kind, and comes behind an answer that is nearer to the question.
_OF_NO_TIE = frozenset({Intent.ABOUT, Intent.MEANING})
# Who thought otherwise later; who took up a tie again is another question.
_OF_CHANGES = "changed-side"
_LAUGHS = phrases("lol; haha*")
_THANKS = phrases("thanks; thank you; thx; tysm; cheers; дякую; дякуємо; спасибо; спс; пасиб; дякс; благодарю")
# So many words that an answer on file has make it one that may be meant.
_SEVERAL_TERMS = 2
# So many places that have no tie are told of in a text that may be no question about one.
_MOST_UNTIED = 3
# So many words are a name with what is asked of it.
_MOST_OF_A_NAME = 3


# An answer of these tells of something; a list names the words that it was told without.
_TELLING = frozenset({Outcome.TIE, Outcome.SUBJECT})


class AnswerBuilder(SubjectParts, ListParts):
    """Which parts a question gets whose names have been matched, and in which order."""

    def to(self, found: Resolution) -> Answer:
        """The answer to a question whose names have been matched."""
        phrased = explaining.phrased_by_alone(self.question)
        if phrased is not None:
            self.explain(phrased)
            self._asked_besides()
            return self.done()
        if apart := words_apart(self.question):
            self.parts += [explaining.explanation_part(each, self.register, self.citations) for each in apart]
            self.outcomes.append(Outcome.SUBJECT)
            return self.done()
        if self._told_of_side() or self._told_of_a_matter() or self._told_of_ukraine():
            return self.done()
        if found == Resolution() and self._is_asked_freely() and self._told_by_its_words():
            return self.done()
        listed = asks_for_list(self.question, found, self.register)
        explained = not self._is_claim_of(found) and self._explained(listed=listed)
        if Outcome.OFF_TOPIC not in self.outcomes:
            asked = found.paired or self.question.speakers or (self.question.on_subject and found.alone)
            if self.question.off_subject and not (explained or asked):
                self._something_else()
            else:
                meant = self._as_of_speakers(found)
                if meant is not found:
                    listed = asks_for_list(self.question, meant, self.register)
                self._beside(meant, listed=listed, explained=explained)
        if not self._left_out():
            self._may_be_meant()
        self._name_what_is_left()
        return self.done()

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

    def _left_out(self) -> bool:
        """Say what an explanation does not take in, with what else may be meant; whether there is any such word."""
        explanation = self.explanation
        if explanation is None or explanation.small_talk:
            return False
        words = left_out.words_left_out(self.question, explanation, self.parts)
        if words:
            self.parts.insert(0, TextBlock((Line(sentences.may_be_another(words)),)))
            self._tell_in_short(self._nearest_besides(explanation))
        return bool(words)

    def _asked_besides(self) -> None:
        """Answer what another sentence of the question asks for."""
        if self.explanation is None:
            return
        shown = {part.heading for part in self.parts}
        for each in explaining.asked_besides(self.question, self.explanation):
            if each.topic not in shown and explaining.still_holds(each, self.register):
                self.parts.append(explaining.explanation_part(each, self.register, self.citations))

    def _may_be_meant(self) -> None:
        """Say in short what else a question may ask for, where what was told of it is not surely that."""
        if self.explanation is not None:
            self._asked_besides()
            self._tell_in_short(explaining.others_meant(self.question, self.explanation))
        elif self.not_taken_in:
            self._tell_in_short(explaining.meant_by_words(self.question, self.not_taken_in))
        elif {*self.outcomes} == {Outcome.SUBJECT} and self.subjects <= _OF_NO_TIE and not self.choices:
            self._tell_in_short(explaining.meant_by_words(self.question, ()))

    def _tell_in_short(self, others: Sequence[Explanation]) -> None:
        """Say the first sentences of answers that may be meant, and offer the whole of them."""
        shown = {part.heading for part in self.parts}
        others = [each for each in others if each.topic not in shown]
        self.parts += [explaining.short_part(each, self.register, self.citations) for each in others]
        self.choices += [choice for each in others if (choice := explaining.answer_choice(each)) not in self.choices]

    def _nearest_besides(self, explanation: Explanation) -> list[Explanation]:
        """What else a question may ask for than an answer that was told."""
        return [each for each in explaining.nearest(self.question) if each.id != explanation.id]

    def _is_claim_of(self, found: Resolution) -> bool:
        """Whether a text is to be held against the record of places that it names: no general answer is meant."""
        phrased = explaining.phrased_by_words(self.question)
        return Intent.CLAIM in self.question.intents and phrased is None and bool(self._ties_named(found))

    def _is_asked_freely(self) -> bool:
        """Whether no answer on file is asked for by its words, unless by those for a side as a whole."""
        phrased = explaining.phrased_by_words(self.question)
        return phrased is None or phrased.id in _OF_A_SIDE

    def _beside(self, found: Resolution, *, listed: bool, explained: bool) -> None:
        """What is told of the names: beside an answer that helps, their cards alone."""
        if explained and explaining.asked_of_help(self.question):
            self._beside_help(found)
        else:
            self._named(found, listed=listed, explained=explained)

    def _named(self, found: Resolution, *, listed: bool, explained: bool) -> None:
        """The ties and people that are named, or ``listed``, and the subjects; ``explained``: a part is on file."""
        named = self._ties_named(found)
        crossed = listed and Trait.CHANGED_COURSE in self.question.narrowing.traits
        quoted = not (crossed or (named and Intent.CLAIM in self.question.intents)) and self._quoted(named)
        self._holders(named)
        named = self._not_of_others(named)
        self._sayings_there(named)
        self._partner_said(named)
        if named and self.question.speakers and not self.parts and self._answered([tie.us for tie in named]):
            quoted = True
        speakers_first = not named or speakers.asks_of_speaker(self.question)
        if speakers_first and not quoted:
            self._speakers(named)
        listed = listed and not self.parts
        if self._asks_of_own_place(found):
            if not (listed and self._narrows()):
                self._say(Outcome.UNKNOWN, sentences.WHICH_PLACE)
                return
            self._say(Outcome.LIST, sentences.WHERE_YOU_LIVE)
        listed = listed and self._lists_beside_abroad()
        told_elsewhere = not (listed or explained or self.question.speakers or Intent.PETITION in self.question.intents)
        if told_elsewhere:
            self._abroad()
        self._ties(found, named, listed)
        if not (speakers_first or quoted):
            self._speakers(named)
        self._help_or_passages()
        subjects = self._subjects() - self.subjects
        if not self.parts and subjects and subjects <= _OF_NO_TIE and self._explained(explaining.LIKE_ENOUGH):
            return
        if Intent.PETITION in subjects and self._petition_as_asked():
            subjects -= {Intent.PETITION}
        self.add_subjects(subjects, [self.register.tie(tie_id) for tie_id in self.told])
        if not self.parts:
            self._anything_else()

    def _name_what_is_left(self) -> None:
        """Say which of several questions in a text no part of the answer takes up, if one is."""
        if self.question.speakers or not {*self.outcomes} <= _TELLING:
            return
        if self.explanation is None and (other := explaining.asked_by_a_clause(self.question)):
            self.parts.append(explaining.explanation_part(other, self.register, self.citations))
        elif left := not_taken_up(self.question, self.parts):
            self.parts.append(TextBlock((Line(sentences.not_taken_up(left)),)))

    def _told_of_a_matter(self) -> bool:
        """Say on which ties something was asked for, tried or urged that no list can be narrowed by; whether it is."""
        found = matter_part(self.question, self.register, self.citations)
        if found is None:
            return False
        part, ties = found
        self.parts.append(part)
        self.about += ties
        self.outcomes.append(Outcome.SUBJECT)
        return True

    def _beside_help(self, found: Resolution) -> None:
        """The cards of the places that help is asked for, and to whom one writes there."""
        self._places(found)
        if not (self.told or found.alone or found.without_tie):
            for tie in (own := self._ties_of_names()):
                self.add_tie(tie, full=len(own) == 1)
        if self.told and Intent.ACT in self._subjects():
            self.add_subjects({Intent.ACT}, [self.register.tie(tie_id) for tie_id in self.told])

    def _told_of_side(self) -> bool:
        """Say what is said against the side of who asks, or for it, where that is asked."""
        side = side_by_own(self.question)
        explanation = shipped().by_id(_CASE_OF[side]) if side else None
        if side is None or explanation is None:
            return False
        self.explain(explanation)
        self.parts.append(talking_points.points_part(self.register, side, (), self.citations))
        return True

    def _told_of_ukraine(self) -> bool:
        """Say which ties with Ukraine are of the kind that is asked for; whether they are asked for by a kind."""
        narrowing = self.question.narrowing
        if self.question.standings and Trait.UKRAINIAN_PARTNER in (*narrowing.traits, *narrowing.not_so):
            # "Of those that cut theirs, how many have a Ukrainian partner": a list of ties with Russia.
            return False
        asked = ukraine_asked(self.question, self.register)
        if asked is None:
            return False
        self.parts.append(narrowed_part(asked, self.register, self.citations))
        self.outcomes.append(Outcome.SUBJECT)
        return True

    def _petition_as_asked(self) -> bool:
        """Say of the petition what was surely meant, or what may be meant; whether that takes the place of the rest."""
        if self.of_petition:
            return explaining.is_meant_by_signing(self.question)
        if sure := explaining.meant_of_petition(self.question):
            return self.explain(sure)
        near = explaining.near_of_subject(self.question, "petition")
        self.parts += [explaining.short_part(each, self.register, self.citations) for each in near]
        self.choices += [explaining.answer_choice(each) for each in near]
        return False

    def _told_by_its_words(self) -> bool:
        """Answer who said something, what was voted so, and how many decided by whom; whether that is asked."""
        # "Without a single word since", "by whose word they stand": no words are asked for.
        narrowing = self.question.narrowing
        silent = Trait.NO_WORD in narrowing.traits
        if narrowing.rests or ((narrowing.lacking or narrowing.by_word) and self.question.standings):
            return self._told_of_people()
        if searching.is_quoted(self.question) and self._quoted(()):
            return True
        if self._answered() or (not silent and self._sayings(())) or self._told_of_people():
            return True
        voted, vote = searching.votes(self.question, self.register)
        if vote and not self.question.period:
            if not self._add_passages(voted, searching.SearchedWords((), (vote,))):
                self._say(Outcome.UNKNOWN, sentences.no_vote(vote))
            return True
        if Intent.WORDS not in self.question.intents or self.question.speakers or self.question.all_states:
            return False
        changed = Trait.CHANGED_COURSE in self.question.narrowing.traits
        if changed or (self.question.standings and self.question.narrowing.traits):
            # A list of what is so, with each one's words: "suspensions with strings attached. Who wrote what?"
            return False
        search = searching.words_asked_for(self.question)
        found, known = searching.said_in_words(search, self.register)
        if search.words and not known.words and not self.question.asks_of_ties:
            self._say(Outcome.UNKNOWN, search_sentences.words_of_nobody(search.words))
            return True
        missing = [word for word in search.words if word not in known.words]
        if found and missing:
            self.parts.append(TextBlock((Line(search_sentences.words_not_said(missing)),)))
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
            self._say(Outcome.SUBJECT, search_sentences.not_on_record(absent))
        elif person := speakers.unknown_person(self.question):
            self._say(Outcome.UNKNOWN, search_sentences.not_on_record([person]))
        return bool(self.parts)

    def _sayings_there(self, ties: Sequence[Tie]) -> None:
        """Say what those said there to whom a question narrows it, where anything of theirs is on record."""
        if not ties or self.parts or self.question.speakers or past.asks_who_was_first(self.question):
            return
        asked = sayings_read(self.question)
        quotes = QUOTES.search(self.question.joined) and not asks_for_both(self.question)
        stances = STANCES.search(self.question.joined) is not None
        if asked is None or not (asked.kinds or quotes or stances):
            return
        places = {tie.us for tie in ties}
        points = self.register.record.points_in_use
        if stances and not asked.kinds:
            self.parts += talking_points.stances_parts(places, self.register, self.citations)
            self.outcomes += [Outcome.SUBJECT] if self.parts else []
            return
        found = any(it.place in places and asked.has(it, self.register) for it in points)
        if KINDS["russians"] in asked.kinds:
            found = found or bool(talking_points.of_russians([*places], self.register))
        if found:
            self.parts += talking_points.sayings_parts(asked, [*places], self.register, self.citations)
            self.outcomes.append(Outcome.SUBJECT)
        elif quotes and asked.kinds and (others := talking_points.stances_parts(places, self.register, self.citations)):
            self._say(Outcome.SUBJECT, speaker_sentences.none_of_theirs([group.says for group in asked.kinds]))
            self.parts += others

    def _partner_said(self, ties: Sequence[Tie]) -> None:
        """Say what the Russian side said of a pair, where it is asked what was said and its place is named."""
        named = {place.id for mention in self.question.mentions for place in mention.places}
        russian = [tie for tie in ties if tie.ru in named]
        if self.parts or self.question.speakers or len(russian) != 1 or not self._asks_for_an_answer():
            return
        self.parts += talking_points.of_partner_part(russian[0], self.register, self.citations)
        self.outcomes += [Outcome.SUBJECT] if self.parts else []

    def _asks_for_an_answer(self) -> bool:
        return Intent.SAID in self.question.intents or ANSWERED.search(self.question.joined) is not None

    def _answered(self, places: Sequence[str] = ()) -> bool:
        """Say what was answered to something that was said, of some places if any are given; whether anything was."""
        match = REBUT.search(self.question.joined)
        if match is None or (self.question.all_states and not self.question.speakers):
            return False
        points = searching.points_in_words(self.question, match.string[: match.end()].count(" ") + 1, self.register)
        sides = side_asked(self.question)
        names = {speaker.name for speaker in self.question.speakers}
        theirs = [point for point in points if point.speaker in names]
        if places:
            theirs = [it for it in self.register.record.points_in_use if it.speaker in names and it.place in places]
        found = theirs if names else [point for point in points if point.side not in sides]
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
        return any(means_america(mention) and mention.places for mention in self.question.mentions)

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
            doubt = sentences.NOT_OF_A_TIE if self.question.off_subject else sentences.UNSURE_OF_A_TIE
            told = sentences.IF_MEANT if courtesy else doubt
            self._say(Outcome.OFF_TOPIC, paragraph([courtesy, told]))
            if not self.question.off_subject or self._names_a_pair(ties[0]):
                self.parts.append(blocks.in_short(ties[0], self.register))
            return
        if not courtesy and (untied := self._names_without_tie()):
            self._say(Outcome.OFF_TOPIC, sentences.UNSURE_OF_A_TIE)
            self._places(Resolution(without_tie=untied))
            self.outcomes = [Outcome.OFF_TOPIC]
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

    def _names_a_pair(self, tie: Tie) -> bool:
        """Whether both places of a tie are named."""
        named = {place.id for mention in self.question.mentions for place in mention.places}
        return {tie.us, tie.ru} <= named

    def _names_without_tie(self) -> tuple[Mention, ...]:
        """The places without a tie whose names surely stand in what may be a question about them, the first few."""
        if self.question.off_subject or explaining.is_near(self.question):
            return ()
        surely = [it for it in self.question.mentions if not (it.places or it.weak or it.plain) and it.others]
        return tuple(surely[:_MOST_UNTIED])

    def _offer_nearest(self, told: str = sentences.NEAREST) -> None:
        """The answers on file that are nearest to a question that was not understood, to be chosen."""
        if found := explaining.nearest(self.question):
            self.parts.append(TextBlock((Line(told),)))
            self.parts += [explaining.short_part(each, self.register, self.citations) for each in found]
            self.choices += [explaining.answer_choice(each) for each in found]

    def _anything_else(self) -> None:
        """What is on file or on record in the words of a question that fits nothing; else that nothing is."""
        if _courtesy(self.question) and "?" not in self.question.text and not self.question.asks_for_something:
            self._say_off_topic()
            return
        explained = not self._names_unknown() and self._explained(explaining.LIKE_ENOUGH)
        if not (explained or self._passages_of_names(searching.ENOUGH) or self._passages_anywhere()):
            self._nothing_found()

    def _names_unknown(self) -> bool:
        """Whether a word that fits nothing is written as a name, or is one of few: then it is asked about itself."""
        unknown = [word for word in self.question.unknown if not shipped().knows(normalise(word))]
        few = len(self.question.words) <= _MOST_OF_A_NAME
        return bool(unknown) and (few or any(word[0].isupper() for word in unknown))

    def _explained(self, enough: float | None = None, *, listed: bool = False) -> bool:
        """Answer the general question that is asked, if one is on file; whether it is."""
        timed = asks_how_long(self.question) or reckons_from_the_speech(self.question.joined)
        placed = sum(bool(mention.places) for mention in self.question.mentions)
        in_order = past.asks_for_order(self.question) or past.asks_what_changed(self.question)
        timed = placed > 0 and (timed or in_order)
        if timed or (listed and self.question.narrowing.without_ties):
            return False
        if self._asks_for_a_narrow_list(listed=listed) or self._tells_of_a_change():
            return False
        if listed and self.question.all_states and ITS_STATE.search(self.question.joined):
            return False
        if listed and ANY_OF_THEM.search(self.question.joined) and not explaining.phrased_by_words(self.question):
            return False
        explanation = explaining.explanation_of(self.question, enough, listed=listed)
        if explanation is None or (explanation.subject == "sides" and self._asks_for_both_sides()):
            return False
        return self.explain(explanation)

    def _asks_for_a_narrow_list(self, *, listed: bool) -> bool:
        """Whether a list is asked for by how its ties stand and what else is so of them, and no answer by its words."""
        narrowing, phrased = self.question.narrowing, explaining.phrased_by_words(self.question)
        if phrased is not None:
            of_places = Trait.CHANGED_COURSE in narrowing.traits and OF_PLACES.search(self.question.joined)
            return listed and phrased.id == _OF_CHANGES and bool(ActKind.RESUMED in narrowing.kinds or of_places)
        several = self.question.standings or SEVERAL.search(self.question.joined)
        asked = self.question.intents & {Intent.LIST, Intent.COUNT}
        said = asked and self.question.standings and self.question.authorities
        return listed and bool((several and narrowing.traits) or said)

    def _tells_of_a_change(self) -> bool:
        """Whether it is asked of a place that is named how it came to decide otherwise: what happened there is told."""
        named = any(mention.places for mention in self.question.mentions)
        return named and Trait.CHANGED_COURSE in self.question.narrowing.traits and not self.question.speakers

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
        self.explanation = explanation
        self.of_petition = self.of_petition or explanation.subject == "petition"
        self.one_argument_told = explanation.subject == "sides" and explanation.id not in _OF_A_SIDE
        tongue = tongue_of(self.question.words)
        first_steps = explanation.first_steps(tongue.code) if tongue else ""
        self.parts.append(explaining.explanation_part(explanation, self.register, self.citations, first_steps))
        other = shipped().by_id(_OTHER_CASE.get(explanation.id, ""))
        if other is not None and asks_for_both(self.question):
            self.parts.append(explaining.explanation_part(other, self.register, self.citations))
        self.outcomes.append(Outcome.OFF_TOPIC if explanation.small_talk else Outcome.SUBJECT)
        self.choices += explaining.further(explanation, self.register)
        return True

    def _ties(self, found: Resolution, named: Sequence[Tie], listed: bool) -> None:
        """The ties that are named or ``listed``, and what is on record in the other words of the question."""
        if listed and not (self._takes_in_all() and self._passages_anywhere()):
            self.region = region_asked(self.question, self.register)
            if not (self.region or names_region(self.question)):
                self._places(found.without_states())
            self._list(found.denied)
            return
        if named and Intent.UKRAINE in self.question.intents and not self.parts:
            self.add_subjects({Intent.UKRAINE}, named)
        details = details_asked(self.question) if 0 < len(named) <= MOST_TIES_IN_DETAIL else []
        of_acts = self._of_kinds(named) or Intent.VOTE in self.question.intents or self._unproposed(named)
        searched = () if of_acts or details else named
        self._passages_of(searched if self._asks_what() else ())
        self._in_time(named)
        self._places_and_others(found, named)
        self._passages_of(() if self._asks_what() else searched)
        self._particulars(named or [self.register.tie(tie_id) for tie_id in self.told])
        self._details(details, named)
        if not self.question.speakers:
            self._rest_of_states()

    def _in_time(self, ties: Sequence[Tie]) -> None:
        """How long something took, how it was voted, which came first: what is asked of ties in time."""
        took = interval_part(ties, self.question, self.register, self.today)
        others = (told(ties, self.question, self.register) for told in (past.voted_part, past.order_part))
        self.parts += [part for part in (took, *others) if part]

    def _details(self, details: Sequence[Detail], ties: Sequence[Tie]) -> None:
        """What the record has of the details that are asked for, before how the ties stand; behind it, what is so in
        general."""
        told = self._told_so_far()
        found = (detail_part(each, ties, self.register, self.citations, told) for each in details)
        self.parts[:0] = [part for part in found if part is not None]
        for each in details:
            explanation = shipped().by_id(each.explains) if self.explanation is None else None
            if explanation is not None:
                self.parts.append(explaining.short_part(explanation, self.register, self.citations))
                self.choices.append(explaining.answer_choice(explanation))

    def _asks_what(self) -> bool:
        """Whether who, what or why is asked: what the record says in the other words then goes before the standing."""
        joined = self.question.joined
        return ASKS_WHAT.search(joined) is not None and HOW_IS_IT.search(joined) is None

    def _told_so_far(self) -> str:
        return paragraph(f"{line.strong}{line.text}" for part in self.parts for line in part.lines)

    def _places_and_others(self, found: Resolution, named: Sequence[Tie]) -> None:
        """The ties that are named, and others on which something was done then; before them those that did the same."""
        others = past.others_then(named, self.question, self.register)
        alike = past.asks_for_others_alike(self.question) or past.asks_who_was_first(self.question)
        if others and alike:
            self._show(others)
        self._places_and_past(found, named)
        if others and not alike:
            self._show(others)

    def _places_and_past(self, found: Resolution, named: Sequence[Tie]) -> None:
        """How the ties stand that are named, and what happened: in a time that is asked of, before how they stand."""
        told = [*past.story_parts(named, self.question, self.register, self.citations)]
        timed = self.question.period is not None
        if timed:
            self.parts += told
        self._places(found)
        if not timed:
            self.parts += told

    def _particulars(self, named: Sequence[Tie]) -> None:
        """What is asked of ties that are named beyond how they stand: why, and whether a hearing is to come."""
        if self.question.narrowing.hearing and named and not coming_hearings(named, self.today):
            self._say(Outcome.TIE, sentences.NO_HEARING)
        if silent := past.no_answer_of(named, self.question, self.register):
            self._say(Outcome.TIE, past_sentences.no_answer_of(silent))
        asked = reasons.asks_for_reasons(self.question) or self._asks_what_was_said_there(named)
        if 0 < len(named) <= reasons.MOST_TIES and asked:
            told = self._told_so_far()
            self.parts += reasons.reasons_parts(self.question, named, self.register, self.citations, told)

    def _asks_what_was_said_there(self, ties: Sequence[Tie]) -> bool:
        """Whether it is asked what was said or thought there, of nobody by name or office; and something was."""
        question = self.question
        if question.speakers or question.narrowing.kinds or Intent.CLAIM in question.intents:
            return False
        if Outcome.SUBJECT in self.outcomes or SAID.search(question.joined) is None:
            return False
        places = {tie.us for tie in ties}
        return any(point.place in places for point in self.register.record.points_in_use)

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
        return not self.question.speakers and self._add_passages(found, searching.SearchedWords((), ()))

    def _unproposed(self, ties: Sequence[Tie]) -> bool:
        """Say that no proposal is on record, where it is asked who made one on the ties that are named."""
        asked = ActKind.PROPOSED in self.question.narrowing.kinds and WHO_OR_HOW.search(self.question.joined)
        if not asked or not 0 < len(ties) <= MOST_TIES_IN_DETAIL or self.question.speakers:
            return False
        if any(moved_by(act) for tie in ties for act in acts_in_force(tie.acts)):
            return False
        self._say(Outcome.TIE, sentences.NO_PROPOSAL)
        return True

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
            if len(search.terms) < _SEVERAL_TERMS:
                return False
            if explaining.is_near(self.question):
                return self.explain(known)
            self.outcomes.append(Outcome.OFF_TOPIC)
            self._offer_nearest(sentences.UNSURE)
            return True
        return self._add_passages(found, search)

    def _narrows(self) -> bool:
        """Whether more is asked of the ties than whether they still stand."""
        question = self.question
        asked = question.period or question.authorities or Intent.COUNT in question.intents
        return bool(asked or set(question.standings) - {Standing.ACTIVE})

    def _as_of_speakers(self, found: Resolution) -> Resolution:
        """The names as they are meant beside people: of several ties, those that the people had to do with."""
        places = [place.id for mention in found.alone for place in mention.places]
        ties = [*found.paired, *(tie for place in places for tie in self.register.ties_of(place))]
        concerned = speakers.ties_concerned(self.question, ties, self.register)
        return replace(found, paired=tuple(concerned), alone=()) if concerned else found

    def _nothing_found(self) -> None:
        question = self.question
        if counted := number_verdicts(question, self.register, self.today):
            self.parts.append(counted)
            self.outcomes.append(Outcome.SUBJECT)
            return
        if Intent.WORDS in question.intents and (asked := searching.words_asked_for(question).words):
            self._say(Outcome.UNKNOWN, search_sentences.words_of_nobody(asked))
            return
        if self._names_unknown() and _is_about_a_name(question):
            part, choices = no_tie.unknown_part(question, self.register)
            self.parts.append(part)
            self.choices += choices
            self.outcomes.append(Outcome.UNKNOWN)
            return
        if question.on_subject and Intent.GREETING not in question.intents:
            words = [word for word in searching.searched(question).words if normalise(word) not in OF_TALKING]
            self._say(Outcome.UNKNOWN, search_sentences.words_not_found(words) if words else sentences.NO_SUBJECT)
            self._offer_nearest()
            return
        self._say_off_topic()


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
