"""What a question asks of a list that it cannot be sorted or narrowed by, and is told so. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cogs.lookup import sentences
from cogs.lookup.history.times_compared import words_of_the_rest
from cogs.lookup.lists import list_sentences
from cogs.lookup.lists.also_standing import is_proposed
from cogs.lookup.lists.asked_list import BY_STANDING, GROUP, asks_for_counts
from cogs.lookup.lists.division_reading import Division, division_asked, groups_named, words_of_division
from cogs.lookup.lists.filters import set_rows
from cogs.lookup.lists.halfway import words_of_halves
from cogs.lookup.lists.lifetimes import words_of_lives
from cogs.lookup.lists.list_filter import guesses_the_year
from cogs.lookup.lists.list_order import asked_of_listed
from cogs.lookup.lists.looked_at import words_of_anything_done
from cogs.lookup.lists.measures import measure_asked, words_of_dividing, words_of_measures
from cogs.lookup.lists.regions_asked import words_of_parts, words_of_region
from cogs.lookup.lists.standings_listed import asks_of_each, asks_which_are_not, kinds_of
from cogs.lookup.lists.unrecorded import unrecorded, words_of_unrecorded
from cogs.lookup.model import SortOrder, TieFilter, Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.leaving_words import LEAVING_OUT
from cogs.lookup.phrases.words_matched import words_matched
from cogs.lookup.reading.asked_kinds import ASKED_KINDS
from cogs.lookup.reading.asked_numbers import words_of_its_age
from cogs.lookup.reading.conditions_asked import topics_left_out, words_of_conditions
from cogs.lookup.reading.harmless import may_ask_alone, narrows_nothing, said_of_asker
from cogs.lookup.reading.heads import heads_with_standing
from cogs.lookup.reading.intents import HAPPENED, INTENTS, SEVERAL, SUBJECT, Intent
from cogs.lookup.reading.leaving_out import words_leaving_out
from cogs.lookup.reading.over_the_war import words_of_the_war
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import OF_TALKING, said_in_all
from cogs.lookup.reading.whose_word import words_of_deciders, words_of_whose
from cogs.lookup.times import day_words, year_words
from cogs.lookup.times.known_events import words_of_events
from cogs.lookup.times.periods import names_a_time
from cogs.lookup.times.times_against import is_set_against_another, words_of_time_against
from cogs.lookup.times.years_in_full import leaves_out_a_time
from cogs.lookup.ukraine.ukraine import is_a_cause
from cogs.wording.blocks import Line, TextBlock
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.months import ALL_MONTHS
from db.record.ordinary_words import is_common
from db.record.register import Register
from db.record.standings import Standing
from db.record.stop_words import STOP_WORDS
from db.record.text import normalise
from db.record.values import value

_MONTHS = frozenset(map(normalise, ALL_MONTHS))
# What is read as a time, and is no name of a month.
_OF_A_TIME = frozenset(
    map(
        normalise,
        "anniversary older seventies eighties nineties семидесятых восьмидесятых девяностых вісімдесятих дев'яностих "
        "старше старші старіші давніші раньше раніше веке столітті столетии союза союзу союз union "
        "breakup collapse падения распада "
        "падіння стены стіни".split(),
    )
)
# Words that belong to a time that is read, and to the making of a tie.
_COUNTING = frozenset(
    map(normalise, "первого первый перший першого first два две дві три двух двох трёх трьох".split())
)
_SIGNING = frozenset(
    map(
        normalise,
        "turn turns turned turning born birthday signed заключили заключено подписали подписано підписали підписано "
        "уклали укладено".split(),
    )
)
_NONE = frozenset(map(normalise, ("немає", "нема", "нет", "нету")))
# That a suspended tie comes back, which is what a condition is on.
_RETURN = frozenset(
    map(
        normalise,
        "return lifting lift undo back повернення відновлення відновити возврата возвращения возобновления вернуть "
        "называют називають прописав прописал прописали".split(),
    )
)
# What bodies and offices that decide are called besides.
_OF_DECIDERS = frozenset("elected local official body member members volunteer volunteers actor press media".split())
_MOST_WORDS = 5
# How words of everyday talk end that may sort a list.
_COMPARED = ("est", "er")
# A name as it is written with its ending: "McDonald's"; "they'd" is none.
_OWNED = LATE.compile(r"([a-z]{4,})['’]s", re.IGNORECASE)
# What denies what was done: "haven't met", "never discussed", "не обсуждали".
_DENYING = frozenset("havent hasnt hadnt didnt never werent wasnt не".split())
# How a word ends that says what was done; in English any, for the word that denies says it already.
_DONE = LATE.compile(r"[a-z]+|[а-яіїєґ'’]+(?:[вл]|л[аои]|[вл]ся|л[аиос]с[яь]|[юя]т[ьс]?я?|ут[ьс]?я?)")
# Who asks, before what is asked: "from a tired volunteer", "as a council clerk".
_ASKER = LATE.compile(
    r"\b(?:(?:question from|asking as|speaking as|as|im|i am|i m) (?:a|an) (?:\w+ ?){1,3}"
    # "My group needs the list of active ones".
    r"|(?:my|our) (?:\w+ )?(?:group|team|chapter|club|class|office|boss|editor|board|lawyer|counsel|staff|union|church)"
    r"(?: (?:needs?|wants?|asks?|asked|would like|is asking|are asking))?)"
)
# What is set against a decider that a list is of: "rather than somebody talking", "а не на чиємусь слові".
_SET_AGAINST = LATE.compile(
    r"\b(?:rather than|instead of|as opposed to|and not|not just|а не|не просто) ((?:\w+ ?){1,4})"
)
# Words of the subject that would narrow a list, had it anything to hold them against.
_OF_A_SUBJECT = LATE.compile(
    r"(?:ukrain\w*|украин\w*|україн\w*|senat\w*|congress\w*|lawmak\w*|legislat\w*|сенат\w*|конгрес\w*|конгресс\w*)"
)
# A vote is asked of, where nothing that a list holds is of votes.
_OF_A_VOTE = LATE.compile(r"vot(?:es?|ed|ing)|голосуван|голосован|голосувал|голосовал|проголосувал|проголосовал")
# What the vote was, which the row of each tells.
_VOTE_OF_EACH = said_in_all("lists", "vote_of_each")
_YEAR = LATE.compile(r"(?:19|20)\d\d")
# Words that only join those by which something is asked for.
_SMALL = frozenset(
    """
    a the of by in on to and or who which what were was are is it its them they their theirs that this those these not
    any all with from for have has had be been did do does if as at an us
    из з с в у на и та і й что що кто хто не за по их їх як как
    """.split()
)
_NUMBERS = frozenset("one two three four five six один два дви две три чотир четыр".split())
# What stands before a time and is none.
_LEADS = frozenset("since after before until till between during past full scale го му".split())
# What was kept was not ended, and what was resumed had been suspended.
_OF_ANOTHER = (ActKind.KEPT, ActKind.RESUMED)
# What bounds a time, and what it is named by.
_BOUNDED = LATE.compile(
    r"\b(?:before|after|since|until|till|by|during|within|following|prior to|between|of|до|писл|посл|перед"
    r"|за|миж|межд\w*|на|к|протяг\w*|течен\w*) (?:\w+ ){0,2}?"
    r"(weeks?|weekends?|months?|easter|christmas|thanksgiving|ramadan|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|spring|summer|autumn|winter|speech|пасх\w*|великод\w*|риздв\w*|рождеств\w*|тиж[дн]\w*|недел\w*|мисяц\w*|месяц\w*"
    r"|промов\w*|виступ\w*|выступлен\w*|понедил\w*|вивтор\w*|серед[уи]|четвер\w*|пятниц\w*)\b"
)
# Who did or said something, right before what was done.
_DOING = LATE.compile(
    r"\b(?:the|a|its|their|whose|where|де|где|що|що їх|котор\w*|яки\w*) "
    r"(mayors?|councils?|commissions?|governors?|мер|мери|рад|совет|губернатор\w*) "
    r"(?:also |itself |сам\w* )?(?:[a-z]{3,}ed|said|spoke|met|went|wrote|[а-яі]{3,}(?:вал|ил|ал|ав|ив|ила|али|или))\b"
)
# Before whom something was done: "before any council did".
_BEFORE_OTHERS = LATE.compile(
    r"\b(?:before|after|earlier than|sooner than|ahead of) (?:any |the |all |every |other |their |its )*"
    r"(?:councils?|mayors?|governors?|others)\b(?= (?:did|had|acted|moved|voted))"
    r"|\b(?:раньш|раниш)\w* (?:за |чем |ниж )?(?:совет|рад|мер|губернатор)\w*"
)
_OF_SIDES = frozenset({Intent.KEEP_CASE, Intent.END_CASE, Intent.BOTH_SIDES})
_OF_VOTES = frozenset({Trait.VOTED, Trait.NO_VOTE, Trait.UNDECIDED, Trait.UNANIMOUS, Trait.SPLIT})
_OF_STANDINGS = frozenset({Trait.CHANGED_COURSE, Trait.CONDITION, Trait.NO_CONDITION, Trait.SPLIT})
_NEGATIVE = frozenset({
    Trait.NO_CONDITION, Trait.NO_VOTE, Trait.NO_WORD, Trait.NO_YEAR, Trait.NOT_OF_CITY, Trait.NOT_OF_STATE,
    Trait.NOT_ON_2022_LIST, Trait.UNDECIDED, Trait.NEVER_SEARCHED, Trait.SPLIT, Trait.ONLY_WIKIPEDIA, Trait.OF_STATE,
    Trait.OF_COUNTY, Trait.OF_CITY, Trait.ONE_REPORT,
})  # fmt: skip
_RULES_OUT = LATE.compile(
    rf"\b(?:{LEAVING_OUT}|instead of|rather than|as opposed to|unlike|but not|and not|замисть?|вместо?|а не) "
    r"(?:(?:a|the|any|by|just|all) )*(\w+)"
)
_JOINING = frozenset("with whose having per have has had got".split())
_SHORTEST_DEED = 4
# Behind what rules out, so many words say what.
_NEAR = 4
# What asks for all ties, and for no more.
_OF_ALL = (Intent.LIST, Intent.COUNT, Intent.EVERYTHING)
_STANDING_BEFORE_PLACES = frozenset({"на", "в", "у"})
# What a word before them narrows: "which republican mayors kept ties".
_NARROWED_NOUNS = frozenset(
    "cities citys towns places ties ones mayors councils governors states counties partners sisters pairs votes".split()
)


@value
class NotUnderstood:
    """What of a question a list does not take in: what is said before it, and words that are named behind it."""

    first: TextBlock | None
    behind: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether there is anything of the kind."""
        return self.first is not None or bool(self.behind)


def not_understood(question: Question, chosen: TieFilter, register: Register) -> NotUnderstood:
    """What a list was to be sorted or narrowed by that it cannot be.

    Every word of the question is accounted for: the filter uses it, it is talk, or it is named here.
    """
    said = []
    if properties := unrecorded(question):
        said.append(list_sentences.not_on_record(properties))
    if unsortable := _unsortable(question):
        said.append(list_sentences.cannot_sort_by(unsortable))
    if leaves_out_a_time(question.joined) and not is_set_against_another(question.joined, question.period):
        said.append(list_sentences.CANNOT_LEAVE_OUT_A_TIME)
    whole = not set_rows(chosen, register) and chosen.order is SortOrder.RECORD
    unread, unused = _unread(question, chosen), not_used(question, chosen)
    several = len(question.standings) > 1
    if whole and not (several or chosen.without or counts_groups(question) or asks_for_counts(question)):
        unread = list(dict.fromkeys((*unread, *words_beside_all(question))))
    narrowing = unread if whole else _said_of_ties(question, unread)
    unread = [word for word in unread if word in narrowing or _may_narrow(word, question)]
    left = list(dict.fromkeys((*unread, *unused)))
    behind: list[str] = []
    if narrowing and whole and not (unsortable or properties):
        said.append(list_sentences.cannot_narrow_by(left[:_MOST_WORDS]))
    elif left:
        light = [] if whole else [word for word in unread if _weighs_little(word)]
        behind = [word for word in left if word in light and word not in (*narrowing, *unused)]
        if first := [word for word in left if word not in behind]:
            said.append(sentences.passed_over(first[:_MOST_WORDS]))
    if properties and whole:
        said.append(list_sentences.WHAT_I_CAN)
    return NotUnderstood(TextBlock(tuple(map(Line, said))) if said else None, tuple(behind[:_MOST_WORDS]))


def _weighs_little(word: str) -> bool:
    """Whether a word, as typed, is one of everyday talk, no name and no comparison: most such narrow no list."""
    return word.islower() and not word.endswith(_COMPARED) and is_common(normalise(word))


def counts_groups(question: Question) -> bool:
    """Whether all ties are only counted by something: by state, by standing, by how good the evidence is."""
    narrowing = question.narrowing
    counted = narrowing.counts_states or narrowing.counts_russian or narrowing.counts_places
    divided = division_asked(question) is not None or BY_STANDING.search(question.joined) is not None
    return counted or narrowing.by_grade or narrowing.by_word or narrowing.average or divided


def words_beside_all(question: Question) -> list[str]:
    """The words, as typed, that say more than that all ties are asked for, whatever phrase they are part of: where
    they changed nothing of a list of all, it is not what was asked.
    """
    asking = (*(INTENTS[it] for it in _OF_ALL), SUBJECT, SEVERAL, GROUP)
    known = words_matched(it for said in asking for it in said.finditer(question.joined))
    known |= words_of_parts(question) | STOP_WORDS | OF_TALKING | said_of_asker(question.text, question.words)
    known |= words_of_unrecorded(question)
    left = [word.raw for word in question.words if word.norm not in known]
    return [word for word in left if may_ask_alone(word) or not narrows_nothing(word)]


def _unsortable(question: Question) -> tuple[str, ...]:
    """The words by which a list is to be sorted and cannot be; not those by which it is divided."""
    words, divided = question.narrowing.unsortable, division_asked(question)
    if divided is None or divided.by is Division.RUSSIAN_PLACE:
        return words
    return tuple(word for word in words if word not in words_of_division(question))


def denied_and_unread(question: Question, chosen: TieFilter) -> list[str]:
    """What ties are asked for not to have done, as typed, where that is no word by which a list is narrowed: "councils
    that haven't met". Without it the list would be of the others. Empty where more narrows the list.
    """
    if chosen.kinds == (ActKind.PROPOSED,) and (denied := _proposals_denied(question)):
        return denied
    more = chosen.standings or chosen.kinds or chosen.traits or chosen.not_so or chosen.since or chosen.until
    if more or chosen.lacking or not (chosen.authorities or chosen.how or chosen.order is SortOrder.RECORD):
        return []
    unread = {*map(normalise, _unread(question, chosen))}
    words = question.words
    for i, word in enumerate(words):
        if word.norm in _DENYING:
            following = next((at for at in range(i + 1, min(i + 3, len(words))) if words[at].norm in unread), None)
            if following is not None and _DONE.fullmatch(words[following].raw.casefold()):
                return [question.text[word.start : words[following].end]]
    return []


def _proposals_denied(question: Question) -> list[str]:
    """What says that nothing was proposed, as typed, wherever it is named: "councils that never discussed it"."""
    found = []
    for match in ASKED_KINDS[ActKind.PROPOSED].finditer(question.joined):
        first = question.joined[: match.start()].count(" ")
        before = question.words[max(0, first - 2) : first]
        denying = next((word for word in before if word.norm in _DENYING), None)
        if denying is None:
            return []
        found.append(question.text[denying.start : question.words[first + match.group().count(" ")].end])
    return found[:1]


def words_left(question: Question, chosen: TieFilter) -> list[str]:
    """The words that are named as not understood, as they were typed."""
    found = [word for word in _unread(question, chosen) if _may_narrow(word, question)]
    return found[:_MOST_WORDS]


def _unread(question: Question, chosen: TieFilter) -> list[str]:
    """The words that are neither names nor of the vocabulary, and no talk without which a list is the same."""
    weak = [named.typed for named in question.mentions if named.weak and not named.places]
    # By what they were cut for, no tie is listed.
    causes = [word for named in question.mentions if is_a_cause(named, question) for word in named.typed.split()]
    words = (*question.asides, *weak, *causes, *question.passed_over)
    telling = [word for word in words if (word.isalpha() or _OWNED.fullmatch(word)) and not narrows_nothing(word)]
    known = _known(question, chosen) if telling else frozenset()
    return [word for word in telling if normalise(word) not in known]


def _known(question: Question, chosen: TieFilter) -> frozenset[str]:
    """The normalised words of a question that were understood as a part of it, or that a filter takes in."""
    known = words_of_parts(question) | (_MONTHS | _OF_A_TIME if question.period else frozenset())
    known |= _beside_the_list(question, chosen)
    known |= words_matched(_ASKER.finditer(question.joined))
    if question.period:
        known |= words_of_time_against(question.joined)
        known |= _COUNTING | day_words.of_days(question.joined) | year_words.of_years(question.joined)
    if divided := bool(division_asked(question) or groups_named(question)):
        known |= words_of_division(question)
    known |= (
        (_NUMBERS if chosen.most or divided else frozenset())
        | words_of_unrecorded(question)
        | words_of_its_age(question.joined)
        | words_of_halves(question)
        | words_of_lives(question)
        | words_of_measures(question)
        | words_of_dividing(question)
        | (_OF_DECIDERS | words_of_deciders(question.joined, Authority) if question.narrowing.by_word else frozenset())
        | words_of_events(question.joined)
        | words_of_the_war(question.joined)
        | words_of_the_rest(question.joined)
        | words_of_anything_done(question.joined)
    )
    if chosen.region:
        known |= words_of_region(question)
    if chosen.authorities:
        known |= _OF_DECIDERS | words_of_whose(question) | words_of_deciders(question.joined, chosen.authorities)
    if {Trait.CONDITION, Trait.NO_CONDITION} & {*chosen.traits}:
        known |= words_of_conditions(question.joined) | _RETURN
    if chosen.founded:
        known |= _SIGNING
    if Trait.NO_CONDITION in chosen.traits or question.excluded_standings:
        known |= _NONE
    if chosen.authorities or chosen.how:
        known |= {word for match in _SET_AGAINST.finditer(question.joined) for word in match[1].split()}
    known |= words_matched(BY_STANDING.finditer(question.joined))
    if happened := HAPPENED.search(question.joined):
        known |= {*happened.group().split()}
    return known


def _beside_the_list(question: Question, chosen: TieFilter) -> frozenset[str]:
    """The normalised words on the asker, on what a list is for, and those that leave out what it leaves out."""
    beside = said_of_asker(question.text, question.words)
    return beside | words_leaving_out(question.joined) if _leaves_something_out(question, chosen) else beside


def not_used(question: Question, chosen: TieFilter) -> list[str]:
    """What was read of a question and the filter does not hold: standings, deciders, levels, a time, what is ruled out.

    As it was typed; a thing that is ruled out with the word that rules it out.
    """
    narrowing = question.narrowing
    read = narrowing.kind_words | narrowing.trait_words | narrowing.sort_words
    used = {word for asked, words in question.said.items() if _is_used(asked, question, chosen) for word in words}
    left = {
        word
        for asked, words in question.said.items()
        if not (words <= read or words <= used or _is_used(asked, question, chosen))
        for word in words - _SMALL
    }
    # What is unconfirmed is so since the invasion.
    is_meant = chosen.standings == (Standing.UNCONFIRMED,) and chosen.since is None
    is_meant = is_meant or bool(chosen.conditions) or guesses_the_year(question)
    if question.period is not None and not (is_meant or _holds_a_time(chosen)):
        left |= {word.norm for word in question.words if names_a_time(word.norm) or _YEAR.fullmatch(word.norm)} - _LEADS
    if not ({Trait.UKRAINIAN_PARTNER, Trait.NAMED_IN_SPEECH} & {*chosen.traits, *chosen.not_so}):
        left |= {word.norm for word in question.words if _OF_A_SUBJECT.fullmatch(word.norm)} - read
        left -= words_of_the_war(question.joined)
    by_vote = (
        chosen.how
        or chosen.vote
        or chosen.authorities
        or chosen.conditions
        or _OF_VOTES & {*chosen.traits, *chosen.not_so}
        or question.narrowing.by_word
    )
    if not (by_vote or _VOTE_OF_EACH.search(question.joined)):
        left |= {word.norm for word in question.words if _OF_A_VOTE.fullmatch(word.norm)} - read
    if question.period is None and not (is_meant or _holds_a_time(chosen) or division_asked(question)):
        left |= _words_of_times_unread(question) - read
    if chosen.standings and not (by_vote or chosen.levels or chosen.traits):
        left |= _words_of_deciders_unread(question) - read - used
    left |= words_matched(_BEFORE_OTHERS.finditer(question.joined)) - _SMALL
    if _heads_a_list_beside_sides(question):
        left |= _words_of_sides(question) - _SMALL - read - used
    typed = [word.raw for word in question.words if word.norm in left]
    return [*typed, *_ruled_out(question, chosen)]


def _words_of_times_unread(question: Question) -> frozenset[str]:
    """The normalised words of a time by which something is bounded, where none was read: "by Easter"."""
    return frozenset(match[1] for match in _BOUNDED.finditer(question.joined))


def _words_of_deciders_unread(question: Question) -> frozenset[str]:
    """The normalised words for who did or said something: "the active ones that the mayor toured"."""
    return frozenset(match[1] for match in _DOING.finditer(question.joined))


def _heads_a_list_beside_sides(question: Question) -> bool:
    """Whether words for the case of a side are said of the ties that a question asks for first: "ended but the
    people-to-people work goes on".
    """
    return not _OF_SIDES.isdisjoint(question.intents) and heads_with_standing(question) is not None


def _words_of_sides(question: Question) -> frozenset[str]:
    found = (match for it in _OF_SIDES & question.intents for match in INTENTS[it].finditer(question.joined))
    return words_matched(found)


def _is_used(asked: str, question: Question, chosen: TieFilter) -> bool:
    """Whether a standing, decider or level that was asked for, or ruled out, is in a filter, or in what it tells."""
    match asked:
        case Standing():
            made = kinds_of((asked,))
            told = chosen.as_of or asked in question.excluded_standings or asked in asked_of_listed(question)
            return bool(
                told
                or asks_of_each(question)
                or asks_which_are_not(question)
                or (ActKind.PROPOSED in chosen.kinds and is_proposed(asked, question.joined))
                or (len(question.standings) > 1 and not (chosen.standings or chosen.kinds))
                or asked in chosen.standings
                or {*made, *_OF_ANOTHER} & set(chosen.kinds)
                or _OF_STANDINGS & set(chosen.traits)
                or question.narrowing.left
                or question.narrowing.compares
                or question.narrowing.halves
                or measure_asked(question)
            )
        case Authority():
            of_states = Trait.OF_STATE in chosen.traits or Trait.NOT_OF_CITY in chosen.traits
            by_state = Intent.BY_STATE in question.intents or of_states or bool(chosen.levels)
            voted = _OF_VOTES & set(chosen.traits)
            by_others = Trait.STATE_MEDIA in chosen.traits or bool(chosen.conditions)
            by_others = by_others or question.narrowing.by_word
            return bool(chosen.authorities or chosen.how or voted or by_others) or (
                asked is Authority.STATE and by_state
            )
        case _:
            return bool(chosen.levels or chosen.traits)


def _holds_a_time(chosen: TieFilter) -> bool:
    timeless = {
        Trait.UNDECIDED,
        Trait.NO_WORD,
        Trait.NO_VOTE,
        Trait.CHANGED_COURSE,
        Trait.NAMED_IN_SPEECH,
        Trait.ON_2022_LIST,
    }
    listed = timeless | {Trait.NOT_ON_2022_LIST}
    return bool(chosen.since or chosen.until or chosen.as_of or listed & set(chosen.traits))


def _ruled_out(question: Question, chosen: TieFilter) -> list[str]:
    """What is to be left out of a list and is not: ``instead of the mayor``."""
    of_conditions = {Trait.CONDITION, Trait.NO_CONDITION} & {*chosen.traits}
    topics = {match.group(): None for match in topics_left_out(question.joined)} if of_conditions else {}
    if topics or _leaves_something_out(question, chosen):
        # By what conditions speak of ties are listed, and none is left out.
        return [*topics]
    told = frozenset(word for words in question.said.values() for word in words) | _NARROWED_NOUNS
    found = [match for match in _RULES_OUT.finditer(question.joined) if match[1] in told]
    if of_conditions:
        # Those without a condition are left out, as it was asked.
        conditions = words_of_conditions(question.joined) | question.narrowing.trait_words
        found = [it for it in found if conditions.isdisjoint(question.joined[it.end() :].split()[:_NEAR])]
    return [match.group() for match in found]


def _leaves_something_out(question: Question, chosen: TieFilter) -> bool:
    narrowing = question.narrowing
    ruled = question.excluded_standings or narrowing.unvoted or narrowing.without_ties or question.excluded_states
    held = chosen.not_so or chosen.outside or chosen.without or chosen.lacking or chosen.authorities or chosen.how
    held = held or chosen.levels
    return bool(ruled or held or _NEGATIVE & set(chosen.traits) or ActKind.KEPT in chosen.kinds)


def _may_narrow(word: str, question: Question) -> bool:
    """Whether a word that was not understood may have been meant to narrow or sort a list."""
    folded = normalise(word)
    of_time = question.period is not None and folded in _MONTHS
    return folded not in OF_TALKING and not of_time


def _said_of_ties(question: Question, words: Sequence[str]) -> list[str]:
    """The words among some that stand where a narrower list would be asked for: "ties with casinos", "rich cities"."""
    norms = [word.norm for word in question.words]
    at = {word.raw.casefold(): i for i, word in enumerate(question.words)}
    return [word for word in words if (i := at.get(word.casefold())) is not None and _narrows_there(norms, i)]


def _narrows_there(norms: Sequence[str], i: int) -> bool:
    """Whether a word stands behind "with" or before what it narrows, or is what was done: "which mayors apologized"."""
    if _JOINING & set(norms[max(0, i - 2) : i]):
        return True
    if norms[i] in OF_TALKING:
        return False
    if i and norms[i - 1] in _STANDING_BEFORE_PLACES and norms[i].isalpha():
        return True
    done = len(norms[i]) > _SHORTEST_DEED and norms[i].endswith("ed")
    return done or bool(_NARROWED_NOUNS & set(norms[i + 1 : i + 2]))
