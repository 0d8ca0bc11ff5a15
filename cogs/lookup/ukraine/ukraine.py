"""Ties with Ukraine in an answer: of a Ukrainian place, of American places or states, of a time, or all. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter

from cogs.lookup import search_sentences
from cogs.lookup.model import Trait
from cogs.lookup.parts import blocks
from cogs.lookup.places.other_partners import asks_who_else
from cogs.lookup.reading.intents import ASKS_WHAT, Intent
from cogs.lookup.reading.place_of_asker import OF_RUSSIA
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from cogs.lookup.sentences import passed_over
from cogs.lookup.times.spans import Period, may_be_within, within
from cogs.lookup.ukraine import ukraine_sentences
from cogs.lookup.ukraine.ukraine_asked import asks_for_the_first, asks_for_the_last, words_left
from cogs.lookup.ukraine.ukraine_facets import made_since_invasion
from cogs.lookup.ukraine.ukraine_narrowed import the_end_of
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import paragraph
from cogs.wording.names import pair_name, place_name, state_names
from cogs.wording.sources import Citations
from cogs.wording.status import tie_line
from cogs.wording.ukraine_ties import OBLAST, american_partners, noted_with, ukrainian_partner_noted
from db.record.mentions import Mention
from db.record.models import Country, OtherPlace, TalkingPoint, Tie, UkraineTie
from db.record.passages import PassageKind
from db.record.register import Register
from db.record.text import normalise, sound, tokens

# Of these no agreement is on record.
_INTENT = "intent"
_MOST_SHOWN, _MOST_NOTES, _MOST_LEFT = 8, 4, 3
# Odesa has nine times the people of Odessa, Texas: without its state that is not meant.
_FAR_LARGER = 5
# Arlington is what Arlington County is called.
_COUNTY = "County"
_REGIONS = frozenset(map(normalise, "region oblast area область області области регион регіон обл".split()))
WITH_UKRAINE = said_for("questions", "ukraine", "with_ukraine")
# What joins a cause to what was done, in so many words.
_CAUSE, _JOINED_BY = said_for("questions", "ukraine", "cause"), 2
_FULL_SISTER, _FRIENDSHIP = said_for("questions", "ukraine", "full_sister"), "friendship"
_WHO_SIGNED = said_for("questions", "ukraine", "who_signed")
_BEFORE_OR_AFTER = said_for("questions", "ukraine", "before_or_after")
_OLDEST = said_for("questions", "ukraine", "oldest")


def is_ukrainian(mention: Mention) -> bool:
    """Whether a name stands for places in Ukraine alone, or for one there that is far larger than any elsewhere."""
    if mention.places or not mention.others:
        return False
    place = _largest(mention)
    elsewhere = (it.population for it in mention.others if it.country is not Country.UA)
    return place.country is Country.UA and place.population >= _FAR_LARGER * max(elsewhere, default=0)


def _largest(mention: Mention) -> OtherPlace:
    return max(mention.others, key=attrgetter("population"))


def is_named_with_partner(mention: Mention, others: Iterable[Mention], register: Register) -> bool:
    """Whether a Ukrainian place is named beside an American place that is its partner."""
    if not is_ukrainian(mention):
        return False
    names = names_of_partners(mention, register)
    return any(
        not names.isdisjoint((*(place.id for place in other.places), *(place.name for place in other.others)))
        for other in others
        if other is not mention
    )


def names_of_partners(mention: Mention, register: Register) -> set[str | None]:
    """The ids and names of the American places that are partners of a Ukrainian place."""
    return {name for tie in american_partners(_largest(mention), register) for name in (tie.us_place, tie.us_name)}


def has_partner_in_america(mention: Mention, register: Register) -> bool:
    """Whether a Ukrainian place has a partner in the United States on record."""
    return is_ukrainian(mention) and bool(american_partners(_largest(mention), register))


def names_ukrainians_alone(question: Question) -> bool:
    """Whether Ukrainian places are named, and no others."""
    return bool(question.mentions) and all(map(is_ukrainian, question.mentions))


def is_a_cause(mention: Mention, question: Question) -> bool:
    """Whether a name is of a Ukrainian place for which ties with Russia were cut, or after which: "cut over Crimea"."""
    if not question.standings or Intent.UKRAINE in question.intents or not is_ukrainian(mention):
        return False
    before = question.words[max(0, mention.start - _JOINED_BY) : mention.start]
    return _CAUSE.search(" ".join(word.norm for word in before)) is not None


def ukrainian_place_part(
    mention: Mention, asked: Collection[str], question: Question, register: Register, citations: Citations
) -> TextBlock:
    """A Ukrainian place, or its region where that is named, with its American partners: those ``asked`` for by id or
    name first, of the states in question alone, if it has any there.
    """
    place = _largest(mention)
    region = _names_region(mention, question)
    everywhere = american_partners(place, register, region=region)
    # Of one whose namesake is asked about too, all are told: "наша Одесса с кем, и тёзка в Техасе".
    of_namesake = Trait.SAME_NAME in question.narrowing.traits
    named = () if of_namesake else state_names(question.all_states, register)
    of_those = [tie for tie in everywhere if tie.us_state in named]
    known = of_those or everywhere
    # Where others have partners there too, the number is said to be of these states.
    alone = named if 0 < len(of_those) < len(everywhere) else ()
    known.sort(key=lambda tie: not {tie.us_place, tie.us_name} & set(asked))
    lines = [blocks.ukraine_line(tie, citations) for tie in known]
    whose = f"{place.name} {OBLAST}" if region else place.name
    intentions = sum(tie.status == _INTENT for tie in known)
    head = (
        ukraine_sentences.ukrainian_partners_of(whose, len(known) - intentions, intentions, alone)
        if known
        else ukraine_sentences.no_american_partner(whose)
    )
    own = [tie for tie in known if {tie.us_place, tie.us_name} & set(asked)]
    intended = [ukraine_sentences.only_intended(tie) for tie in own if tie.status == _INTENT]
    if question.period is not None and known and not _BEFORE_OR_AFTER.search(question.joined):
        lines += _of_that_time(known, question.period)
    lines += _not_of_those_named(known, place, whose, asked, register, citations)
    lines += _told_beside(place, {tie.us_place for tie in known}, register)
    lines += _first_of_its_kind(known, question, register)
    if known and _WHO_SIGNED.search(question.joined):
        lines.append(Line(ukraine_sentences.NOT_WHO_SIGNED))
    if ASKS_WHAT.search(question.joined):
        lines += _said_of(own or known, register, citations)
    if OF_RUSSIA.search(question.joined):
        lines += _with_russia(known, register)
    full = _no_full_sisters(known, asked, question)
    told = paragraph([ukraine_sentences.in_ukraine(place.name), *intended, head])
    return TextBlock((*map(Line, full), Line(told), *lines), place_name(place, register))


def _no_full_sisters(ties: Sequence[UkraineTie], asked: Collection[str], question: Question) -> Iterator[str]:
    """Which of the ties that are asked for are friendships, where it is asked whether one is a full sister city."""
    if _FULL_SISTER.search(question.joined) is None:
        return
    for tie in ties:
        if tie.status == _FRIENDSHIP and {tie.us_place, tie.us_name} & set(asked):
            yield ukraine_sentences.no_full_sister(tie)


def _of_that_time(ties: Sequence[UkraineTie], period: Period) -> Iterator[Line]:
    """Which of a place's ties were made in a time that is named, and which may have been."""
    made = [tie for tie in ties if tie.since and within(tie.since, period.since, period.until)]
    perhaps = [tie for tie in ties if tie.since and may_be_within(tie.since, period.since, period.until)]
    yield Line(ukraine_sentences.made_then(made, perhaps))


def _not_of_those_named(
    known: Sequence[UkraineTie],
    ukrainian: OtherPlace,
    whose: str,
    asked: Collection[str],
    register: Register,
    citations: Citations,
) -> Iterator[Line]:
    """That an American place with a tie with Russia that is named with a Ukrainian one is no partner of that, and whose
    it is.
    """
    partners = {tie.us_place for tie in known}
    for place in (register.record.places[name] for name in asked if name in register.record.places):
        theirs = place.id in partners or noted_with(place.id, ukrainian, register) is not None
        if place.country is Country.US and not theirs:
            yield Line(ukraine_sentences.not_its_partner(place_name(place, register), whose))
            yield from (blocks.ukraine_line(tie, citations) for tie in register.ukraine_ties_of(place.id))


def _told_beside(place: OtherPlace, told: Collection[str | None], register: Register) -> Iterator[Line]:
    """What the notes on ties with Russia tell of a Ukrainian place, where its own partners do not tell it already."""
    # The record may spell it otherwise than its name is known: Trostianets, Trostyanets.
    names = dict.fromkeys(normalise(name) for name in (place.name, sound(normalise(place.name)), *place.aliases))
    sounds = {sound(name) for name in names if name.isascii()}
    for found in register.find_passages([(name,) for name in names], _MOST_NOTES, kinds=(PassageKind.NOTE,)):
        tie = register.record.ties.get(found.about or "")
        noted = ukrainian_partner_noted(tie) if tie is not None else ""
        says = any(sound(word.norm) in sounds for word in tokens(noted))
        if tie is not None and says and tie.us not in told:
            yield search_sentences.found_note(pair_name(tie, register), noted, "")


def _with_russia(ties: Sequence[UkraineTie], register: Register) -> Iterator[Line]:
    """How the ties with Russia stand of the American places that have these with Ukraine, and who has none."""
    places = dict.fromkeys(ties)
    own = [tie for each in places if each.us_place for tie in register.ties_of(each.us_place)]
    yield from (Line(tie_line(tie, register)) for tie in dict.fromkeys(own))
    without = [each for each in places if not (each.us_place and register.ties_of(each.us_place))]
    if without:
        yield Line(ukraine_sentences.no_tie_with_russia(dict.fromkeys(map(ukraine_sentences.american_place, without))))


def _said_of(ties: Sequence[UkraineTie], register: Register, citations: Citations) -> Iterator[Line]:
    """What named people said of ties with Ukraine."""
    for point in register.record.points_in_use:
        told = f"{point.lead or ''} {point.occasion or ''} {point.gist}"
        if any(_is_there(point, tie) and tie.ua_name.removesuffix(f" {OBLAST}") in told for tie in ties):
            yield search_sentences.found_point(point, citations.cite([point.source]))


def _is_there(point: TalkingPoint, tie: UkraineTie) -> bool:
    """Whether something was said in the American place of a tie."""
    if point.place is not None:
        return point.place == tie.us_place
    return (point.place_text or "") in {f"{tie.us_name}, {tie.us_state}", tie.us_state}


def _first_of_its_kind(ties: Sequence[UkraineTie], question: Question, register: Register) -> Iterator[Line]:
    """Which tie was the first of its kind, where it is asked if one was: of a state, made since the invasion."""
    if not ties or not asks_for_the_first(question.joined):
        return
    tie = next((tie for tie in ties if tie.is_of_state), ties[0])
    alike = [
        each
        for each in _by_age(register.record.ukraine_ties.values(), newest=False)
        if each.is_of_state is tie.is_of_state and made_since_invasion(each) is made_since_invasion(tie)
    ]
    if tie in alike:
        yield Line(
            ukraine_sentences.first_of_its_kind(
                alike[0], of_states=tie.is_of_state, since_invasion=made_since_invasion(tie)
            )
        )


def american_place_part(mention: Mention, question: Question, register: Register, citations: Citations) -> TextBlock:
    """An American place without a tie with Russia that is named beside Ukraine, with its own Ukrainian partners."""
    place = max(mention.others, key=lambda each: each.population)
    ties = [tie for tie in register.record.ukraine_ties.values() if is_of(tie, place, register)]
    own = [blocks.ukraine_line(tie, citations) for tie in ties]
    if ASKS_WHAT.search(question.joined):
        own += _said_of(ties, register, citations)
    own += _others_of_partners(ties, question, register, citations)
    name = place_name(place, register)
    return TextBlock(tuple(own) or (Line(ukraine_sentences.no_ukrainian_partner(name)),), name)


def none_in_ukraine(mention: Mention, register: Register) -> Iterator[Line]:
    """That an American place without a tie with Russia has no Ukrainian partner on record, if it has none."""
    place = _largest(mention)
    if not any(is_of(tie, place, register) for tie in register.record.ukraine_ties.values()):
        yield Line(ukraine_sentences.no_ukrainian_partner(place_name(place, register)))


def asks_of_ukrainians(joined: str) -> bool:
    """Whether a partner in Ukraine is asked about in normalised words, whatever else is."""
    return WITH_UKRAINE.search(joined) is not None


def partners_beside(ties: Iterable[Tie], register: Register, citations: Citations) -> TextBlock | None:
    """The Ukrainian partners of the places of ties with Russia; None where they have none."""
    own = {each.id: each for tie in ties for each in register.ukraine_ties_of(tie.us)}
    lines = [blocks.ukraine_line(each, citations) for each in own.values()]
    return TextBlock(tuple(lines), ukraine_sentences.UKRAINIAN_PARTNERS) if lines else None


def partners_part(question: Question, places: Sequence[str], register: Register, citations: Citations) -> TextBlock:
    """Ties with Ukraine: of the places or states asked for, or of a time, else how many are known and some of them."""
    ties = register.record.ukraine_ties.values()
    named = [place for each in question.mentions for place in each.others if place.country is Country.US]
    asked = {*places, *(place.id for each in question.mentions for place in each.places)}
    own = [tie for tie in ties if tie.us_place in asked or any(is_of(tie, place, register) for place in named)]
    local = own or [tie for tie in ties if tie.us_state in state_names(question.all_states, register)]
    head = [ukraine_sentences.ukrainian_ties(len(ties))]
    if not own:
        head = _none_of_places(named, places, register, head)
    noted = [(tie, told) for tie in _ties_of(asked, register) if (told := ukrainian_partner_noted(tie))]
    if noted and not own:
        lines = [search_sentences.found_note(pair_name(tie, register), told, "") for tie, told in noted]
        return TextBlock((Line(ukraine_sentences.only_noted(len(ties))), *lines), ukraine_sentences.UKRAINIAN_PARTNERS)
    if local:
        chosen: Iterable[UkraineTie] = local
    elif question.period is not None:
        chosen = list(_made_within(ties, question.period.since, question.period.until))
        head.append(ukraine_sentences.ukrainian_ties_of_a_time(len(chosen), sum(tie.since is None for tie in ties)))
    elif question.intents & {Intent.LATEST, Intent.EARLIEST, Intent.FOUNDED} or _asks_for_an_end(question.joined):
        newest = _OLDEST.search(question.joined) is None
        both = not newest and asks_for_the_last(question.joined)
        head[:0] = [the_end_of(ties, newest=end) for end in ((False, True) if both else (newest,))]
        chosen = _by_age(ties, newest=newest)[:_MOST_SHOWN]
    else:
        chosen = blocks.suggested(ties)[:_MOST_SHOWN]
    if not (own or local or named or question.period) and (left := words_left(question)[:_MOST_LEFT]):
        head.insert(0, passed_over(left))
    lines = [blocks.ukraine_line(tie, citations) for tie in chosen]
    if own and ASKS_WHAT.search(question.joined):
        lines += _said_of(own, register, citations)
    lines += _others_of_partners(own, question, register, citations)
    return TextBlock((Line(paragraph(head)), *lines), ukraine_sentences.UKRAINIAN_PARTNERS)


def _asks_for_an_end(joined: str) -> bool:
    return asks_for_the_first(joined) or asks_for_the_last(joined)


def _others_of_partners(
    own: Sequence[UkraineTie], question: Question, register: Register, citations: Citations
) -> Iterator[Line]:
    """Who else in America has the Ukrainian partners of a place, or that nobody has, where that is asked."""
    if not own or not asks_who_else(question.joined):
        return
    for name in dict.fromkeys(tie.ua_name for tie in own):
        others = [tie for tie in register.record.ukraine_ties.values() if tie.ua_name == name and tie not in own]
        yield Line(ukraine_sentences.others_with(name, len(others)))
        yield from (blocks.ukraine_line(tie, citations) for tie in others)


def _ties_of(places: Collection[str], register: Register) -> Iterator[Tie]:
    """The ties with Russia of some American places."""
    yield from (tie for tie in register.record.ties.values() if tie.us in places)


def is_of(tie: UkraineTie, place: OtherPlace, register: Register) -> bool:
    """Whether a tie with Ukraine is that of an American place which has none with Russia."""
    state = register.record.states.get(place.state)
    return tie.us_name.removesuffix(_COUNTY).strip() == place.name and state is not None and tie.us_state == state.name


def _none_of_places(
    named: Sequence[OtherPlace], places: Sequence[str], register: Register, head: Sequence[str]
) -> list[str]:
    """That the places asked for have none on record, beside what is said of all; that alone where no place is."""
    if len({*places}) > 1:
        return [*head, ukraine_sentences.NONE_OF_PLACES_ASKED_FOR]
    if places:
        own = place_name(register.place(places[0]), register)
        return [ukraine_sentences.no_ukrainian_partner(own), *head, ukraine_sentences.OTHERS_ARE]
    if not named:
        return [*head]
    largest = max(named, key=lambda place: place.population)
    return [*head, ukraine_sentences.no_ukrainian_partner(place_name(largest, register))]


def _made_within(ties: Iterable[UkraineTie], since: date | None, until: date | None) -> Iterator[UkraineTie]:
    """The ties that were made in a time, the newest first."""
    yield from (tie for tie in _by_age(ties, newest=True) if tie.since and within(tie.since, since, until))


def _by_age(ties: Iterable[UkraineTie], *, newest: bool) -> list[UkraineTie]:
    dated = [(tie.since.first, tie) for tie in ties if tie.since]
    return [tie for _, tie in sorted(dated, key=lambda each: each[0], reverse=newest)]


def _names_region(mention: Mention, question: Question) -> bool:
    """Whether a place's region is named: "Donetsk region", "Донецька область"."""
    behind = question.words[mention.end : mention.end + 1]
    return any(word.norm in _REGIONS for word in behind)
