"""The review under a draft: what might be better, and how to mend it. Nearly all of it is advice. Pure.

A threat never comes this far: it is refused where it is typed, and only a draft from before can hold one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import dropwhile
from pathlib import Path

from cogs.letters import danger, no_reason, occupied, private_data, review_sentences, style_checks, writer
from cogs.letters.compose import Connection, Letter, elsewhere, fitting_requests
from cogs.letters.findings import Finding, Fix, keeping_mark, mark_of
from cogs.letters.form_words import in_form
from cogs.letters.forms_of_letter import FORMS, LetterForm
from cogs.letters.requests import Request
from cogs.letters.shingles import words_in
from cogs.letters.style_checks import SENTENCE
from cogs.letters.subject import LetterSubject
from cogs.letters.templates import FOLDER
from db.record.register import Register
from db.record.standings import Standing
from db.store.letter_models import LetterDraft

ALIKE = 0.6
VERY_ALIKE = 0.8

_QUOTED = 160
# What may stand between "you" and the word that insults: "you are nothing but a coward".
_BETWEEN = frozenset("are were all a an the just such nothing but bunch lot of really bloody damn".split())
_TO_YOU = frozenset({"you", "you're", "youre"})
# What is looked for in the words, in name and town, and what is said of it.
_PRIVATE = (
    (private_data.street_address, review_sentences.STREET_ADDRESS),
    (private_data.phone_number, review_sentences.PHONE_NUMBER),
    (private_data.mail_address, review_sentences.MAIL_ADDRESS),
    (private_data.extension, review_sentences.EXTENSION),
    (private_data.children, review_sentences.CHILDREN),
)
# Phrases that many letters have; one alone may be somebody's own.
_FEWEST_STOCK = 2
_TESTING = frozenset({"test", "testing", "none", "no name", "anon", "xyz", "abc", "name", "тест"})


# Requests for an end, and whether the tie is paused already where they are made.
_PAUSED_ALREADY: Mapping[str, bool] = {Request.END: False, Request.PERMANENT: True}


# A signature of more words is a sentence.
_MOST_OF_A_NAME = 4


def review(
    draft: LetterDraft,
    letter: Letter,
    subject: LetterSubject,
    register: Register,
    *,
    changed: str = "",
    alike: float = 0.0,
    lacking: Sequence[str] | None = (),
) -> tuple[Finding, ...]:
    """What there is to say about a draft, the gravest first.

    ``changed`` says how the tie stands now, if that is not what the draft was built on. ``alike`` is the share of the
    writer's own words that an earlier letter of the server has. ``lacking`` are the characters that a PDF cannot show;
    None if there can be no PDF.
    """
    own = own_words(draft)
    # Looked for once: nothing else in a review takes as long.
    dangers = tuple(danger.passages(own))
    found = (
        *_held_back(draft, subject, register, dangers),
        *_changed(changed),
        *_cared_for(draft),
        *_no_letter(draft),
        *_asked_once(draft, dangers),
        *_frame(draft),
        *_private(draft),
        *_missing(draft),
        *_looked_after(draft, letter, subject, register),
        *_request_differs(draft, subject),
        *_no_reason(draft, subject, register),
        *_length(draft, letter, FORMS[LetterForm(draft.form)].shortest, FORMS[LetterForm(draft.form)].longest),
        *_asks(draft, subject),
        *_alike(alike),
        *_swearing(own),
        *_style_findings(draft),
        *_lacking(lacking),
        *_connection(draft),
        *_unsigned(draft),
    )
    asked = (finding for finding in found if not finding.mark or finding.mark not in draft.kept)
    return tuple(replace(finding, text=in_form(finding.text, draft.form)) for finding in asked)


def own_words(draft: LetterDraft) -> str:
    """All that the writer typed of the letter itself."""
    return "\n".join(part for part in (draft.reason, draft.respect, draft.name, draft.neighborhood) if part)


@cache
def phrases(name: str, folder: Path = FOLDER) -> tuple[tuple[str, ...], ...]:
    """The phrases of a word list, each as its words. Lines that begin with # are remarks."""
    lines = (folder / "words" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(words_in(line)) for line in lines if line.strip() and not line.startswith("#"))


def _has(words: Sequence[str], phrase: Sequence[str]) -> bool:
    return f" {' '.join(phrase)} " in f" {' '.join(words)} "


def _sentences_with(text: str, lists: Iterable[str]) -> Iterator[str]:
    wanted = [phrase for name in lists for phrase in phrases(name)]
    for found in SENTENCE.finditer(text):
        padded = f" {' '.join(words_in(found.group()))} "
        if any(f" {' '.join(phrase)} " in padded for phrase in wanted):
            yield _short(found.group())


def _short(sentence: str) -> str:
    told = " ".join(sentence.split())
    return told if len(told) <= _QUOTED else f"{told[:_QUOTED]}…"


def _held_back(
    draft: LetterDraft, subject: LetterSubject, register: Register, dangers: Sequence[danger.DangerPassage]
) -> Iterator[Finding]:
    """What keeps a letter from being exported.

    A threat from before they were refused, a sentence that may be taken for one, a place of Ukraine that is called
    Russian, a blank, another pair, what a chatbot says, others' addresses, numbers of papers, no words at all, and
    words that speak for the opposite.
    """
    words, about = _words_of(draft), _about(draft)
    if danger.threatens(dangers):
        yield Finding(review_sentences.THREATENS, Fix.WORDS, blocks=True)
    elif doubts := in_doubt(draft):
        mark, sentence = next(iter(doubts.items()))
        yield Finding(review_sentences.doubtful(_short(sentence)), Fix.MEANING, blocks=True, mark=mark)
    yield from _called_russian(words, about)
    if found := no_reason.placeholder(words):
        yield Finding(review_sentences.to_be_filled_in(_short(found)), Fix.WORDS, blocks=True)
    blanks = (no_reason.placeholder_in_name(text) for text in (draft.name, draft.neighborhood))
    if found := next(filter(None, blanks), ""):
        yield Finding(review_sentences.to_be_filled_in(_short(found)), Fix.ABOUT, blocks=True)
    if found := no_reason.foreign_pair(words, subject, register):
        yield _other_pair(found, no_reason.names_its_own(words, subject, register), subject)
    yield from _no_words_of_ones_own(draft)
    if private_data.of_another(words):
        yield Finding(review_sentences.OTHERS_PRIVATE, Fix.WORDS, blocks=True)
    for text, mend in ((words, Fix.WORDS), (about, Fix.ABOUT)):
        if private_data.paper_number(text):
            yield Finding(review_sentences.PAPER_NUMBER, mend, blocks=True)


def _other_pair(names: str, beside_its_own: bool, subject: LetterSubject) -> Finding:
    """Another pair's names hold a letter back; beside the letter's own place they may be meant, and are asked about."""
    if beside_its_own:
        return Finding(review_sentences.other_pair_beside(names, subject.place), Fix.KEEP, mark=mark_of("pair", names))
    return Finding(review_sentences.other_pair(names, subject.place, subject.partner), Fix.WORDS, blocks=True)


def _no_words_of_ones_own(draft: LetterDraft) -> Iterator[Finding]:
    """What a chatbot says, no words at all, and words that speak for the opposite."""
    if found := no_reason.chatbot(draft.reason):
        yield Finding(review_sentences.chatbot(_short(found)), Fix.FRAME, blocks=True)
    if no_reason.mashed(draft.reason):
        yield Finding(review_sentences.says_nothing(_short(no_reason.nothing(draft.reason))), Fix.WORDS, blocks=True)
    if found := writer.keeps(draft.reason):
        told, mark = review_sentences.WANTS_TO_KEEP, keeping_mark(draft)
        yield Finding(told, Fix.OTHER_SIDE, blocks=True, mark=mark)


def _called_russian(words: str, about: str) -> Iterator[Finding]:
    for text, mend in ((words, Fix.WORDS), (about, Fix.ABOUT)):
        if found := occupied.called_russian(text):
            yield Finding(review_sentences.occupied(found), mend, blocks=True)


def in_doubt(draft: LetterDraft) -> Mapping[str, str]:
    """The sentences that hold a draft back, as they may be taken for threats, each by its mark.

    One that the writer has said the meaning of is none of them.
    """
    signed = (text for text in (draft.name, draft.neighborhood) if len(words_in(text)) > _MOST_OF_A_NAME)
    said = "\n".join((_words_of(draft), *signed))
    marked = {mark_of("meaning", sentence): sentence for sentence in danger.doubts(said)}
    return {mark: sentence for mark, sentence in marked.items() if mark not in draft.kept}


def _cared_for(draft: LetterDraft) -> Iterator[Finding]:
    """What a friend would say first."""
    words = _words_of(draft)
    if found := writer.distress(words):
        yield Finding(review_sentences.DISTRESS, Fix.KEEP, mark=mark_of("distress", found))
    if writer.dying(words):
        yield Finding(review_sentences.DYING, Fix.KEEP, mark="dying")
    elif writer.grief(words):
        yield Finding(review_sentences.GRIEF, Fix.KEEP, mark="grief")


def _no_letter(draft: LetterDraft) -> Iterator[Finding]:
    """Who came for something else than a letter."""
    if writer.wants_facts(draft.reason):
        yield Finding(review_sentences.WANTS_FACTS, Fix.KEEP, mark="wants facts")
    if writer.wants_resolution(draft.reason):
        yield Finding(review_sentences.WANTS_RESOLUTION, Fix.KEEP, mark="wants resolution")


def _asked_once(draft: LetterDraft, dangers: Sequence[danger.DangerPassage]) -> Iterator[Finding]:
    """Words that may well stand, but are asked about once."""
    words = own_words(draft)
    if found := danger.slur(words, _slurs()):
        yield Finding(review_sentences.slur(_short(found)), Fix.KEEP, mark=mark_of("slur", found))
    if found := danger.testified(dangers):
        told = review_sentences.told_to_the_writer if danger.says_who(words, found) else review_sentences.testimony
        yield Finding(told(_short(found.strip('“”"«»„‘’'))), Fix.KEEP, mark=mark_of("told", found))
    if found := no_reason.accuses(_words_of(draft)):
        yield Finding(review_sentences.accuses(_short(found)), Fix.KEEP, mark=mark_of("accuses", found))
    if found := no_reason.between_them(_words_of(draft)):
        yield Finding(review_sentences.between_them(_short(found)), Fix.KEEP, mark=mark_of("between them", found))
    if found := no_reason.campaign(_words_of(draft)) or no_reason.campaign(draft.name):
        yield Finding(review_sentences.campaign(_short(found)), Fix.KEEP, mark=mark_of("campaign", found))


def _request_differs(draft: LetterDraft, subject: LetterSubject) -> Iterator[Finding]:
    """Where the words ask for something else than the letter does."""
    words = _words_of(draft)
    if (found := occupied.as_partner(words)) and not occupied.called_russian(words):
        yield Finding(review_sentences.occupied_partner(found), Fix.KEEP, mark=mark_of("occupied", found))
    if draft.fact.standing is Standing.ENDED and (found := no_reason.still_ends(draft.reason)):
        yield Finding(review_sentences.has_ended(_short(found)), Fix.WORDS)
    if draft.ask in _PAUSED_ALREADY and (found := no_reason.pauses(draft.reason)):
        told = review_sentences.is_paused if _PAUSED_ALREADY[draft.ask] else review_sentences.pauses
        yield Finding(told(_short(found)), Fix.REQUEST)
    if found := _only_wants_to_know(draft, subject):
        yield Finding(review_sentences.only_wants_to_know(_short(found)), Fix.REQUEST)


def _only_wants_to_know(draft: LetterDraft, subject: LetterSubject) -> str:
    """Words that ask to be told how the tie stands, where the letter asks for a decision and could ask for that."""
    asks_for_more = draft.ask in {Request.END, Request.SUSPEND}
    if not asks_for_more or Request.SAY not in fitting_requests(draft, subject):
        return ""
    return no_reason.only_wants_to_know(draft.reason)


@cache
def _slurs() -> frozenset[str]:
    return frozenset(word for phrase in phrases("slurs") for word in phrase)


def _frame(draft: LetterDraft) -> Iterator[Finding]:
    if (found := no_reason.frame(draft.reason)) and not no_reason.chatbot(draft.reason):
        yield Finding(review_sentences.has_frame(_short(found)), Fix.FRAME)


def _no_reason(draft: LetterDraft, subject: LetterSubject, register: Register) -> Iterator[Finding]:
    """What stands among the words and is no reason."""
    words = _words_of(draft)
    if found := no_reason.instruction(words):
        yield Finding(review_sentences.tells_the_bot(_short(found)), Fix.WORDS)
    if marks := no_reason.spoken_marks(words):
        yield Finding(review_sentences.spoken_marks(marks[:4]), Fix.WORDS)
    if found := no_reason.other_place(words, subject, register):
        yield Finding(review_sentences.names_another_office(found, subject.place), Fix.WORDS)
    if found := no_reason.other_tie(words, subject, register):
        yield Finding(review_sentences.other_tie(found, subject.place), Fix.WORDS)
    reason = words_in(draft.reason)
    stock = [" ".join(phrase) for phrase in phrases("stock") if _has(reason, phrase)]
    if len(stock) >= _FEWEST_STOCK:
        yield Finding(review_sentences.stock_phrases(stock[:3]), Fix.WORDS)
    for name in (draft.name, draft.neighborhood):
        if no_reason.mashed(name) or " ".join(words_in(name)) in _TESTING:
            yield Finding(review_sentences.no_name(_short(name)), Fix.ABOUT)
    if (found := no_reason.nothing(draft.reason)) and not no_reason.mashed(draft.reason):
        yield Finding(review_sentences.says_nothing(_short(found)), Fix.WORDS)
    if found := no_reason.link(words):
        yield Finding(review_sentences.has_link(_short(found)), Fix.WORDS)


def _looked_after(draft: LetterDraft, letter: Letter, subject: LetterSubject, register: Register) -> Iterator[Finding]:
    """What the writer's own words ask to be careful with."""
    words = _words_of(draft)
    if writer.under_age(words) or writer.under_age(draft.name):
        together = draft.connection == Connection.GROUP or writer.several(draft.reason)
        told = review_sentences.UNDER_AGE_TOGETHER if together else review_sentences.UNDER_AGE
        yield Finding(told, Fix.KEEP, mark="under age")
    if (found := writer.unnamed(words)) and not writer.gives_no_last_name(found, draft.name):
        told = review_sentences.UNNAMED_BUT_SIGNED if draft.name else review_sentences.UNNAMED
        yield Finding(told, Fix.ABOUT if draft.name else Fix.KEEP, mark="" if draft.name else "unnamed")
    if found := writer.at_risk(words):
        yield Finding(review_sentences.AT_RISK, Fix.KEEP, mark=mark_of("at risk", found))
    if draft.connection == Connection.UKRAINE and (found := writer.at_the_front(words)):
        yield Finding(review_sentences.AT_THE_FRONT, Fix.KEEP, mark=mark_of("front", found))
    if draft.form == LetterForm.STATEMENT and (found := writer.needs_help_to_speak(words)):
        yield Finding(review_sentences.HELP_TO_SPEAK, Fix.KEEP, mark=mark_of("help to speak", found))
    if writer.work_risk(words) or writer.work_risk(draft.name):
        yield Finding(review_sentences.WORK_RISK, Fix.KEEP, mark="work")
    yield from _languages(draft, letter)
    yield from _other_connection(draft, subject)
    if town := elsewhere(draft, subject, register):
        yield Finding(review_sentences.lives_elsewhere(town, subject.place), Fix.WORDS)


def _languages(draft: LetterDraft, letter: Letter) -> Iterator[Finding]:
    wholly = [code for code in writer.languages_of(draft.reason) if code != letter.language]
    inside = writer.languages_inside(draft.reason)
    partly = [code for code in inside if code != letter.language]
    if not wholly and not partly:
        if found := writer.words_in_cyrillic(draft.reason):
            told = review_sentences.words_in_cyrillic(_short(found))
            yield Finding(told, Fix.KEEP, mark=mark_of("cyrillic", found))
        return
    code = (wholly or partly)[0]
    name = writer.LANGUAGE_NAMES[code]
    if wholly and letter.language not in writer.languages_of(draft.reason) and letter.language in inside:
        told = review_sentences.mixed_languages(name)
    elif not wholly:
        told = review_sentences.part_in_language(name)
    elif letter.language in writer.languages_of(draft.reason):
        told = review_sentences.translated(name)
    else:
        told = review_sentences.other_language(name)
    yield Finding(told, Fix.KEEP, mark=f"language:{code}")


def _other_connection(draft: LetterDraft, subject: LetterSubject) -> Iterator[Finding]:
    """A connection that fits what the writer says better than the one that was chosen."""
    if writer.from_ukraine(draft.reason) and draft.connection in {"", Connection.NONE, Connection.VISITOR}:
        yield Finding(review_sentences.WRITES_FROM_UKRAINE, Fix.WORDS)
    elif writer.several(draft.reason) and draft.connection != Connection.GROUP:
        yield Finding(review_sentences.WRITES_TOGETHER, Fix.WORDS)
    elif writer.works_in(draft.reason, subject.place) and draft.connection in {"", Connection.NONE, Connection.VISITOR}:
        yield Finding(review_sentences.WORKS_THERE, Fix.WORDS)


def _changed(changed: str) -> Iterator[Finding]:
    if changed:
        yield Finding(review_sentences.changed_since_begun(changed), Fix.REFRESH)


def _missing(draft: LetterDraft) -> Iterator[Finding]:
    if not draft.reason:
        yield Finding(review_sentences.REASON_MISSING, Fix.WORDS)


def _length(draft: LetterDraft, letter: Letter, shortest: int, longest: int) -> Iterator[Finding]:
    # Who grieves has been told that it may be short.
    if letter.words < shortest and not (writer.grief(draft.reason) or writer.dying(draft.reason)):
        yield Finding(review_sentences.too_short(letter.words, shortest, longest), Fix.WORDS)
    if letter.words > longest:
        yield Finding(review_sentences.too_long(letter.words, shortest, longest), Fix.WORDS)


def _asks(draft: LetterDraft, subject: LetterSubject) -> Iterator[Finding]:
    own = danger.without_quotations(f"{no_reason.without_frame(draft.reason)}\n{draft.respect}")
    found = no_reason.request(own)
    # A pause that is asked for has a finding of its own, and so has a mere question.
    has_its_own = (draft.ask in _PAUSED_ALREADY and no_reason.pauses(found)) or _only_wants_to_know(draft, subject)
    if found and not has_its_own:
        yield Finding(review_sentences.asks_too(_short(found)), Fix.WORDS)


def _alike(alike: float) -> Iterator[Finding]:
    if alike >= VERY_ALIKE:
        yield Finding(review_sentences.NEARLY_ALIKE, Fix.WORDS)
    elif alike >= ALIKE:
        yield Finding(review_sentences.MUCH_ALIKE, Fix.WORDS)


def _swearing(own: str) -> Iterator[Finding]:
    found = next(_sentences_with(danger.without_quotations(own), ["swearing"]), None)
    if found is not None:
        yield Finding(review_sentences.swears(found), Fix.WORDS)


def _style_findings(draft: LetterDraft) -> Iterator[Finding]:
    own = f"{draft.reason}\n\n{draft.respect}"
    insult = next((_short(found) for found in SENTENCE.findall(own) if _insults_you(words_in(found))), "")
    if insult:
        yield Finding(review_sentences.insults(insult), Fix.WORDS)
    elif style_checks.in_capitals(own):
        yield Finding(review_sentences.IN_CAPITALS, Fix.KEEP, mark="capitals")
    elif found := style_checks.shouted(own):
        yield Finding(review_sentences.shouts(_short(found)), Fix.WORDS)
    if found := style_checks.repeated(own):
        yield Finding(review_sentences.repeats(_short(found)), Fix.WORDS)
    if found := style_checks.endless(own):
        yield Finding(review_sentences.no_word(_short(found)), Fix.WORDS)
    for text, mend in ((own, Fix.WORDS), (_about(draft), Fix.ABOUT)):
        if found := style_checks.marks(text):
            yield Finding(review_sentences.no_formats(found), mend)
    if found := style_checks.unfinished(own):
        yield Finding(review_sentences.unfinished(_short(found)), Fix.WORDS)


def _insults_you(words: Sequence[str]) -> bool:
    """Whether a sentence calls its reader something; to say the same of others is no insult."""
    bad = phrases("insults")
    padded = f" {' '.join(words)} "
    if any(len(phrase) > 1 and f" {' '.join(phrase)} " in padded for phrase in bad):
        return True
    called = {phrase[0] for phrase in bad if len(phrase) == 1}
    for at, word in enumerate(words):
        following = dropwhile(_BETWEEN.__contains__, words[at + 1 :])
        to_you = word in _TO_YOU or (word == "being" and words[at - 1 : at] == ["stop"])
        if to_you and next(following, "") in called:
            return True
    return False


def _private(draft: LetterDraft) -> Iterator[Finding]:
    of_another = private_data.of_another(_words_of(draft))
    for text, mend in ((_words_of(draft), Fix.WORDS), (_about(draft), Fix.ABOUT)):
        for has_it, told in _PRIVATE:
            if has_it(text) and not (of_another and mend is Fix.WORDS):
                yield Finding(told, mend)


def _words_of(draft: LetterDraft) -> str:
    return f"{draft.reason}\n{draft.respect}"


def _about(draft: LetterDraft) -> str:
    return f"{draft.name}\n{draft.neighborhood}"


def _lacking(lacking: Sequence[str] | None) -> Iterator[Finding]:
    if lacking is None:
        yield Finding(review_sentences.NO_PDF)
    if lacking:
        yield Finding(review_sentences.not_in_pdf(lacking[:12]))


_OUTSIDE: Mapping[str, str] = {
    Connection.NONE: review_sentences.NOT_A_RESIDENT,
    Connection.UKRAINE: review_sentences.FROM_UKRAINE,
    Connection.ABROAD: review_sentences.FROM_ABROAD,
    Connection.GROUP: review_sentences.FROM_A_GROUP,
}


def _connection(draft: LetterDraft) -> Iterator[Finding]:
    if not draft.connection:
        yield Finding(review_sentences.NO_CONNECTION, Fix.WORDS)
    elif told := _OUTSIDE.get(draft.connection):
        yield Finding(told, Fix.KEEP, mark=f"connection:{draft.connection}")


_SAYS_NOTHING = frozenset({"", Connection.NONE, Connection.ABROAD})


def _unsigned(draft: LetterDraft) -> Iterator[Finding]:
    is_bare = not (draft.name or draft.neighborhood) and draft.connection in _SAYS_NOTHING
    if is_bare and not writer.unnamed(draft.reason):
        yield Finding(review_sentences.UNSIGNED[LetterForm(draft.form)], Fix.ABOUT)
