"""Whether a name in a question is meant as a place's, or stands in talk: the rules that tell, in their order. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from cogs.lookup.history.intervals import asks_how_long
from cogs.lookup.history.others_then import asks_for_others_alike
from cogs.lookup.history.past import asks_of_a_time
from cogs.lookup.history.stories import asks_what_changed
from cogs.lookup.history.which_first import asks_which_was_first
from cogs.lookup.parts.details import details_asked
from cogs.lookup.people.sayings import SAID
from cogs.lookup.places.surroundings import asked_around
from cogs.lookup.reading.intents import ASKING, HOW_IS_IT, ONE_OR_TWO, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.rules import Rule, deciding
from cogs.lookup.reading.vocabulary import OF_TALKING, said_for, said_in_all
from cogs.lookup.reading.votes import SPLIT, UNANIMOUS, WIDE, claimed_vote
from cogs.lookup.ukraine.ukraine import has_partner_in_america, is_a_cause, is_named_with_partner, is_ukrainian
from db.record.mentions import Mention
from db.record.models import Country
from db.record.ordinary_words import is_ordinary
from db.record.register import Register
from db.record.resolver import has_partner
from db.record.text import fold, key
from db.record.values import value

# So many words that are neither names nor of the vocabulary are talk of something else; of everyday words, fewer.
_TALK = 3
_EVERYDAY_TALK = 2
_LASTS = said_in_all("past", "lasts")
# Whether something is in force still, of which in such talk nothing but a tie can be meant.
_STILL_OFFICIAL = said_for("questions", "names_in_talk", "still_official")
_PASSES_ON = said_in_all("passes_on")
# Who runs a tie beside a council: of these it is asked when they did something.
_BODY = said_for("questions", "names_in_talk", "body")
# Who bids to be told of a name: "розкажи про Анкоридж, а заодно і про Джуно".
BIDS = said_for("questions", "names_in_talk", "bids")
_ABOUT = frozenset("about on про о об за щодо насчет regarding".split())
_ADOPTED = said_for("questions", "names_in_talk", "adopted")
# Whether the record has a place.
ON_THE_LIST = said_for("questions", "names_in_talk", "on_the_list")
# Whose partner a place is.
_WITH_WHOM = said_for("questions", "names_in_talk", "with_whom")
# The other side of a tie, beside a Russian place.
_AMERICANS = said_for("questions", "names_in_talk", "americans")
# What became of those that a place has.
_BECAME_OF_THEM = said_for("questions", "names_in_talk", "became_of_them")
_WITH = frozenset("with с со з из зи".split())
# What ends one sentence or question before another.
_ENDS = re.compile(r"[?!.;:\n]")


@value
class Named:
    """A name in a question, with what stands beside it."""

    mention: Mention
    question: Question
    has_partner: bool
    register: Register

    @property
    def everyday(self) -> int:
        """How many of the words beside it are everyday ones, and no part of its name or of a partner's."""
        return _everyday_words(self.mention, self.question, self.register)

    @property
    def most_everyday(self) -> int:
        """How many everyday words make it talk: more, where something is asked."""
        asks = not self.question.off_subject and ASKING.search(self.question.joined) is not None
        return _EVERYDAY_TALK if asks or self.question.asks_for_something else 1

    @property
    def is_said_elsewhere(self) -> bool:
        """Whether the text is of another subject, or the name may be an ordinary word in it."""
        return self.question.off_subject or self.mention.plain

    @property
    def is_tied(self) -> bool:
        """Whether a place of the name has a tie on record."""
        return any(self.register.ties_of(place.id) for place in self.mention.places)

    @property
    def is_joined_to_american(self) -> bool:
        """Whether a tied Russian place stands behind "with", where an American place is surely named."""
        before = self.question.words[self.mention.start - 1].norm if self.mention.start else ""
        surely = (it for it in self.question.mentions if it.qualified and Country.US in it.countries)
        return before in _WITH and self.mention.countries == {Country.RU} and self.is_tied and any(surely)

    @property
    def is_beside_the_other_side(self) -> bool:
        """Whether it is a place of one country beside a place of the other, one of them with a tie: a pair is meant."""
        other = {Country.RU: Country.US, Country.US: Country.RU}
        sought = {other[country] for country in self.mention.countries if country in other}
        beside = [it for it in self.question.mentions if it.countries & sought and not it.plain]
        tied = any(self.register.ties_of(place.id) for it in (self.mention, *beside) for place in it.places)
        return len(sought) == 1 and bool(beside) and tied

    @property
    def has_partner_in_state(self) -> bool:
        """Whether it is a Russian place that is tied with one in a state that is named as well."""
        states = self.question.all_states
        ties = [tie for place in self.mention.places for tie in self.register.ties_of(place.id)] if states else []
        return self.mention.countries == {Country.RU} and any(self.register.state_of(tie) in states for tie in ties)

    @property
    def has_ukrainian_partner(self) -> bool:
        """Whether it is a Ukrainian place, and an American one that is its partner is named as well."""
        return is_named_with_partner(self.mention, self.question.mentions, self.register)

    @property
    def is_asked_who_took_it(self) -> bool:
        """Whether it is asked who took a Ukrainian place as their partner, whatever is told of it."""
        return is_ukrainian(self.mention) and _ADOPTED.search(self.question.joined) is not None

    @property
    def is_asked_for_on_the_list(self) -> bool:
        """Whether it is asked if the record has a place, of which one without a tie is named."""
        if self.mention.places or (self.mention.plain and not is_ukrainian(self.mention)):
            return False
        return ON_THE_LIST.search(self.question.joined) is not None

    @property
    def is_tied_and_on_the_list(self) -> bool:
        """Whether it is a place with a tie of which it is asked what the record has."""
        return self.is_tied and ON_THE_LIST.search(self.question.joined) is not None

    @property
    def is_where_a_signer_is(self) -> bool:
        """Whether it is a Ukrainian place where somebody is who asks about signing the petition."""
        return Intent.PETITION in self.question.intents and is_ukrainian(self.mention)

    @property
    def asks(self) -> bool:
        """Whether anything is asked, by a word or a mark."""
        return "?" in self.question.text or ASKING.search(self.question.joined) is not None

    @property
    def asks_if_it_lasts(self) -> bool:
        """Whether it is asked if something is there still, whatever else is told: "does any of that still exist"."""
        return _LASTS.search(self.question.joined) is not None

    @property
    def asks_how_it_is(self) -> bool:
        """Whether it is asked how things are, or what is new."""
        return HOW_IS_IT.search(self.question.joined) is not None

    @property
    def is_where_it_is_passed_on(self) -> bool:
        """Whether somebody gives thanks and says where they will tell of it, and asks nothing."""
        question = self.question
        if Intent.GREETING not in question.intents or "?" in question.text or question.asks_of_ties:
            return False
        # Without their endings "I will tell" and "tell" are the same in Ukrainian and Russian.
        return any(_PASSES_ON.search(text) for text in (question.joined, fold(question.text)))

    @property
    def is_held_against_another(self) -> bool:
        """Whether it is asked if two names are of one place."""
        if ONE_OR_TWO.search(self.question.joined) is None:
            return False
        named = (mention.places for mention in self.question.mentions if mention.places)
        return len({tuple([place.id for place in places]) for places in named}) > 1

    @property
    def has_another_name(self) -> bool:
        """Whether another name in the question is of the same place."""
        same = [named for named in self.question.mentions if named.places and named.places == self.mention.places]
        return len({key(named.typed).replace(" ", "") for named in same}) > 1

    @property
    def is_american(self) -> bool:
        """Whether a place of the name is an American one: of those it is asked what a tie brings, costs or leaves."""
        return any(place.country is Country.US for place in self.mention.places)

    @property
    def is_bidden(self) -> bool:
        """Whether somebody bids to be told about it."""
        before = self.question.words[self.mention.start - 1].norm if self.mention.start else ""
        return before in _ABOUT and BIDS.search(self.question.joined) is not None

    @property
    def is_asked_for_americans(self) -> bool:
        """Whether it is a Russian place with a tie beside which the American side is named."""
        return (
            self.is_tied
            and self.mention.countries == {Country.RU}
            and _AMERICANS.search(self.question.joined) is not None
        )

    @property
    def left(self) -> int:
        """How many words are neither names nor of the vocabulary."""
        return len(self.question.asides)

    @property
    def says_else(self) -> int:
        """How many of those are no words of talking either, which say nothing of what is talked about."""
        left = set(self.question.asides)
        return len({word.norm for word in self.question.words if word.raw in left} - OF_TALKING)

    @property
    def is_a_question(self) -> bool:
        """Whether the name is all of a question: "Seattle? Atlanta? anything there?"."""
        text, words = self.question.text, self.question.words
        start, end = self.mention.start, self.mention.end
        before = text[words[start - 1].end : words[start].start] if start else "?"
        after = text[words[end - 1].end : words[end].start] if end < len(words) else ""
        return "?" in after and _ENDS.search(before) is not None


# Whether a name stands in talk of something else, and is not asked about.
TALK_RULES: Sequence[Rule[Named]] = (
    Rule(
        lambda it: it.says_else < _TALK and asked_around(it.mention, it.question) is not None,
        gives=False,
        unless=lambda it: it.question.off_subject,
        example="пригороды Кливленда?",
    ),
    Rule(
        lambda it: it.is_where_it_is_passed_on and not it.has_partner,
        gives=True,
        example="спасибо дружище, передам в роанок",
    ),
    Rule(
        lambda it: bool(it.mention.places) and it.is_held_against_another,
        gives=False,
        unless=lambda it: it.question.off_subject,
        example="Великий Новгород и Нижний это одно или как",
    ),
    Rule(
        lambda it: it.has_partner and it.question.off_subject and it.everyday >= 1,
        gives=True,
        unless=lambda it: it.question.on_subject or it.asks_if_it_lasts or it.asks_how_it_is,
        example="price of crab in vladivostok vs tacoma",
    ),
    Rule(lambda it: it.has_partner, gives=False, example="BTV yaroslavl"),
    Rule(
        lambda it: it.has_partner_in_state,
        gives=False,
        unless=lambda it: it.question.off_subject or it.mention.weak,
        example="which other Maine towns put their names on the Kotlas paper with us, and what year was it",
    ),
    Rule(
        lambda it: it.has_ukrainian_partner,
        gives=False,
        unless=lambda it: it.question.off_subject,
        example="Портленд братається зі Львовом і водночас не відпускає Хабаровськ? поясніть",
    ),
    Rule(
        lambda it: is_a_cause(it.mention, it.question),
        gives=True,
        example="did anyone cut ties over Crimea in 2014",
    ),
    Rule(
        lambda it: it.is_joined_to_american,
        gives=False,
        unless=lambda it: it.question.off_subject or it.mention.weak,
        example="is Richmond, Virginia the one with Serpukhov? i live there and never heard of it",
    ),
    Rule(
        lambda it: it.is_beside_the_other_side,
        gives=False,
        unless=lambda it: it.question.off_subject or it.mention.plain,
        example="правда ли что Мемфис до сих пор числится с Казанью",
    ),
    Rule(
        lambda it: it.is_where_a_signer_is,
        gives=True,
        example="Я живу в Харкові, мій підпис рахується?",
    ),
    Rule(
        lambda it: it.mention.qualified and it.everyday >= (1 if it.question.off_subject else _TALK),
        gives=True,
        unless=lambda it: it.question.on_subject or it.question.asks_of_ties,
        example="was in st petersburg florida last week, great beach",
    ),
    Rule(
        lambda it: it.mention.qualified,
        gives=False,
        example="Burlington Vermont and the state of Vermont itself, what did each do?",
    ),
    Rule(
        lambda it: it.mention.weak and not it.mention.places and len(it.question.words) <= _TALK,
        gives=False,
        example="bitcoin price",
    ),
    Rule(
        lambda it: it.mention.weak and not it.mention.places,
        gives=True,
        example="make me a sandwich",
    ),
    Rule(
        lambda it: it.has_another_name,
        gives=False,
        unless=lambda it: it.question.off_subject,
        example="is Oranienbaum the same place as lomonosov",
    ),
    Rule(lambda it: it.question.on_subject, gives=False, example="houston russia"),
    Rule(
        lambda it: it.is_a_question and not it.mention.weak,
        gives=False,
        unless=lambda it: it.question.off_subject,
        example="Сиэтл? Атланта? Феникс? что-нибудь есть из этих трёх",
    ),
    Rule(
        lambda it: it.is_tied and _STILL_OFFICIAL.search(it.question.joined) is not None,
        gives=False,
        unless=lambda it: it.question.off_subject or it.mention.weak,
        example="I grew up in Dixon, there was a sign for some siberian place. still official?",
    ),
    Rule(lambda it: bool(it.question.speakers), gives=False, example="що казав Зеленський про Портленд"),
    Rule(lambda it: bool(it.question.excluded_states), gives=False, example="Portland. NOT Oregon. The lobster one."),
    Rule(
        lambda it: it.question.asks_of_ties and not it.mention.weak,
        gives=False,
        example="is Krasnodar ended",
    ),
    Rule(
        lambda it: bool(it.mention.places) and not it.question.off_subject and asks_of_a_time(it.question),
        gives=False,
        example="Has the thing in Anchorage moved since 2023? any newer event",
    ),
    Rule(
        lambda it: Intent.REASONS in it.question.intents and bool(it.mention.places),
        gives=False,
        unless=lambda it: it.question.off_subject,
        example="how come Gainesville didn't budge",
    ),
    Rule(
        lambda it: Intent.CLAIM in it.question.intents and bool(it.mention.places) and not it.mention.weak,
        gives=False,
        unless=lambda it: it.is_said_elsewhere,
        example="Кажуть Бафало чекає на мир і відновить автоматично. так?",
    ),
    Rule(
        lambda it: it.is_tied and claimed_vote(it.question.text) not in ("", UNANIMOUS, SPLIT, WIDE),
        gives=False,
        unless=lambda it: it.mention.plain,
        example="Montclair: 4-3 or 4-2? two papers, two numbers",
    ),
    Rule(
        lambda it: it.is_tied and Intent.BEGINNING in it.question.intents,
        gives=False,
        unless=lambda it: it.is_said_elsewhere,
        example="Whose idea was it in Oklahoma City?",
    ),
    Rule(
        lambda it: it.is_tied and (asks_how_long(it.question) or asks_what_changed(it.question)),
        gives=False,
        unless=lambda it: it.is_said_elsewhere,
        example="Дарем сколько тянул после речи Зеленского?",
    ),
    Rule(
        lambda it: it.is_tied and asks_which_was_first(it.question),
        gives=False,
        unless=lambda it: it.is_said_elsewhere,
        example="Даллас чи Таллахассі раніше? сперечаємось із колегою",
    ),
    Rule(
        lambda it: it.is_tied and asks_for_others_alike(it.question),
        gives=False,
        unless=lambda it: it.is_said_elsewhere,
        example="хто ще зробив те саме, що Юджин",
    ),
    Rule(
        lambda it: it.is_tied and SAID.search(it.question.joined) is not None,
        gives=False,
        unless=lambda it: it.is_said_elsewhere,
        example="що казали про Іркутськ дослівно",
    ),
    Rule(
        lambda it: it.is_tied and it.asks_how_it_is,
        gives=False,
        unless=lambda it: it.is_said_elsewhere,
        example="Whats going on w/ Grants Pass and that siberian town rub-something",
    ),
    Rule(
        lambda it: it.is_tied and it.is_american and bool(details_asked(it.question)),
        gives=False,
        unless=lambda it: it.is_said_elsewhere or it.mention.weak,
        example="how many people showed up at the Dubuque meeting",
    ),
    Rule(
        lambda it: it.is_tied and Intent.WHEN in it.question.intents and _BODY.search(it.question.joined) is not None,
        gives=False,
        unless=lambda it: it.is_said_elsewhere or it.mention.weak,
        example="when did the Albany group finally shut its doors? I used to bake for their dinners",
    ),
    Rule(
        lambda it: it.is_tied and it.is_bidden,
        gives=False,
        unless=lambda it: it.is_said_elsewhere,
        example="розкажи про анкоридж, а заодно і про джуно",
    ),
    Rule(
        lambda it: it.is_tied_and_on_the_list,
        gives=False,
        unless=lambda it: it.is_said_elsewhere or it.mention.weak,
        example="что с Пушкином — их ведь два в вашем списке?",
    ),
    Rule(
        lambda it: it.is_tied and _WITH_WHOM.search(it.question.joined) is not None,
        gives=False,
        unless=lambda it: it.is_said_elsewhere or it.mention.weak,
        example="с кем дружил Саратов за океаном, перечислите всех",
    ),
    Rule(
        lambda it: it.is_asked_for_americans,
        gives=False,
        unless=lambda it: it.is_said_elsewhere or it.mention.weak,
        example="нахо́дка и её американцы?",
    ),
    Rule(
        lambda it: it.is_tied and _BECAME_OF_THEM.search(it.question.joined) is not None,
        gives=False,
        unless=lambda it: it.is_said_elsewhere or it.mention.weak,
        example="Berkeley had TWO of them didn't it? names + what happened",
    ),
    Rule(
        lambda it: bool(it.mention.places) and it.everyday >= it.most_everyday,
        gives=True,
        example="is duluth cold rn",
    ),
    Rule(
        lambda it: is_ukrainian(it.mention) and ASKING.search(it.question.joined) is not None and it.left <= _TALK + 1,
        gives=False,
        unless=lambda it: it.question.off_subject or it.mention.weak,
        example="бердянск кто у вас, и он под оккупацией же",
    ),
    Rule(
        lambda it: it.is_asked_who_took_it,
        gives=False,
        unless=lambda it: it.question.off_subject or it.mention.weak,
        example="Kramatorsk is under fire constantly. anybody stateside adopted it",
    ),
    Rule(
        lambda it: it.is_asked_for_on_the_list,
        gives=False,
        unless=lambda it: it.question.off_subject or it.mention.weak,
        example="Бойсе й Спокан до вашого списку входять?",
    ),
    Rule(
        lambda it: it.asks and it.says_else <= _TALK and has_partner_in_america(it.mention, it.register),
        gives=False,
        unless=lambda it: it.question.off_subject or it.mention.weak,
        example="Бровары у кого? вроде у Такомы и ещё у кого-то",
    ),
    Rule(lambda it: it.mention.plain and it.left >= 1, gives=True, example="Homer Simpson catchphrase"),
    Rule(
        lambda it: bool(it.mention.places) and it.says_else >= _TALK,
        gives=True,
        example="Durham zxqv blarg frobnitz",
    ),
    Rule(
        lambda it: not it.mention.places and it.says_else >= _TALK - 1,
        gives=True,
        example="Whitney Houston greatest hits",
    ),
)


def talk_row(mention: Mention, others: Sequence[Mention], question: Question, register: Register) -> Rule[Named] | None:
    """The row that decides whether a name stands in talk of something else."""
    return deciding(TALK_RULES, Named(mention, question, has_partner(mention, others, register), register))


def is_in_talk(mention: Mention, others: Sequence[Mention], question: Question, register: Register) -> bool:
    """Whether a name stands in talk of something else, and is not asked about."""
    row = talk_row(mention, others, question, register)
    return row is not None and row.gives


def _everyday_words(mention: Mention, question: Question, register: Register) -> int:
    """How many of the words that are left are everyday ones, and no part of the place's name or of a partner's."""
    ties = [tie for place in mention.places for tie in register.ties_of(place.id)]
    places = [register.place(name) for tie in ties for name in (tie.us, tie.ru)]
    own = {word for place in places for name in (place.name, *place.aliases) for word in key(name).split()}
    typed = set(question.asides)
    asides = {word.norm for word in question.words if word.raw in typed}
    left = (asides | _words_taken_for_names(question)) - OF_TALKING
    return sum(is_ordinary(word) and not any(OSA.distance(word, each) <= 1 for each in own) for word in left)


def _words_taken_for_names(question: Question) -> set[str]:
    """Everyday words that are names of places without a tie as well: "marathon"."""
    weak = [named for named in question.mentions if named.weak and not named.places]
    return {word.norm for named in weak for word in question.words[named.start : named.end]}
