"""What questions need is there before the first of them: none has to wait while thousands of phrases are read."""

from __future__ import annotations

import json
import subprocess
import sys

import tomli

from cogs.kit.settings import ROOT

# In a process of its own: in this one other tests have read what they needed. Prints how many phrases were there before
# the questions and behind them, and how many characters of the vocabulary were read while they were answered.
CODE = """
import json, sys
from datetime import date
import tomli
from cogs.lookup.answer import answer, claim_answer
from cogs.lookup.phrases.phrase_book import BOOK
from cogs.lookup.preparations import preparations
from db.record.dataset import load_dataset
from db.record.register import Register
from db.record.vocabulary import vocabulary

register = Register(load_dataset())
for prepare in preparations(lambda: register):
    prepare()
vocabulary.cache_clear()
phrases, read, loads = len(BOOK), [], tomli.loads
tomli.loads = lambda text: read.append(len(text)) or loads(text)
for question in json.load(sys.stdin):
    answer(question, register, date(2026, 11, 30))
    claim_answer(question, register, date(2026, 11, 30))
print(phrases, len(BOOK), sum(read))
"""
# Small tables, each of which few questions need.
MOST_READ_LATE = 15_000


def questions() -> list[str]:
    """Some of each file of the corpus."""
    files = sorted((ROOT / "tests" / "corpus").glob("*.toml"))
    asked = [[row["ask"] for row in tomli.loads(file.read_text("utf-8")).get("question", ())] for file in files]
    return [question for each in asked for question in each[::40]]


def test_what_questions_need_is_there_before_the_first() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=ROOT,
        input=json.dumps(questions()),
        capture_output=True,
        text=True,
        check=True,
    )
    before, behind, read_late = map(int, done.stdout.split())
    assert before > 10_000
    assert behind == before
    assert read_late < MOST_READ_LATE
