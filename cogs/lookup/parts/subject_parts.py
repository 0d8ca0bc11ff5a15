"""The parts of an answer on subjects and people: both sides, the petition, who said what, in which words. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from cogs.lookup import search_sentences, searching
from cogs.lookup.explanations import explanation_parts, glossary
from cogs.lookup.history import stories, which_first
from cogs.lookup.history.beside_events import sets_against_the_speech
from cogs.lookup.history.intervals import asks_how_long, interval_part
from cogs.lookup.lists.asked_list import GROUP
from cogs.lookup.lists.looked_at import LAST_WORD
from cogs.lookup.lists.rankings import by_state_part, by_time_parts
from cogs.lookup.model import Outcome
from cogs.lookup.parts import blocks, reasons
from cogs.lookup.parts.details import details_asked
from cogs.lookup.parts.place_parts import PlaceParts
from cogs.lookup.parts.subject_rules import subjects
from cogs.lookup.people import (
    about_people,
    office_holders,
    people_not_on_record,
    quotations,
    reported_words,
    speaker_parts,
    speaker_sentences,
    speakers,
    talking_points,
)
from cogs.lookup.people.sayings import (
    OCCASIONS,
    QUOTES,
    REBUTTAL,
    WHOSE_SIDE,
    asks_for_both,
    asks_who_stood_where,
    sayings_asked,
)
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.quotation_marks import quoted_words
from cogs.lookup.reading.vocabulary import said_for, words_in_all
from cogs.lookup.steps import Steps
from cogs.lookup.ukraine import ukraine
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.petition import petition_block
from db.record.act_kinds import ActKind
from db.record.dataset.explanations import shipped
from db.record.derivation import acts_in_force
from db.record.models import Side, Tie
from db.record.ordinary_words import is_common
from db.record.passages import FoundPassage, PassageKind
from db.record.people import Speaker
from db.record.standings import Standing
from db.record.text import normalise

_TOLD_BY_PETITION = words_in_all("told_by_petition")
_CASES = {Intent.END_CASE: Side.END, Intent.KEEP_CASE: Side.KEEP}


_MADE_THEN = "why-made-then"
_WHY = said_for("questions", "subject_parts", "why")
# By what others turn to who decides.
_TURNING = frozenset({ActKind.PROPOSED, ActKind.STATEMENT})
_IN_ORDER = frozenset({Intent.STORY, Intent.SEQUENCE})
_OWN_MAYOR = said_for("questions", "subject_parts", "own_mayor")
# Somebody is asked why they acted against what they had wanted: "why vote against her own idea".
_AGAINST_THEMSELVES = said_for("questions", "subject_parts", "against_themselves")
# So many words of a quotation are looked for beyond the ties that are named with it.
_FEWEST_ELSEWHERE = 5


class SubjectParts(PlaceParts):
    """How subjects, sayings, people and passages of the record are told."""

    def _sayings(self) -> bool:
        """Say what those said to whom a question narrows it; whether that is asked."""
        asked = sayings_asked(self.question)
        stands = Standing.ACTIVE in self.question.standings and Intent.LIST in self.question.intents
        # "Mayors who were for keeping, a line from each": their words are asked for, and no ties.
        stands = stands and not (asked is not None and asked.kinds and QUOTES.search(self.question.joined))
        stands = stands and not asks_who_stood_where(self.question)
        counted = self.question.narrowing.share or speakers.reckons_from_a_speech(self.question) or stands
        timed = bool(self.question.standings and self.question.period)
        newest = LAST_WORD.search(self.question.joined) if timed else None
        # "Which mayor said he won't cut it": whose words they are, on which side, and no list of three conditions.
        of_speakers = asked is not None and asked.kinds and asked.sides
        counted = counted or (self.question.narrows_thrice and not of_speakers) or newest is not None
        of_all = self.question.authorities and GROUP.search(self.question.joined)
        if asked is None or self.question.speakers or counted or of_all:
            return False
        if people_not_on_record.absent_people(self.question):
            return False
        documents = OCCASIONS["resolutions"] in asked.occasions
        if (asked.states or documents) and not any(
            asked.has(it, self.register) for it in self.register.record.points_in_use
        ):
            # What nobody said in a resolution may stand in an act, as may what was said in a state.
            return False
        found, search = searching.in_rare_words(self.question.asides, self.question, self.register)
        if len(search.terms) > 1 and self._add_passages(found, search):
            return True
        both = asks_for_both(self.question)
        if both and asked.of_state_alone and Side.CONTEXT not in asked.sides:
            there = [point for point in self.register.record.points_in_use if asked.has(point, self.register)]
            self.parts += talking_points.both_sides_parts(there, self.register, self.citations)
        else:
            asked = replace(asked, sides=()) if both else asked
            self.parts += talking_points.sayings_parts(asked, (), self.register, self.citations)
            self._other_side(asked.sides)
        self.outcomes.append(Outcome.SUBJECT)
        return True

    def add_subjects(self, intents: Set[Intent], ties: Sequence[Tie]) -> None:
        """Add a part for each subject; with ties named, what was said in their places comes first."""
        if not intents:
            return
        if intents & _CASES.keys() and self._sayings():
            intents = intents - _CASES.keys()
        places = [tie.us for tie in ties]
        if intents >= _CASES.keys():
            of_states = [tie.us for tie in self._ties_in_states()]
            there = [it for it in self.register.record.points_in_use if it.place in {*places, *of_states}]
            self.parts += talking_points.both_sides_parts(there, self.register, self.citations)
            self.outcomes.append(Outcome.SUBJECT)
            self.subjects |= _CASES.keys()
            intents = intents - _CASES.keys()
        if Intent.BY_STATE in intents and (timed := by_time_parts(self.question, self.register)):
            self.parts += timed
            self._why_made_then()
            self.subjects.add(Intent.BY_STATE)
            self.outcomes.append(Outcome.SUBJECT)
            intents = intents - {Intent.BY_STATE, *_CASES}
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

    def _why_made_then(self) -> None:
        """Why most ties were made when they were, where that is asked beside the year in which most were."""
        explanation = shipped().by_id(_MADE_THEN) if _WHY.search(self.question.joined) else None
        if explanation is not None:
            self.parts.append(explanation_parts.explanation_part(explanation, self.register, self.citations))

    def _petition(self) -> TextBlock:
        """The petition; before it, the words of the question of which nothing is on record of it, if no answer is."""
        shown = petition_block(self.register, self.citations)
        words = [] if self.parts or self.told or self.near_petition else searching.searched(self.question).words
        left = [word for word in words if not (_is_told(word) or word.isdigit())]
        return (
            replace(shown, lines=(Line(search_sentences.petition_says_nothing_of(left)), *shown.lines))
            if left
            else shown
        )

    def _passages_of(
        self, ties: Sequence[Tie], enough: float = searching.ENOUGH_OF_TIE, *, by_everyday_words: bool = True
    ) -> bool:
        """Say what the record says of these ties in the other words of the question; whether it says anything."""
        found = searching.passages_of(self.question, ties, self.register, enough, by_everyday_words=by_everyday_words)
        return bool(found) and self._add_passages(found, searching.searched(self.question))

    def _quoted(self, ties: Sequence[Tie]) -> bool:
        """Say where the words stand that the question quotes; whether that tells whose they are, and no more is asked
        of the people who are named beside them or in them. With ties named, a few words are looked for there alone.
        """
        found, words = reported_words.quoted(self.question, self.register)
        about = {name for tie in ties for name in (tie.id, tie.us, tie.ru)}
        there = [passage for passage in found if passage.about in about]
        found = there if there or (ties and len(words.split()) < _FEWEST_ELSEWHERE) else found
        found = found or reported_words.reported(self.question, self.register)
        if not found and ties:
            found, _ = quotations.whose_words(self.question, self.register, [tie.us for tie in ties])
        if not found:
            if ties and (unsaid := quoted_words(self.question)):
                self._say(Outcome.SUBJECT, search_sentences.words_of_nobody([unsaid]))
            return False
        told = [words] if words else []
        self.parts.append(searching.passages_part(found, told, self.register, self.citations))
        self.outcomes.append(Outcome.SUBJECT)
        return found[0].kind is PassageKind.POINT and not about_people.asks_what_they_said(self.question)

    def _told_of_governors(self) -> bool:
        """Say what governors said and did, where it is asked which of them called for something; whether it is."""
        if not office_holders.asks_which_governors(self.question):
            return False
        told = office_holders.governors_part(self.question, self.register, self.citations)
        self.parts += [told] if told else []
        self.outcomes += [Outcome.SUBJECT] if told else []
        return told is not None

    def _quoted_there(self, ties: Sequence[Tie]) -> bool:
        """Say who said in the places of some ties what a text that is to be checked quotes; whether somebody did."""
        found = quotations.quoted_there(self.question, self.register, [tie.us for tie in ties])
        return self._add_passages(found, searching.SearchedWords((), ()))

    def _told_whose_words(self) -> bool:
        """Say who said what a question tells in its own words; whether it asks that, and somebody did."""
        found, words = quotations.whose_words(self.question, self.register)
        told = self._add_passages(found, searching.SearchedWords((), words))
        if told and REBUTTAL.search(self.question.joined):
            # "Whose line is that, and the comeback".
            points = self.register.record.talking_points
            said = [points[each.id] for each in found if each.id in points]
            self.parts += talking_points.answered_part(said, self.register, self.citations)[1:]
        return told

    def _speaker_steps(self, ties: Sequence[Tie]) -> Steps[None]:
        """What the people and bodies that are named said and did, of the ties that are named, if anything, else of all;
        and how their own ties stand, if they have few.
        """
        unknown = [each.none for each in details_asked(self.question) if not each.finds]
        for told in unknown if self.question.speakers and not ties else ():
            self._say(Outcome.SUBJECT, told)
        self._people_in_time(ties)
        self._turned_to_them()
        self._who_they_are()
        for speaker in self.question.speakers:
            self._before_a_person(speaker)
            steps = speaker_parts.speaker_part_steps(speaker, self.question, ties, self.register, self.citations)
            self.parts.append((yield from steps))
            self.outcomes.append(Outcome.SUBJECT)
            own = [] if ties else speaker_parts.ties_of_speaker(speaker, self.register)
            if own and stories.tells_a_story(self.question):
                self.parts += stories.together_parts(own, None, self.register, self.citations)
            for tie in own:
                self.add_tie(tie, full=False)
        if not ties and (standings := speaker_parts.standings_part(self.question, self.register)):
            self.parts.append(standings)

    def _who_they_are(self) -> None:
        """Who each of several people was, before what they said: not where the reasons of one are asked for."""
        people = {speaker.name: speaker for speaker in self.question.speakers if speaker.is_person}
        if len(people) > 1 and Intent.REASONS not in self.question.intents:
            who = [(name, speaker_parts.offices_held(it, self.register)) for name, it in people.items()]
            self.parts.append(TextBlock(tuple(speaker_sentences.speaker(*each) for each in who)))

    def _before_a_person(self, speaker: Speaker) -> None:
        """What is asked of somebody beside their words, said before them: why they thought otherwise later."""
        self.person_told = True
        if WHOSE_SIDE.search(self.question.joined):
            sides, turned = speaker_parts.sides_of(speaker, self.register), self._changed(speaker)
            self._say(Outcome.SUBJECT, speaker_sentences.side_taken(speaker.name, sides, turned=turned))
        against_own = Intent.REASONS in self.question.intents and _AGAINST_THEMSELVES.search(self.question.joined)
        if not (against_own or reasons.asks_why_changed(self.question)):
            return
        told = (
            speaker_sentences.A_CHANGE_BELOW
            if self._changed(speaker)
            else speaker_sentences.no_change_of_mind(speaker.name)
        )
        self._say(Outcome.SUBJECT, told)

    def _changed(self, speaker: Speaker) -> bool:
        return speaker_parts.changed_mind(speaker, self.register)

    def _turned_to_them(self) -> None:
        """Who proposed something to the one person who is named, where that is asked, before what they did."""
        if not about_people.asks_who_turned_to(self.question):
            return
        speaker = self.question.speakers[0]
        surname = speaker.name.split()[-1]
        found = [
            FoundPassage(PassageKind.ACT, act.id, tie.id, 1.0)
            for tie in speaker_parts.ties_of_speaker(speaker, self.register)
            for act in acts_in_force(tie.acts)
            if act.kind in _TURNING and surname not in act.actor
        ]
        self._add_passages(found, searching.NOTHING_SEARCHED)

    def _people_in_time(self, ties: Sequence[Tie]) -> None:
        """Say in what order of time people acted who are named without their places, or how long it took, if asked."""
        if ties:
            return
        found = [tie for each in self.question.speakers for tie in speaker_parts.ties_of_speaker(each, self.register)]
        own = list(dict.fromkeys(found))
        took = interval_part(own, self.question, self.register, self.today)
        order = which_first.order_part(own, self.question, self.register)
        self.parts += [part for part in (took, order) if part]

    def _holders(self, ties: Sequence[Tie]) -> None:
        """Who was in an office that is asked for, and what they said and did.

        Not of mayors to whom a speech was, nor where all that happened is told, and they with it; nor whom a Russian
        body advised: "what did they advise their own mayor".
        """
        told = ties and (self.question.intents & _IN_ORDER or asks_how_long(self.question))
        if told or sets_against_the_speech(self.question) or _OWN_MAYOR.search(self.question.joined):
            return
        if not office_holders.asks_for_holders(self.question):
            return
        there = ties or self._ties_in_states()
        found = office_holders.holders(self.question, there, self.register)
        for speaker in found:
            self._before_a_person(speaker)
            self.parts.append(speaker_parts.speaker_part(speaker, self.question, ties, self.register, self.citations))
        if found:
            self._say(Outcome.SUBJECT, speaker_sentences.OFFICES_THEN)
        elif office := office_holders.lacking_office(self.question, there, self.register):
            self._say(
                Outcome.SUBJECT,
                speaker_sentences.nobody_in_office(office, office_holders.of_russian_place(self.question)),
            )

    def _subjects(self) -> Set[Intent]:
        return subjects(
            self.question,
            few_ties_told=0 < len(self.told) <= reasons.MOST_TIES,
            says_something=bool(self.parts),
            one_argument_told=self.one_argument_told or self.of_petition,
        )


def _is_told(word: str) -> bool:
    """Whether what is shown of the petition answers a word of a question, or it says nothing of its own."""
    norm = normalise(word)
    return norm in _TOLD_BY_PETITION or is_common(norm)
