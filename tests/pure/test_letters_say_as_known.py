"""Each sentence of a letter follows from the record: of every form and request, over records that nobody wrote by hand.

The ties are those of ``test_said_as_known``. Without a writer's words a letter may name only what the record has, says
nothing of the tie but its fact, whole, and asks only for what fits how the tie stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.letters import compose as drafting
from cogs.letters import fact_sentences, hearing_words, local_fact
from cogs.letters.compose import Connection, Letter
from cogs.letters.forms_of_letter import LetterForm
from cogs.letters.letter_dates import dated
from cogs.letters.requests import Request, requests_for
from cogs.wording.act_sentences import letter_sentence
from cogs.wording.dates import month_first
from db.record.act_kinds import ActKind
from db.record.derivation import acts_in_force
from db.record.models import PartialDate, Record, Tie
from db.record.register import Register
from db.record.standings import Standing
from db.store.letter_models import LetterDraft
from tests.pure.generated_ties import register_with, ties
from tests.pure.letters import SHIPPED, TODAY
from tests.pure.test_letters_fact import CLAIMS, words_of
from tests.pure.test_letters_fact import OURS as FACT_WORDS

pytestmark = pytest.mark.slow

# What is said of a tie where its act has no sentence of its own.
DONE = {
    "The tie was ended": ActKind.ENDED,
    "The tie was suspended": ActKind.SUSPENDED,
    "The tie was resumed": ActKind.RESUMED,
    "The suspension is meant to last": ActKind.SUSPENDED,
}
# What our own sentences may name beside the office, the place, the partner and the day.
OURS = {"Ukraine", "Russia", "I", "Mayor", "Members", "Someone", "Dear", "Hello", "Re", "Does", "Will", "To"}


def letters_of(tie: Tie, register: Register) -> Iterator[tuple[LetterDraft, Letter]]:
    """Every letter about a tie without a writer's words: each form, request, template and office that fits."""
    fact = local_fact.fact_with_hearing(tie, register, TODAY)
    first = requests_for(fact.standing)[0]
    for form, connection in product(LetterForm, (Connection.VISITOR, Connection.RESIDENT)):
        draft = LetterDraft("0" * 16, 7, None, tie.us, tie.id, first, form=form, fact=fact, connection=connection)
        subject = drafting.subject_of(draft, register)
        for ask, template in product(drafting.fitting_requests(draft, subject), SHIPPED):
            if template.fits(ask, fact.standing, form):
                asked = replace(draft, ask=ask)
                yield asked, drafting.compose(asked, subject, template, register, TODAY)


def told_in(draft: LetterDraft, tie: Tie) -> str:
    """The fact as a letter has it: a statement, spoken at the hearing, names that by itself."""
    text = draft.fact.text
    return (
        hearing_words.without_hearing(text, hearing_words.named(text, tie))
        if draft.form == LetterForm.STATEMENT
        else text
    )


def own_text(draft: LetterDraft, letter: Letter, tie: Tie) -> str:
    """A letter without its fact and its link: what we say by ourselves."""
    text = letter.text
    for known in (told_in(draft, tie), draft.fact.link):
        text = text.replace(known, "") if known else text
    return text


def known_words(tie: Tie, register: Register) -> str:
    """All that the record says of a tie, as a letter may put it, with what is set for its hearings."""
    hearings = [dated(PartialDate(act.hearing)) for act in tie.acts if act.hearing]
    reasons = [f"{act.replaces_why} {act.retracted}" for act in tie.acts]
    return " ".join([words_of(tie, register), *hearings, *reasons, dated(PartialDate(TODAY))])


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_fact_names_only_what_the_record_has(frozen_record: Record, data: st.DataObject) -> None:
    tie = data.draw(ties(frozen_record))
    register = register_with(tie, frozen_record)
    text = local_fact.fact_with_hearing(tie, register, TODAY).text
    known = known_words(tie, register)
    assert "EDITORS" not in text
    for claim in CLAIMS.findall(text):
        bare = claim.strip(".,").removesuffix("'s")
        assert bare in FACT_WORDS or bare in known, (bare, text)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_each_sentence_of_a_fact_is_one_of_an_act_a_page_or_a_search(
    frozen_record: Record, data: st.DataObject
) -> None:
    tie = data.draw(ties(frozen_record))
    register = register_with(tie, frozen_record)
    text = local_fact.fact_with_hearing(tie, register, TODAY).text
    for sentence in sorted(sayable(tie, register), key=len, reverse=True):
        text = text.replace(sentence, "")
    assert not text.strip(), text


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_what_was_done_is_said_only_where_it_was(frozen_record: Record, data: st.DataObject) -> None:
    tie = data.draw(ties(frozen_record))
    text = local_fact.fact_with_hearing(tie, register_with(tie, frozen_record), TODAY).text
    for words, kind in DONE.items():
        assert words not in text or kind in {act.kind for act in acts_in_force(tie.acts)}, text


def sayable(tie: Tie, register: Register) -> Iterator[str]:
    """What may be said of a tie: each act that stands, each page that names the pair, searches, where it is read."""
    us, ru, sources = register.place(tie.us).name, register.place(tie.ru).name, register.record.sources
    yield fact_sentences.ACCOUNTS_DIFFER
    for act in acts_in_force(tie.acts):
        yield from local_fact.act_sentences(act)
        yield hearing_words.hearing_sentence(act) if act.hearing else ""
    for search in tie.searches:
        yield fact_sentences.no_later_decision_found(search.date)
        yield fact_sentences.nothing_says_it_stands(search.date)
        yield fact_sentences.no_page_found(us, ru, search.date)
    yield fact_sentences.NOTHING_SAYS_IT_STANDS
    yield fact_sentences.no_page_says(us, ru)
    for listing in tie.listings:
        yield fact_sentences.page_tells(listing.date, month_first(listing.says))
        for source in (sources[name] for name in listing.sources if name in sources):
            whose = fact_sentences.whose(source.publisher, source.page_kind, state_media=source.state_media)
            yield fact_sentences.page_names(us, ru, whose, listing.date)
            yield fact_sentences.weak_page_names(us, ru, source.page_kind, listing.date)
            yield fact_sentences.only_wikipedia(us, ru)
    for source in sources.values():
        yield local_fact.named_in_words(source)


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_the_rest_of_a_letter_claims_nothing(frozen_record: Record, data: st.DataObject) -> None:
    tie = data.draw(ties(frozen_record))
    register = register_with(tie, frozen_record)
    heard = [hearing_words.proposal(act) + dated(PartialDate(act.hearing)) for act in tie.acts if act.hearing]
    for draft, letter in letters_of(tie, register):
        subject = drafting.subject_of(draft, register)
        allowed = f"{subject} {' '.join(heard)}"
        for sentence in re.split(r"(?<=[.?!,:])\s+", own_text(draft, letter, tie)):
            named = {name.strip(".,").removesuffix("'s") for name in CLAIMS.findall(sentence)[1:]}
            assert not {name for name in named if name not in allowed} - OURS, (draft.form, draft.ask, sentence)


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_a_letter_tells_the_fact_whole_and_once(frozen_record: Record, data: st.DataObject) -> None:
    tie = data.draw(ties(frozen_record))
    register = register_with(tie, frozen_record)
    for draft, letter in letters_of(tie, register):
        assert letter.text.count(told_in(draft, tie)) == 1, (draft.form, draft.ask)
        assert draft.form != LetterForm.STATEMENT or "http" not in letter.text
        assert not draft.fact.link or letter.text.count(draft.fact.link) <= 1


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_letter_asks_for_what_fits_how_the_tie_stands(frozen_record: Record, data: st.DataObject) -> None:
    tie = data.draw(ties(frozen_record))
    register = register_with(tie, frozen_record)
    status = register.status(tie.id)
    for draft, letter in letters_of(tie, register):
        assert Request(draft.ask) in requests_for(status.standing)
        own = own_text(draft, letter, tie)
        assert ("Thank you for the decision" in f"{letter.subject} {own}") <= (status.standing is Standing.ENDED)
        assert ("turn the suspension" in own) <= (status.standing is Standing.SUSPENDED)
        assert ("once more" in own) <= (status.standing is Standing.ACTIVE)
        if draft.ask == Request.CONDITION:
            assert status.basis is not None
            assert status.basis.condition is None
        if status.standing is Standing.UNCONFIRMED:
            assert "still stands" in own or "still stand" in own, (draft.form, draft.ask, own)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_what_was_withdrawn_or_corrected_is_told_in_no_letter(frozen_record: Record, data: st.DataObject) -> None:
    tie = data.draw(ties(frozen_record))
    register = register_with(tie, frozen_record)
    standing = {letter_sentence(act) for act in acts_in_force(tie.acts) if act.said}
    gone = {letter_sentence(act) for act in tie.acts if act.said} - standing
    for _, letter in letters_of(tie, register):
        assert not [sentence for sentence in gone if sentence in letter.text]
