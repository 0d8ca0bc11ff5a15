"""Explanations in an answer: which general question is asked, and what is said to it. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from operator import attrgetter

from cogs.lookup import sentences
from cogs.lookup.blocks import LABEL_LENGTH, tie_choice
from cogs.lookup.framing import is_where_the_asker_is
from cogs.lookup.intents import INTENTS, SIGNED, WHYS, Intent
from cogs.lookup.model import AnswerChoice, TargetKind
from cogs.lookup.patterns import PhraseTable, phrases
from cogs.lookup.periods import names_a_time
from cogs.lookup.question import Question
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import clip
from cogs.wording.sources import Citations
from db.record.act_kinds import ActKind
from db.record.dataset.explanations import shipped
from db.record.explanations import Explanation, FoundExplanation, Topics, meaning
from db.record.figures import all_figures
from db.record.months import ALL_MONTHS
from db.record.ordinary_words import is_common
from db.record.register import Register
from db.record.standings import Standing
from db.record.text import Token, key, normalise, tokens

# How like a question must be to a way of asking: where it names places, where it names none, and where nothing fits.
# The meaning of one standing is no answer about another.
_STANDING_WORDS = frozenset(meaning(standing) for standing in Standing)
LIKE_BESIDE_NAMES, LIKE, LIKE_ENOUGH = 0.84, 0.76, 0.45
# The same where the wording is that of an argument: "wouldn't it hurt", "what good does it do".
ARGUED_BESIDE_NAMES, ARGUED = 0.66, 0.6
# Where nothing else fits, one telling word alone is not enough, unless the rest is much alike; and what is a little
# like the question must be so by far more than any other answer.
_ON_ONE_WORD = 0.7
# Talk of something else is so like a way of talking, where they share one telling word.
_TALK_BY_ONE_WORD = 0.8
_LIKE_OF_PLACE, _TELLING_OF_PLACE = 0.5, 2
# So much where only one telling word of a subject's answer is in the question.
_ON_ONE = 0.62
# On one telling word, what is so like the question that no other answer is nearly so.
_ON_ONE_ALONE = 0.62
_LIKE_WITHOUT_RIVAL, _FAR_AHEAD, _AHEAD = 0.6, 0.15, 0.03
# A question that is a way of asking, word for word, is that question, whatever else it may be.
_THE_SAME = 0.99
# So like another answer is what is asked with a word in quotation marks, that it does not ask what the word means.
_LIKE_AS_A_WHOLE = 0.75
# A question for a number or a list is not answered by what is only a little like it.
# A question of several ties is not answered by what is said of the petition or the bot, unless it names those.
_OF_SEVERAL = frozenset({Intent.LIST, Intent.COUNT, Intent.LATEST, Intent.EARLIEST})
_SUBJECT_INTENT = {"petition": Intent.PETITION, "bot": Intent.BOT}
# With a place named, these are asked of its tie.
_OF_ONE_TIE = frozenset({Intent.BEGINNING, Intent.VOTE})
# What argues for or against the ties asks nothing of the bot.
_ARGUED_OF = frozenset({Intent.ARGUING, Intent.END_CASE, Intent.KEEP_CASE, Intent.BOTH_SIDES})
_OF_LISTS = frozenset({Intent.COUNT, Intent.LIST})
_A_LITTLE = 0.001
# Where it is known what a question is about, so much is enough of one of the answers about that.
LIKE_OF_SUBJECT = 0.46
# So much, and the answer about that comes before those about anything else, and before a list.
SURELY_OF_SUBJECT = 0.62


@dataclass(frozen=True, slots=True)
class _Subject:
    """A subject of several answers: what a question asks that is about it, and the words that all of those share.

    So much of a likeness is ``enough``, where it is so far ``ahead`` of that to any other answer about the subject.
    """

    name: str
    intents: frozenset[Intent]
    shared: frozenset[str]
    enough: float = LIKE_OF_SUBJECT
    ahead: float = 0.0


# Left out one by one, nine of ten ways of asking about the bot that are so far ahead come to their own answer, and
# half of those that are not.
_SUBJECTS = (
    _Subject("bot", frozenset({Intent.BOT}), frozenset({"=you", "=be", "=bot"}), 0.3, 0.1),
    _Subject("act", frozenset({Intent.ACT}), frozenset({"=city", "=council", "=mayor"}), 0.3, 0.1),
    _Subject("petition", frozenset({Intent.PETITION}), frozenset({"=petition", "=sign", "=signature"})),
    _Subject(
        "sides",
        frozenset({Intent.KEEP_CASE, Intent.END_CASE, Intent.BOTH_SIDES, Intent.ARGUING}),
        frozenset({"=argument", "=answer", "=people", "=council", "=mayor", "=war"}),
    ),
)
# Subjects that are no ties: a question about them asks for no list of ties, whatever its other words narrow.
_COUNTRIES = frozenset({"=russia", "=ukraine"})
_NO_TIES = frozenset({"bot", "petition"})
# Beside an answer about these nothing but its card is told of a place.
_OF_HELP = frozenset({"bot", "act"})
# A clause of a longer text is asked a little less surely than the whole of a short one.
_OF_CLAUSE = 0.95
# So much of a text must be talk for the whole to be talk: not in "I don't want my name anywhere, is that ok".
_MOST_OF_IT = 0.5
# So like an answer's way of asking, and the answer is offered where a question was not understood; so many at most.
ENOUGH_TO_OFFER, MOST_OFFERED = 0.3, 3
# So like is enough where it is known what a question is about.
LITTLE_OF_SUBJECT = 0.18
# Beside an answer that a question is only like, another is told in short that is at least so like, by so little less;
# beside one that words of the record alone led to, one that is at least so like.
_ENOUGH_BESIDE, _NEARLY_AS_LIKE, _LIKE_BESIDE_WORDS = 0.45, 0.1, 0.5
# Before what is shown of a subject, so many of its answers are told in short that may be meant.
_MOST_NEAR = 2
# So much of an answer is told, in whole sentences, where it may be what is meant.
_IN_SHORT = 340
# So like, and it may be what is meant.
_MAY_BE_MEANT = 0.45
# What joins two questions, and how the second begins.
_AND = frozenset(map(normalise, "and but or и і а та й або или но але".split()))
_ASKING = frozenset(
    map(
        normalise,
        "who what whats how why where when which can do does is are whose will would кто что как почему зачем где "
        "когда куда сколько можно хто що як чому навіщо де коли куди скільки можна чи".split(),
    )
)
_LIKENESS = attrgetter("likeness")
_SHORTEST_CLAUSE, _MOST_CLAUSES = 3, 8
# So many characters of a question are looked through for phrases.
_LONGEST_PHRASED = 400
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTHS = frozenset(map(normalise, ALL_MONTHS))
_QUOTED = re.compile(r"[\"“”„«']([^\"“”„«»']{3,40})[\"“”»']")
_OF_MANY = frozenset({Intent.COUNT, Intent.WORDS, Intent.LIST})
_SENTENCE_ENDS = re.compile(r"(?<=[\w)”%]{2}\.) (?=[A-ZА-ЯІЇЄҐ/“{])")
_DIVIDES = re.compile(r"[.!?;:,\n—–()“”\"«»]")


@lru_cache(maxsize=1)
def _figures(register: Register, _version: int) -> dict[str, int]:
    return all_figures(register)


def figures_now(register: Register) -> dict[str, int]:
    """The record's figures by name, as it is now."""
    return _figures(register, register.version)


def explanation_of(question: Question, enough: float | None = None, *, listed: bool = False) -> Explanation | None:
    """The answer to the general question that is asked, if one is; ``enough`` is how like it must be.

    ``listed``: it asks for a list as well, by whose words alone no answer is recognised.
    """
    if enough is None and listed and _asks_for_figures(question):
        return None
    pair = _asks_of_a_pair(question)
    if enough is None and not pair and (phrased := phrased_by_words(question) or _quoted(question)):
        return phrased
    named = _names_what_is_asked_of(question)
    if named and question.intents & _OF_ONE_TIE:
        return None
    if enough is None and _asks_why_of_a_place(question):
        return None
    argued = Intent.ARGUING in question.intents
    narrowed = named or (listed and question.period is not None)
    asked = (ARGUED_BESIDE_NAMES if argued else LIKE_BESIDE_NAMES) if narrowed else (ARGUED if argued else LIKE)
    needed = asked if enough is None else enough
    of_list = {meaning(word) for word in (*question.of_lists, *_times(question))} if listed else set()
    if enough is not None and question.intents & _OF_LISTS:
        needed = max(needed, _LIKE_WITHOUT_RIVAL)
    found = [
        each
        for each in _found(question, needed, 0.0 if enough is None else _FAR_AHEAD)
        if each.likeness >= needed
        and (argued or not each.unshared & _STANDING_WORDS)
        and not _is_of_the_other_country(each)
        and _may_be_of_petition(each.explanation, question)
        and not (each.explanation.small_talk and (named or _is_talk_by_one_word(each)))
        and not (
            (named or (listed and question.intents & _OF_SEVERAL))
            and _is_of_another_subject(each.explanation, question)
        )
        and (enough is None or _fits_where_nothing_else_does(each, question))
        and (
            len(each.telling - of_list) > named
            or (enough is None and not (named or listed))
            or each.likeness >= _THE_SAME
        )
    ]
    best = max(found, key=_LIKENESS, default=None)
    if enough is None and not named and (best is None or best.likeness < _THE_SAME):
        sure = _of_subject(question, SURELY_OF_SUBJECT, _NO_TIES)
        if sure is not None:
            return sure
    if best is not None:
        return best.explanation
    if enough is not None or question.speakers:
        return None
    return (_of_place(question) if named else None) or _of_subject(question, only=_NO_TIES if listed else None)


def _names_what_is_asked_of(question: Question) -> bool:
    """Whether a place, a state or somebody is named: not only where somebody is who asks, "I'm from Belgorod"."""
    spots = [mention.start for mention in question.mentions]
    named = [start for start in spots if not is_where_the_asker_is(question.words, start)]
    return bool(named or (question.states and not spots) or question.speakers)


def _is_of_the_other_country(found: FoundExplanation) -> bool:
    """Whether an answer is about Russia, and the question speaks of Ukraine, or the other way round."""
    topic = {meaning(word.norm) for word in tokens(found.explanation.topic)}
    asked, other = found.unshared & _COUNTRIES, topic & _COUNTRIES
    return bool(asked and other and not asked & other)


def _is_talk_by_one_word(found: FoundExplanation) -> bool:
    """Whether talk is recognised by one word among others: "the hometown of Putin" is no "my hometown is destroyed"."""
    return len(found.telling) == 1 and found.likeness < _TALK_BY_ONE_WORD


def _fits_where_nothing_else_does(found: FoundExplanation, question: Question) -> bool:
    """Whether an answer is like enough to a question that nothing else fits, and no other is nearly as like."""
    if _is_of_another_subject(found.explanation, question) and (
        found.explanation.subject == "petition" or question.intents & _ARGUED_OF
    ):
        return False
    if len(found.telling) < 2 and found.likeness < _ON_ONE_WORD and not found.explanation.small_talk:
        counted = question.intents & _OF_LISTS
        return found.likeness >= _ON_ONE_ALONE and found.ahead >= _FAR_AHEAD and not counted
    surely = _ON_ONE_WORD if question.intents & _OF_LISTS else _LIKE_WITHOUT_RIVAL
    return found.ahead >= (_AHEAD if found.likeness >= surely else _FAR_AHEAD)


def _asks_of_a_pair(question: Question) -> bool:
    """Whether it is asked how the tie of two places began or was voted on, or which came first: of those alone."""
    placed = sum(bool(mention.places) for mention in question.mentions)
    asked = question.intents & {*_OF_ONE_TIE, Intent.SEQUENCE, Intent.SAID}
    return placed > 1 and bool(asked) and not question.intents & {Intent.PETITION, Intent.ACT}


def _asks_why_of_a_place(question: Question) -> bool:
    """Whether it is asked why the place that is named decided, or did not decide: its own reasons answer that."""
    placed = any(mention.places and not mention.weak for mention in question.mentions)
    decided = bool(question.standings or question.excluded_standings)
    why = (Intent.REASONS in question.intents and decided) or bool(question.intents & WHYS)
    return placed and (why or ActKind.PROPOSED in question.narrowing.kinds or _asks_of_a_pair(question))


def _asks_for_figures(question: Question) -> bool:
    """Whether so much of a list is asked for that nothing on file says it: a share of what was done, or in a time."""
    acts = question.standings or question.narrowing.kinds
    one_of_both = question.narrowing.share is not (question.period is not None)
    return bool(acts) and one_of_both and Intent.ARGUING not in question.intents


def _is_of_another_subject(explanation: Explanation, question: Question) -> bool:
    """Whether an answer is about the petition or the bot, and the question has no word of those."""
    intent = _SUBJECT_INTENT.get(explanation.subject)
    return intent is not None and intent not in question.intents


@cache
def _phrases() -> PhraseTable[str]:
    return PhraseTable({each.id: phrases("\n".join(each.phrases)) for each in shipped().in_full() if each.phrases})


@cache
def _phrases_together() -> PhraseTable[tuple[str, int]]:
    """The phrases of which all must stand in a question, by the id of their answer and their number."""
    known = ((each.id, number, text) for each in shipped().all for number, text in enumerate(each.together))
    return PhraseTable({(name, number): phrases(text) for name, number, text in known})


def _asked_together(joined: str) -> str | None:
    """The id of the answer all of whose phrases stand in normalised words, of the most, where several have theirs."""
    held = Counter(name for name, _ in _phrases_together().found(joined))
    whole = [each for each in shipped().all if each.together and held[each.id] == len(each.together)]
    return max(whole, key=lambda each: len(each.together)).id if whole else None


# Whoever answers a question asks this several times of the same words.
@lru_cache(maxsize=8)
def phrased_by(joined: str) -> Explanation | None:
    """The answer that is asked by a phrase in normalised words; by the longest, where several are. Where none is, the
    one all of whose phrases stand there. Words that are a way of asking for another answer ask for that one.
    """
    found = {name: len(matches[0].group()) for name, matches in _phrases().found(joined).items()}
    name = max(found, key=found.__getitem__) if found else _asked_together(joined)
    if name is None:
        return None
    same = shipped().find(joined.split(), _THE_SAME)
    return same.explanation if same else shipped().by_id(name)


def asked_of_help(question: Question) -> Explanation | None:
    """What a phrase asks of the bot or of taking part, beside which a place that is named gets its card alone."""
    found = phrased_by_words(question)
    if found is None or found.subject not in _OF_HELP or (found.subject == "bot" and found.of_place):
        return None
    return None if _asks_of_a_pair(question) or question.intents & _ARGUED_OF else found


def phrased_by_words(question: Question) -> Explanation | None:
    """The answer that a phrase in a question asks for."""
    return phrased_by(question.joined[:_LONGEST_PHRASED])


@cache
def _in_quotes() -> dict[str, Explanation]:
    """The answers that are asked for by a word in quotation marks, by these words, normalised."""
    return {key(word): each for each in shipped().all for word in each.quoted}


def _quoted(question: Question) -> Explanation | None:
    """What is asked with a word in quotation marks: “dormant” - so is it dead. Not how many are so, nor who said it."""
    named = any(not mention.weak for mention in question.mentions)
    if named or question.all_states or question.intents & _OF_MANY:
        return None
    quotes = (_in_quotes().get(key(each[1])) for each in _QUOTED.finditer(question.text[:_LONGEST_PHRASED]))
    asked = next(filter(None, quotes), None)
    liker = shipped().find((word.norm for word in question.words), _LIKE_AS_A_WHOLE) if asked else None
    return liker.explanation if liker and not liker.explanation.small_talk else asked


def phrased_by_alone(question: Question) -> Explanation | None:
    """The answer that a phrase or a word in quotation marks asks for, and that stands alone whatever is named."""
    found = phrased_by_words(question)
    named = question.mentions or question.states or question.speakers
    if found is not None and (found.alone or (found.small_talk and not named)):
        return found
    return _quoted(question)


def _times(question: Question) -> list[str]:
    """The words of a time by which a list is narrowed."""
    if question.period is None:
        return []
    words = (word.norm for word in question.words)
    return [word for word in words if word in _MONTHS or _YEAR.fullmatch(word) or names_a_time(word)]


@cache
def _asked_of_places() -> Topics:
    """The answers that may be asked for with the name of a place."""
    return shipped().topics(each.id for each in shipped().all if each.of_place)


def _of_place(question: Question) -> Explanation | None:
    """The answer to what is asked of the bot with the name of a place in it: "tell me when Oakland decides"."""
    words = [word.norm for word in _besides_names(question)]
    likeliest = shipped().find(words, _LIKE_OF_PLACE, among=_asked_of_places())
    if likeliest is None or len(likeliest.telling) < _TELLING_OF_PLACE:
        return None
    # It must be ahead of what is asked for without a place, too.
    found = shipped().find(words, _LIKE_OF_PLACE, within=_FAR_AHEAD)
    if found is None or found.explanation is not likeliest.explanation:
        return None
    return found.explanation if found.ahead >= _FAR_AHEAD else None


def _besides_names(question: Question) -> list[Token]:
    names = {i for mention in question.mentions for i in range(mention.start, mention.end)}
    return [word for i, word in enumerate(question.words) if i not in names]


def _of_subject(
    question: Question, enough: float | None = None, only: Collection[str] | None = None
) -> Explanation | None:
    """The answer about a subject of the question that is most like it, by more than the words of the subject.

    ``enough``: how like it must be, if not as the subject has it; ``only``: about one of these subjects.
    """
    for subject in _SUBJECTS:
        if (only is not None and subject.name not in only) or (
            subject.name == "bot" and (question.abroad or question.all_states)
        ):
            continue
        if subject.intents & question.intents and (subject.name == "petition" or not question.mentions):
            found = _like_of(subject, question, enough)
            if found is not None:
                return found.explanation
    return None


def _like_of(subject: _Subject, question: Question, enough: float | None) -> FoundExplanation | None:
    """The answer about a subject that a question, or a clause of it, is most like, if it is so by far enough."""
    needed = subject.enough if enough is None else enough
    if question.asks_of_ties and subject.ahead:
        needed = max(needed, LIKE_OF_SUBJECT)
    found = [
        each
        for number, text in enumerate(_texts(question))
        if (each := shipped().find(text, needed, subject.name, within=subject.ahead))
        and not _is_of_the_other_country(each)
        and (number == 0 or subject.name != "petition" or each.telling & subject.shared)
        and (len(each.telling - subject.shared) > 1 or (each.telling - subject.shared and each.likeness >= _ON_ONE))
        and (each.ahead >= subject.ahead or each.likeness >= _THE_SAME)
        and (subject.name != "petition" or each.likeness >= SURELY_OF_SUBJECT or _holds_all(each, question))
    ]
    return max(found, key=_LIKENESS, default=None)


def _holds_all(found: FoundExplanation, question: Question) -> bool:
    """Whether no word of a question says something that the way of asking has not."""
    return all(meaning(normalise(word)) in found.telling for word in question.asides if not is_common(normalise(word)))


def is_near(question: Question) -> bool:
    """Whether an answer is so like a question that it may be meant, if not surely."""
    words = [word.norm for word in question.words]
    found = shipped().nearest(words, _MAY_BE_MEANT, 1)
    return bool(found) and (found[0].explanation.subject != "petition" or Intent.PETITION in question.intents)


def nearest(question: Question) -> list[Explanation]:
    """The answers whose ways of asking are most like a question that was not understood, by what they share.

    Where it is known what the question is about, those about that are the first.
    """
    words = [word.norm for word in question.words]
    found = [each.explanation for each in shipped().nearest(words, ENOUGH_TO_OFFER, 3 * MOST_OFFERED)]
    about = subject_of(question)
    if about:
        within = [each.explanation for each in shipped().nearest(words, LITTLE_OF_SUBJECT, MOST_OFFERED, about)]
        found = [*within, *(each for each in found if each.subject == about and each not in within)] or found
    unnamed = about == "petition" or not (about or question.on_subject or question.mentions)
    return [each for each in found if unnamed or each.subject != "petition"][:MOST_OFFERED]


def others_meant(question: Question, told: Explanation) -> list[Explanation]:
    """The answers that a question is nearly as like as the one that was told of it, the nearest first.

    None, where that one is asked for word for word; where by a phrase of its own, only what is liker by far.
    """
    words = [word.norm for word in question.words]
    own = shipped().find(words, among=shipped().topics([told.id]))
    if told.small_talk or (own is not None and own.likeness >= _THE_SAME):
        return []
    like = own.likeness if own else 0.0
    phrased = phrased_by_words(question) is told
    enough = max(LIKE, like + _FAR_AHEAD) if phrased else max(_ENOUGH_BESIDE, (like or LIKE) - _NEARLY_AS_LIKE)
    found = shipped().nearest(words, enough, _MOST_NEAR + 1)
    return [each.explanation for each in found if each.explanation is not told][:_MOST_NEAR]


def meant_by_words(question: Question, words: Collection[str]) -> list[Explanation]:
    """The answers like a question that is answered by something else, which those of its words ask for that were not
    taken in; with no such words, the ones that are much like it.
    """
    norms = [word.norm for word in question.words]
    found = shipped().nearest(norms, _ENOUGH_BESIDE if words else _LIKE_BESIDE_WORDS, MOST_OFFERED)
    left = {meaning(normalise(word)) for word in words}
    fit = [each for each in found if not left or left & each.telling]
    return [it.explanation for it in fit if not _is_of_another_subject(it.explanation, question)][:_MOST_NEAR]


def asked_besides(question: Question, told: Explanation) -> list[Explanation]:
    """What another sentence or clause of a question asks for by itself: "are you partisan? who pays for you"."""
    clauses = [part for clause in _clauses(question.text, question.words) for part in _joined_questions(clause)]
    if len(clauses) < 2 or told.small_talk:
        return []
    found = [each for clause in clauses if (each := _asked_by_clause([word.norm for word in clause]))]
    others = {each.id: each for each in found if each is not told and not each.small_talk}
    return list(others.values())[:_MOST_NEAR]


def asked_by_a_clause(question: Question) -> Explanation | None:
    """The answer that a clause without a name asks for by its own words, where ties are told of by the others."""
    named = {i for mention in question.mentions for i in range(mention.start, mention.end)}
    places = {question.words[i] for i in named}
    clauses = [part for clause in _clauses(question.text, question.words) for part in _joined_questions(clause)]
    general = [clause for clause in clauses if len(clause) >= _SHORTEST_CLAUSE and not places & {*clause}]
    if len(general) == len(clauses):
        return None
    found = (phrased_by(" ".join(word.norm for word in clause)[:_LONGEST_PHRASED]) for clause in general)
    return next((each for each in found if each and not each.small_talk), None)


def _joined_questions(clause: Sequence[Token]) -> list[Sequence[Token]]:
    """A clause by the questions that are joined in it: "who pays you and how come you tell both sides"."""
    at = [i for i in range(1, len(clause) - 1) if clause[i].norm in _AND and clause[i + 1].norm in _ASKING]
    starts, ends = [0, *(i + 1 for i in at)], [*at, len(clause)]
    return [clause[start:end] for start, end in zip(starts, ends, strict=True)]


def _asked_by_clause(norms: Sequence[str]) -> Explanation | None:
    if phrased := phrased_by(" ".join(norms)[:_LONGEST_PHRASED]):
        return phrased
    like = shipped().find(norms, LIKE_BESIDE_NAMES)
    return like.explanation if like and (len(like.telling) > 1 or like.likeness >= _THE_SAME) else None


def near_of_subject(question: Question, subject: str) -> list[Explanation]:
    """The answers about a subject that share more with a question than the words of that subject, the nearest first."""
    shared = next(each.shared for each in _SUBJECTS if each.name == subject)
    words = [word.norm for word in question.words]
    found = shipped().nearest(words, LITTLE_OF_SUBJECT, MOST_OFFERED, subject)
    return [each.explanation for each in found if each.telling - shared][:_MOST_NEAR]


def _may_be_of_petition(explanation: Explanation, question: Question) -> bool:
    """Whether an answer is about the petition, where that is meant and not named; any answer, where it is not meant."""
    return explanation.subject == "petition" or not is_meant_by_signing(question)


def is_meant_by_signing(question: Question) -> bool:
    """Whether the petition is meant and not named: "link to sign?"."""
    return Intent.PETITION in question.intents and INTENTS[Intent.PETITION].search(question.joined) is None


def meant_of_petition(question: Question) -> Explanation | None:
    """What is asked of the petition by who speaks of it.

    Who has signed asks what comes then; where another country is named, whether one may sign there.
    """
    if SIGNED.search(question.joined):
        return shipped().by_id("petition-after")
    return shipped().by_id("petition-who") if question.abroad else None


def subject_of(question: Question) -> str:
    """What a question is about that is about no tie: the petition, the bot; else empty."""
    if Intent.PETITION in question.intents:
        return "petition"
    return "bot" if Intent.BOT in question.intents and not question.asks_of_ties else ""


def _texts(question: Question) -> list[list[str]]:
    """The normalised words of a question, and of each of its clauses."""
    clauses = _clauses(question.text, question.words)
    parts = [clause for clause in clauses if len(clauses) > 1 and len(clause) >= _SHORTEST_CLAUSE]
    return [[word.norm for word in text] for text in (question.words, *parts)]


def _found(question: Question, enough: float, within: float) -> Iterator[FoundExplanation]:
    """What is most like the question, like what it says without the names of places, and like each of its clauses."""
    words = _besides_names(question)
    names = len(words) < len(question.words)
    clauses = _clauses(question.text, words)
    texts = [words, *(clause for clause in clauses if len(clauses) > 1 and len(clause) >= _SHORTEST_CLAUSE)]
    if Intent.CLAIM in question.intents and (claimed := _without_asking_if_so(question, words)):
        texts.append(claimed)
    for number, text in enumerate([question.words, *texts] if names else texts):
        found = shipped().find((word.norm for word in text), enough - _A_LITTLE, within=within)
        if found is not None:
            is_clause = number > names
            if is_clause and found.explanation.small_talk and len(text) < len(question.words) * _MOST_OF_IT:
                continue
            yield replace(found, likeness=found.likeness * _OF_CLAUSE) if is_clause else found


def _without_asking_if_so(question: Question, words: Sequence[Token]) -> list[Token]:
    """The words without those that ask whether something is so: "is it true that only a mayor decides"."""
    asking = {word for match in INTENTS[Intent.CLAIM].finditer(question.joined) for word in match.group().split()}
    left = [word for word in words if word.norm not in asking]
    return left if _SHORTEST_CLAUSE <= len(left) < len(words) else []


def _clauses(text: str, words: Sequence[Token]) -> list[list[Token]]:
    """The words by what punctuation divides, the first few clauses."""
    clauses: list[list[Token]] = [[]]
    for before, word in zip((None, *words), words, strict=False):
        if before is not None and _DIVIDES.search(text[before.end : word.start]):
            clauses.append([])
        clauses[-1].append(word)
    return clauses[:_MOST_CLAUSES]


def still_holds(explanation: Explanation, register: Register) -> bool:
    """Whether an answer is true of the record as it is now."""
    return explanation.holds_while is None or explanation.holds(figures_now(register))


def explanation_part(
    explanation: Explanation, register: Register, citations: Citations, first_steps: str = ""
) -> TextBlock:
    """The answer with its figures and sources, and the commands; before it the first steps in another language."""
    marks = citations.cite(explanation.sources, most=len(explanation.sources))
    lines = [Line(first_steps)] if first_steps else []
    lines.append(Line(f"{explanation.told(figures_now(register))}{marks}"))
    if explanation.unlinked:
        lines.append(Line(sentences.also_from(explanation.unlinked)))
    if explanation.commands:
        lines.append(Line(sentences.commands_for_it(explanation.commands)))
    return TextBlock(tuple(lines), None if explanation.small_talk else explanation.topic)


def short_part(explanation: Explanation, register: Register, citations: Citations) -> TextBlock:
    """The first sentences of an answer that may be meant, under what it answers."""
    told, *rest = _SENTENCE_ENDS.split(explanation.told(figures_now(register)))
    for sentence in rest:
        if len(told) + len(sentence) > _IN_SHORT:
            break
        told = f"{told} {sentence}"
    marks = citations.cite(explanation.sources, most=1)
    return TextBlock((Line(f" {told}{marks}", sentences.if_you_mean(explanation.topic)),))


def further(explanation: Explanation, register: Register) -> list[AnswerChoice]:
    """What can be asked next: other answers, and ties."""
    answers = [shipped().by_id(name) for name in explanation.see]
    ties = [register.tie(name) for name in explanation.see if name in register.record.ties]
    return [*(answer_choice(each) for each in answers if each), *(tie_choice(tie, register) for tie in ties)]


def answer_choice(explanation: Explanation) -> AnswerChoice:
    """A button for an explanation."""
    return AnswerChoice(clip(explanation.topic, LABEL_LENGTH), TargetKind.ANSWER, explanation.id)
