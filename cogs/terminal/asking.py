"""`python bot.py ask`: one answer as text."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from cogs.kit.settings import Settings
from cogs.lookup import kept_phrases
from cogs.lookup.answers.answer import answer
from cogs.lookup.phrases import patterns
from cogs.lookup.render_text import as_text
from cogs.terminal.console import NOT_FOUND, OK, environment
from cogs.terminal.known_record import record_to_ask
from db.record.dataset.explanations import shipped
from db.record.passages import all_passages
from db.record.register import Register
from db.store.full_text import FullText


def ask(options: argparse.Namespace) -> int:
    """`ask`: one answer as text, from the record in the database or, without one, from the shipped dataset.

    All phrases are then kept beside the byte code, where that may be: every start that follows takes a second less.
    """
    kept_phrases.take()
    settings = Settings.from_environment(environment())
    known = record_to_ask(settings.database)
    register = Register(known.record)
    register.search_by(FullText(all_passages(known.record, shipped().in_full())), known.record)
    found = answer(" ".join(options.question), register, datetime.now(UTC).date())
    print(as_text(found, register))
    print(f"\n{known.told}", flush=True)
    patterns.make_ready()
    kept_phrases.keep()
    return OK if found.outcome.found else NOT_FOUND
