"""Imported by the process that is forked: makes what each start would make anew of the shipped record."""

from cogs.lookup.answers.distress import distress_answer
from cogs.lookup.explanations import explanation_phrases
from cogs.lookup.phrases import patterns
from db.record.dataset import load_dataset
from tests.kept import KeptParts

KeptParts(load_dataset()).use(setattr)
explanation_phrases.phrased_by("")
patterns.make_ready()
distress_answer("")
