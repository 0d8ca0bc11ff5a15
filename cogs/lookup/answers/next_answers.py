"""The answer to a question that goes on from a card: of the ties, the list or the choice that was shown. Pure.

A question that names nothing ("who voted?") is answered as if it named the places that were shown: so it is understood
as one that stands alone is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cogs.lookup import sentences
from cogs.lookup.answers.answer import answer, answer_about
from cogs.lookup.answers.answer_builder import AnswerBuilder
from cogs.lookup.answers.answers_to_choices import (
    explained_answer,
    history_answer,
    list_answer,
    place_answer,
    sources_answer,
    tie_answer,
)
from cogs.lookup.answers.distress import distress_answer
from cogs.lookup.answers.follow_ups import (
    BOTH,
    EACH,
    IN_ORDER,
    LOOKED,
    MEANING_OF_IT,
    MORE,
    MOST_ALONE,
    MOST_TIES,
    REST,
    SOURCES,
    TALK,
    THAT_TIME,
    WHICH_OLDER,
    WHO_SAYS,
    ShownCard,
    among_shown,
    asks,
    asks_for_such,
    asks_for_the_other,
    asks_for_the_same,
    decides,
    is_of_the_state,
    is_of_what_was_shown,
    is_what_about,
    names_another,
    names_some_of_them,
    names_ties,
    narrowed,
    number_picked,
    objects,
    part_of_a_name,
    picked,
    ranked,
    refers_back,
    refers_back_by_words,
    says,
    the_rest,
    with_part_of_name,
    without_correction,
)
from cogs.lookup.explanations import explanation_phrases
from cogs.lookup.explanations.explanation_fit import asks_who_wrote
from cogs.lookup.lists.division_reading import Form, division_asked
from cogs.lookup.lists.divisions import divided_part
from cogs.lookup.lists.lists import chosen_ties
from cogs.lookup.model import Answer, Outcome, SortOrder, TieFilter
from cogs.lookup.parts.blocks import place_choice, tie_choice
from cogs.lookup.parts.courtesies import courtesy_for
from cogs.lookup.people import talking_points
from cogs.lookup.people.sayings import RUSSIAN_SIDE, Sayings
from cogs.lookup.people.speakers import with_speakers
from cogs.lookup.places.disambiguate import resolve
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.languages import with_word_for_the_asker
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.understanding import read_words, understand
from cogs.lookup.several_questions.tails import which_of_them
from cogs.lookup.ukraine.ukraine_asked import names_ukraine
from cogs.wording import age_sentences
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import listed
from cogs.wording.names import pair_name, place_name
from cogs.wording.sources import Citations
from db.record.dataset.explanations import shipped
from db.record.derivation import last_search
from db.record.models import Tie
from db.record.register import Register
from db.record.resolver import Resolution
from db.record.standings import Standing
from db.record.text import clean
from db.record.values import value

# So many words may be a name alone, which picks from what was offered.
_A_NAME = 4
# What goes on from a card has at most so many words.
_LONGEST_GOING_ON = 18
# Explanations of several ties, which are gone on from as if those were shown.
_OF_TIES_EXPLAINED = frozenset({"nuclear-towns"})
# What is asked of a tie, and of nothing else.
_OF_A_TIE = frozenset({
    Intent.VOTE, Intent.WHEN, Intent.FOUNDED, Intent.BEGINNING, Intent.STORY, Intent.SEQUENCE, Intent.LATEST,
    Intent.UKRAINE,
})  # fmt: skip
# What is asked of the bot, the petition or taking part; and what may be asked of ties as well, if it is not explained.
_GENERAL = frozenset({Intent.ABOUT, Intent.BOT, Intent.PETITION, Intent.ACT, Intent.GREETING})
_MAY_BE_GENERAL = frozenset({Intent.ARGUING, Intent.MEANING})
_PETITION, _THE_PETITION = "petition", "The petition"
# The explanation of what a standing's word means, for each standing.
_OF_STANDING = {f"word-{standing.value}": standing for standing in Standing}


def next_answer(text: str, shown: ShownCard, register: Register, today: date) -> Answer:
    """The answer to a question that may go on from what was shown before; alone, it is a question like any other."""
    if distressed := distress_answer(text):
        return distressed
    text = without_correction(text)
    if not may_go_on(text, register, today):
        return answer(text, register, today)
    question = understand(text, register.gazetteer, today)
    if question.off_subject or courtesy_for(question):
        return answer(text, register, today)
    return _GoingOn(text, question, shown, register, today).answered()


def may_go_on(text: str, register: Register, today: date) -> bool:
    """Whether a text may be a question that goes on from what was shown before, or pick from what was offered."""
    words = read_words(clean(without_correction(text)), register.gazetteer)
    if len(words) <= _A_NAME or refers_back_by_words(" ".join(word.norm for word in words)):
        return True
    question = understand(text, register.gazetteer, today) if len(words) <= _LONGEST_GOING_ON else None
    if question is None:
        return False
    return objects(question) or (len(words) <= MOST_ALONE and refers_back(question))


@value
class _GoingOn:
    """A question that may go on from a card, and what the card showed."""

    text: str
    question: Question
    shown: ShownCard
    register: Register
    today: date

    def answered(self) -> Answer:
        """The answer to it: of what was shown if it goes on from that, else as it stands alone."""
        told = self._of_offered() or self._of_a_part_of_a_name() or self._list_in_groups()
        ties = self._ties_shown()
        if told is None and len(ties) == 1 and objects(self.question):
            told = self._asked_by_name(ties)
        if told is None and refers_back(self.question) and not self._stands_alone():
            told = self._of_list() or self._of_ties() or self._of_what_was_explained() or self._of_who_was_named()
        return with_word_for_the_asker(told, self.question.words) if told else self._alone()

    def _stands_alone(self) -> bool:
        """Whether a question is of no ties that were shown, though it may sound so: of the bot, an argument, a word."""
        question, intents = self.question, self.question.intents
        of_it = (SOURCES, MORE, BOTH, MEANING_OF_IT, WHO_SAYS, LOOKED)
        if any(says(it, question) for it in of_it) or asks_for_the_same(question):
            return False
        of_them = question.standings or question.narrowing.sort or names_ukraine(question.joined)
        said_of_them = of_them and refers_back_by_words(question.joined)
        if TALK.search(question.joined) or (intents & _GENERAL and not said_of_them):
            return True
        if explanation_phrases.phrased_by_alone(question) and not self._asks_of_a_tie():
            return True
        return bool(intents & _MAY_BE_GENERAL) and self._is_explained()

    def _alone(self) -> Answer:
        return answer(self.text, self.register, self.today)

    def _of_offered(self) -> Answer | None:
        """What was picked of what a "which one?" offered; that question once more where it is not clear which."""
        known = self.register.record
        offered = [name for name in self.shown.offered if name in known.ties or name in known.places]
        if not offered:
            return None
        chosen = picked(offered, self.question, self.register)
        if len(chosen) == 1:
            make = tie_answer if chosen[0] in known.ties else place_answer
            return make(chosen[0], self.register, self.today)
        if chosen:
            return self._of([tie for name in chosen for tie in self._ties_behind(name)])
        if not (asks_for_the_other(self.question) or is_of_what_was_shown(self.question)):
            return None
        choices = [
            tie_choice(known.ties[name], self.register) if name in known.ties
            else place_choice(known.places[name], self.register)
            for name in offered
        ]  # fmt: skip
        part = TextBlock((Line(sentences.PICK_FIRST),), sentences.WHICH_ONE)
        return Answer(Outcome.CHOICE, (part,), choices=tuple(choices))

    def _of_a_part_of_a_name(self) -> Answer | None:
        """The tie of which a part of a name is said, of the list that was shown, or of the states of its ties."""
        said, shown = part_of_a_name(self.question), self._ties_shown()
        states = tuple({code for tie in shown if (code := self.register.state_of(tie))})
        near = self.shown.filter or (TieFilter(states=states) if states else None)
        if not said or near is None or is_of_the_state(self.question):
            return None
        found = with_part_of_name(chosen_ties(near, self.register), said, self.register)
        others = [tie for tie in found if tie not in shown] or found
        if len(others) == 1 and len(self.question.words) > _A_NAME:
            return self._asked_by_name(others)
        if len(others) == 1:
            return tie_answer(others[0].id, self.register, self.today)
        return self._of(others) if 0 < len(others) <= MOST_TIES else None

    def _ties_shown(self) -> list[Tie]:
        """The few ties of the card that are still on record."""
        known = self.register.record.ties
        return [known[name] for name in self.shown.ties if name in known]

    def _ties_behind(self, name: str) -> Sequence[Tie]:
        """The tie of this id, or those of the place."""
        known = self.register.record.ties
        return [known[name]] if name in known else self.register.ties_of(name)

    def _of_list(self) -> Answer | None:
        """The list that was shown: the same once more, changed, or what is asked of all that are on it."""
        chosen = self.shown.filter
        if chosen is None:
            return None
        if again := self._once_more(chosen):
            return again
        chosen = self._with_those_above(chosen)
        if names_ties(self.question) and not refers_back_by_words(self.question.joined):
            return None
        found = resolve(self.question, self.register)
        if found.paired or found.named_below_state:
            return None
        if there := self._in_states(chosen):
            return self._asked_without_places(there)
        changed = narrowed(chosen, self.question, self.today)
        if changed is not None:
            return list_answer(changed, self.register)
        ties = chosen_ties(chosen, self.register)
        if len(ties) <= MOST_TIES and Intent.COUNT not in self.question.intents:
            return self._asked_of(ties)
        then = THAT_TIME.search(self.question.joined) is not None
        if not then and (not is_of_what_was_shown(self.question) or self._alone().outcome.found):
            return None
        again = list_answer(chosen, self.register)
        if said := self._said_by_them(ties, again):
            return said
        narrows = then or Intent.COUNT in self.question.intents or names_some_of_them(self.question)
        told = sentences.NOT_NARROWED if narrows else sentences.ONE_AT_A_TIME
        return again.behind(TextBlock.saying(told))

    def _list_in_groups(self) -> Answer | None:
        """The list that was shown, divided as is asked: "group them by month"; None where other ties are asked for, or
        all were shown.
        """
        chosen, question, divided = self.shown.filter, self.question, division_asked(self.question)
        if chosen is None or chosen == TieFilter() or divided is None or divided.form is not Form.EACH:
            return None
        others = names_ties(question) or question.standings or question.period
        if len(question.words) > MOST_ALONE or others or question.narrowing.sort:
            # "Sort them by year" divides nothing.
            return None
        groups = divided_part(divided, question, chosen, self.register)
        again = list_answer(chosen, self.register)
        return again.behind(groups) if groups else None

    def _with_those_above(self, chosen: TieFilter) -> TieFilter:
        """The filter of the list shown, with the state's own tie, which stands above the list of the others."""
        above = {tie.us for tie in self._ties_shown()}
        return replace(chosen, without=()) if above and above == {*chosen.without} else chosen

    def _once_more(self, chosen: TieFilter) -> Answer | None:
        """The same list again, in the order of time where that is asked, or the one of it that is picked by its number;
        None where something else is asked.
        """
        if asks_for_the_same(self.question) or EACH.search(self.question.joined):
            again = narrowed(chosen, self.question, self.today) if self.question.standings else None
            return list_answer(again or chosen, self.register)
        if says(REST, self.question) and (others := the_rest(self._with_those_above(chosen))):
            return list_answer(others, self.register)
        if says(IN_ORDER, self.question):
            return list_answer(replace(chosen, order=SortOrder.OLDEST), self.register)
        number = number_picked(self.question)
        return None if number is None else self._numbered(chosen_ties(chosen, self.register), number)

    def _numbered(self, ties: Sequence[Tie], number: int) -> Answer | None:
        """The tie of this number, counted from 0 or with -1 from the end; None where there are fewer."""
        return tie_answer(ties[number].id, self.register, self.today) if ties and number < len(ties) else None

    def _said_by_them(self, ties: Sequence[Tie], again: Answer) -> Answer | None:
        """What people said in the places of a list, before the list itself; None where nothing of that is asked."""
        if Intent.SAID not in self.question.intents:
            return None
        citations = Citations(self.register.record.sources)
        said = talking_points.sayings_parts(Sayings(), [tie.us for tie in ties], self.register, citations)
        return replace(again, parts=(*said, *again.parts), sources=citations.sources)

    def _in_states(self, chosen: TieFilter) -> Sequence[Tie]:
        """The few ties of a list in the states that a question names which asks more than which they are: "who signed
        it in Vermont"; none elsewhere.
        """
        question = self.question
        if not (question.all_states and asks(question)) or question.intents & {Intent.COUNT, Intent.LIST}:
            return ()
        if question.standings or is_what_about(question):
            return ()
        ties = chosen_ties(replace(chosen, states=question.all_states, where="", without=()), self.register)
        return ties if len(ties) <= MOST_TIES else ()

    def _of_ties(self) -> Answer | None:
        """Those ties that were shown, or some of them, as the question asks of them."""
        known = self.register.record.ties
        explained = shipped().by_id(self.shown.explained) if self.shown.explained in _OF_TIES_EXPLAINED else None
        ties = [known[name] for name in self.shown.ties or (explained.see if explained else ()) if name in known]
        if not ties:
            return None
        if is_of_the_state(self.question):
            states = tuple(dict.fromkeys(code for tie in ties if (code := self.register.state_of(tie))))
            return list_answer(TieFilter(states=states), self.register)
        if namesake := self._namesake(ties):
            return namesake
        number = number_picked(self.question)
        if len(ties) > 1 and number is not None and (one := self._numbered(ties, number)):
            return one
        if asks_for_the_other(self.question) and len(ties) == 1 and (others := self._others(ties[0])):
            return self._of(others)
        if kept := among_shown(ties, self.question, self.register):
            return self._asked_without_places(kept)
        return self._asked_of(ties)

    def _namesake(self, ties: Sequence[Tie]) -> Answer | None:
        """The place of the same name as the one that was shown, in the state that is meant instead."""
        code = names_another(self.question)
        places = {tie.us for tie in ties}
        if not code or len(places) != 1 or self.register.state_of(ties[0]) == code:
            return None
        name = self.register.place(ties[0].us).name
        return answer(f"{name}, {self.register.record.states[code].name}", self.register, self.today)

    def _others(self, shown: Tie) -> list[Tie]:
        """The few other ties of the place that was shown, or of its namesakes, or else of its partner."""
        place = self.register.place(shown.us)
        namesakes = [it.id for it in self.register.record.places.values() if it.name == place.name and it is not place]
        for ids in ([shown.us], namesakes, [shown.ru]):
            found = [tie for it in ids for tie in self.register.ties_of(it) if tie.id != shown.id]
            if 0 < len(found) <= MOST_TIES:
                return found
        return []

    def _asked_of(self, ties: Sequence[Tie]) -> Answer | None:
        """What a question that names nothing asks of some ties; None if it is not said of them."""
        if not ties or not is_of_what_was_shown(self.question) or self._is_of_all():
            return None
        if says(BOTH, self.question):
            return self._of(ties)
        if len(ties) == 1 and (told := self._asked_in_a_word(ties[0])):
            return told
        if len(ties) > 1 and says(WHICH_OLDER, self.question):
            return self._asked_by_name(ties)
        if first := ranked(ties, self.question, self.today, self.register):
            reply = AnswerBuilder(self.register, self.today, self.question)
            reply.add_tie(first[0], [first[1]])
            return reply.done()
        if not (refers_back_by_words(self.question.joined) or self._asks_of_a_tie()) and self._is_explained():
            return None
        return self._fitting(ties) or self._asked_by_name(ties)

    def _asked_in_a_word(self, tie: Tie) -> Answer | None:
        """What is asked of one tie in a word or two: what its standing means, who says so, its sources, its history."""
        if says(MEANING_OF_IT, self.question):
            return explained_answer(f"word-{self.register.status(tie.id).standing.value}", self.register, self.today)
        if says(LOOKED, self.question):
            return self._when_searched(tie)
        if says(WHO_SAYS, self.question):
            return tie_answer(tie.id, self.register, self.today)
        if says(SOURCES, self.question):
            return sources_answer(tie.id, self.register)
        return history_answer(tie.id, self.register) if says(MORE, self.question) else None

    def _when_searched(self, tie: Tie) -> Answer:
        """When news of a tie was last searched for, before how it stands."""
        found, search = tie_answer(tie.id, self.register, self.today), last_search(tie)
        if search is None:
            return found
        return found.behind(TextBlock.saying(age_sentences.all_searched(search.date)))

    def _is_of_all(self) -> bool:
        """Whether all ties are asked for, a hearing on any, or somebody by name, and not what was shown."""
        question = self.question
        if Intent.EVERYTHING in question.intents or question.narrowing.hearing:
            return True
        named = with_speakers(question, self.register).speakers
        return bool(named) and not refers_back_by_words(question.joined)

    def _asks_of_a_tie(self) -> bool:
        """Whether something is asked that a tie has: a vote, a decider, a day, how it stands."""
        question = self.question
        asked = question.narrowing.narrows or question.standings or question.authorities or decides(question)
        told = RUSSIAN_SIDE.search(question.joined) is not None or asks_who_wrote(question)
        return bool(asked or told or question.intents & _OF_A_TIE) and Intent.MEANING not in question.intents

    def _is_explained(self) -> bool:
        """Whether what a question asks is explained in general, and is not only the name of how ties stand."""
        parts = self._alone().parts
        first = parts[0].heading if parts else None
        topics = {each.topic: each.id for each in shipped().all}
        only_named = topics.get(first or "") in _OF_STANDING and Intent.MEANING not in self.question.intents
        return first in topics and not only_named

    def _fitting(self, ties: Sequence[Tie]) -> Answer | None:
        """Which of several ties are as a question asks: "which of those are active"; None where it narrows nothing."""
        if len(ties) == 1 or not (self.question.standings or self.question.authorities or self.question.levels):
            return None
        told = which_of_them([tie.id for tie in ties], self.question, self.register, self.today)
        if not told:
            return None
        found = self._of(ties)
        return found.behind(TextBlock.saying(told))

    def _asked_by_name(self, ties: Sequence[Tie]) -> Answer:
        return answer_about(_named(ties, self.register), self.text, self.register, self.today)

    def _asked_without_places(self, ties: Sequence[Tie]) -> Answer:
        """What a question asks of some ties that tells them apart by a place or state."""
        bare = replace(self.question, mentions=(), states=(), states_within=(), excluded_states=())
        return AnswerBuilder(self.register, self.today, bare).to(Resolution(paired=tuple(ties)))

    def _of(self, ties: Sequence[Tie]) -> Answer:
        """How some of the ties that were shown stand."""
        bare = Question(self.question.text, self.question.words)
        return AnswerBuilder(self.register, self.today, bare).to(Resolution(paired=tuple(ties)))

    def _of_what_was_explained(self) -> Answer | None:
        """The ties that stand as was explained, or the explanation once more where it is asked about."""
        name = self.shown.explained
        standing = _OF_STANDING.get(name)
        if standing is not None and asks_for_such(self.question):
            all_such = TieFilter(standings=(standing,))
            return list_answer(narrowed(all_such, self.question, self.today) or all_such, self.register)
        explained = shipped().by_id(name)
        if explained is None or not is_of_what_was_shown(self.question):
            return None
        if explained.subject == _PETITION and not self._is_explained():
            return answer_about(_THE_PETITION, self.text, self.register, self.today)
        if self._alone().outcome.found:
            return None
        again = explained_answer(name, self.register, self.today)
        return again.before(TextBlock.saying(sentences.NO_MORE_IN_GENERAL))

    def _of_who_was_named(self) -> Answer | None:
        """What a question that names nobody asks of the place or person that stands over the card."""
        heading = self.shown.heading
        if not heading or not is_of_what_was_shown(self.question):
            return None
        over = understand(heading, self.register.gazetteer, self.today)
        if not (over.mentions or with_speakers(over, self.register).speakers):
            return None
        found = answer_about(heading, self.text, self.register, self.today)
        return found if found.outcome.found else None


def _named(ties: Sequence[Tie], register: Register) -> str:
    """Some ties as a question names them: by the one place that all share and that has no others, else by both."""
    for first, *others in ([tie.us for tie in ties], [tie.ru for tie in ties]):
        if {first}.issuperset(others) and len(register.ties_of(first)) == len(ties):
            return place_name(register.place(first), register)
    return listed(pair_name(tie, register) for tie in ties)
