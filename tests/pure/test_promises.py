"""The numbers that the docs promise are those that the code goes by. What each does at its boundary is tested beside
what it is about.
"""

from __future__ import annotations

import re

import pytest

import bot
from cogs.editing import draft_validation
from cogs.kit.settings import ROOT
from cogs.letters import templates
from cogs.letters.forms_of_letter import FORMS, LetterForm
from cogs.lookup.cog import MOST_IN_A_CHANNEL, MOST_OF_A_PERSON
from cogs.operations import signs
from cogs.outbox import cog, failures, restoration
from cogs.outbox.rate_limit import CircuitBreaker
from cogs.wording import date_parsing
from db.record.dataset import rules
from db.record.dataset.explanations import shipped
from db.record.derivation import AGEING_DAYS, CURRENT_DAYS
from db.store import (
    announcements,
    backup_retention,
    clock_guard,
    database,
    deliveries,
    drafts,
    letter_templates,
    subscriptions,
    tips,
)
from db.store.delivery_models import LONGEST_WAIT

HOUR = 3600


@pytest.mark.parametrize(
    ("page", "promise", "number"),
    [
        ("announcements", "tries again after {} seconds", failures.FIRST_WAIT.total_seconds()),
        ("announcements", "after {} hours it pauses", failures.PATIENCE.total_seconds() / HOUR),
        ("announcements", "younger than {} days is sent", announcements.YOUNG.days),
        ("announcements", "keeps the subscription for {} days", subscriptions.KEPT_AFTER_END.days),
        ("announcements", "is kept for {} days and shown", subscriptions.KEPT_AFTER_END.days),
        ("announcements", "no newer one for {} days", AGEING_DAYS),
        ("announcements", "sender rests for {} seconds", CircuitBreaker.FIRST),
        ("editing", "nobody went on with for {} days", drafts.KEPT_UNTOUCHED.days),
        ("record", "up to {} days *current*", CURRENT_DAYS),
        ("record", "up to {} *ageing*", AGEING_DAYS),
        ("running", "kept the database for more than {} seconds", bot.SECONDS_TO_WAIT_FOR_DATABASE),
        ("running", "what is under way within {} seconds", bot.SECONDS_TO_CLOSE),
        ("running", "say after {} seconds that nothing", database.PATIENCE),
        ("running", "more than {} days since it was last", clock_guard.LONGEST_STEP.days),
        ("running", "nothing is deleted for {} hour:", clock_guard.SECOND_LOOK.total_seconds() / HOUR),
        ("running", "the bot writes every {} seconds", signs.WRITE_SECONDS),
        ("running", "was not heard for {} minutes", signs.LONGEST_SILENCE.total_seconds() / 60),
        ("running", "none succeeded for {} minutes", signs.LONGEST_WITHOUT_REQUEST.total_seconds() / 60),
        ("running", "the bot tries one every {} if", signs.PROBE_AFTER.total_seconds() / 60),
        ("running", "has waited for {} minutes", signs.LONGEST_WAIT.total_seconds() / 60),
        ("running", "the last is older than {} hours", signs.LONGEST_WITHOUT_BACKUP.total_seconds() / HOUR),
        ("running", "less than {} MB are free", signs.LEAST_ROOM / 1_000_000),
        ("running", "starting for more than {} minutes", signs.LONGEST_START.total_seconds() / 60),
        ("running", "Kept are the newest of {} days", backup_retention.DAYS),
        ("running", "of {} weeks and of", backup_retention.WEEKS),
        ("running", "weeks and of {} months", backup_retention.MONTHS),
        ("running", "in up to {} others of each server", restoration.MOST_OTHER_CHANNELS),
        ("running", "in one channel up to {} messages", restoration.MOST_MESSAGES),
        ("templates", "at most {} a server", letter_templates.MOST_TEMPLATES),
        ("templates", "at most {} characters: a header", templates.MOST_CHARACTERS),
        ("templates", "at most {} characters |", templates.LONGEST_TITLE),
        ("templates", "the letter should have {} to", FORMS[LetterForm.LETTER].shortest),
        ("templates", "should have 150 to {}.", FORMS[LetterForm.LETTER].longest),
    ],
)
def test_the_docs_name_the_number_that_the_code_goes_by(page: str, promise: str, number: float) -> None:
    text = " ".join((ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8").split())
    assert promise.format(f"{number:,.0f}") in text


def test_what_is_promised_in_words_is_what_the_code_goes_by() -> None:
    assert LONGEST_WAIT.total_seconds() == HOUR, "waits are up to an hour"
    assert cog.RECHECK_MINUTES == 60, "what is paused is tried once an hour"
    assert draft_validation.MOST_SOURCES == 5, "an act takes up to five sources"
    assert deliveries.KEPT_GONE.days == 30, "what is gone is kept for 30 days"
    assert date_parsing.EARLIEST_YEAR == rules.EARLIEST, "what an editor may enter, the dataset takes"


def test_the_limits_that_an_answer_tells_are_those_of_the_code() -> None:
    limits = shipped().by_id("limits")
    assert limits is not None
    assert (MOST_OF_A_PERSON, MOST_IN_A_CHANNEL, tips.MOST_OPEN) == (10, 30, 10)
    assert "ten times a minute for one person and thirty times in one channel" in limits.answer
    assert "ten of one person may wait" in limits.answer


def test_every_test_that_the_page_of_threats_names_is_there() -> None:
    page = (ROOT / "docs" / "threats.md").read_text(encoding="utf-8")
    named = re.findall(r"`(?:tests/\w+/)?(\w+\.py)`((?:,? ?:? ?(?:and )?\*[^*]+\*,?)*)", page)
    missing = []
    for file, phrases in named:
        text = "".join(found.read_text(encoding="utf-8") for found in (ROOT / "tests").rglob(file))
        tests = [
            re.sub(r"\W+", "_", words.replace("'", "")).strip("_") for words in re.findall(r"\*([^*]+)\*", phrases)
        ]
        missing += [(file, test) for test in tests or [""] if not text or test not in text]
    assert len(named) > 60
    assert missing == []
