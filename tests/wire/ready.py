"""Imported by the process that is forked: makes what each start would make anew of the shipped record."""

from cogs.lookup import explanation_phrases, patterns
from cogs.lookup.distress import distress_answer
from db.record.dataset import load_dataset
from tests.kept import KeptParts

KeptParts(load_dataset()).use(setattr)
explanation_phrases.phrased_by("")
patterns.make_ready()
distress_answer("")
