"""What questions need is there before the first of them: none has to wait while thousands of phrases are read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import tomli

from cogs.kit.settings import ROOT

# In a process of its own: in this one other tests have read what they needed. Told where phrases are kept, it prints
# how many phrases were there after the first preparation, before the questions and behind them, how many
# characters of the vocabulary were read while they were answered, and a digest of the answers.
CODE = """
import hashlib, json, sys
from datetime import date
import tomli
from cogs.lookup.answers.answer import answer, claim_answer
from cogs.lookup.phrases.phrase_book import BOOK
from cogs.lookup.answers.preparations import preparations
from cogs.lookup.render_text import as_text
from db.record.dataset import load_dataset
from db.record.register import Register
from db.record.vocabulary import vocabulary
sys.pycache_prefix = sys.argv[1]
from cogs.lookup import kept_phrases

register = Register(load_dataset())
numbers, told = [], hashlib.sha256()
for prepare in (kept_phrases.take, *preparations(lambda: register), kept_phrases.keep):
    prepare()
    numbers.append(len(BOOK))
vocabulary.cache_clear()
read, loads = [], tomli.loads
tomli.loads = lambda text: read.append(len(text)) or loads(text)
for question in json.load(sys.stdin):
    for each in (answer, claim_answer):
        told.update(as_text(each(question, register, date(2026, 11, 30)), register).encode())
print(numbers[0], numbers[-1], len(BOOK), sum(read), told.hexdigest())
"""
# Small tables, each of which few questions need.
MOST_READ_LATE = 15_000


def questions() -> list[str]:
    """Some of each file of the corpus."""
    files = sorted((ROOT / "tests" / "corpus").glob("*.toml"))
    asked = [[row["ask"] for row in tomli.loads(file.read_text("utf-8")).get("question", ())] for file in files]
    return [question for each in asked for question in each[::40]]


def prepared(beside: Path) -> tuple[list[int], str]:
    """The numbers that the code prints, and the digest, with the phrases that are kept in a folder."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", CODE, beside],
        cwd=ROOT,
        env=environment,
        input=json.dumps(questions()),
        capture_output=True,
        text=True,
        check=True,
    )
    *numbers, told = done.stdout.split()
    return [int(number) for number in numbers], told


def test_what_questions_need_is_there_before_the_first_and_read_or_kept_it_is_the_same(tmp_path: Path) -> None:
    (at_first, before, behind, read_late), told = prepared(tmp_path)
    assert at_first == 0
    assert before > 10_000
    assert behind == before
    assert read_late < MOST_READ_LATE
    assert prepared(tmp_path) == ([before, before, behind, read_late], told)
