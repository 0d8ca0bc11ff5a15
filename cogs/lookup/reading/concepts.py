"""Concepts that something said is made of, each with its words in all languages, as files of data/vocabulary have them.

Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from cogs.lookup.phrases.patterns import Phrases, any_of
from db.record.vocabulary import vocabulary

# The files of general questions that are known by their meaning: each has concepts, and topics that are made of any.
TOPICS = ("topics", "topics_of_the_bot", "topics_of_the_petition", "topics_in_talk", "topics_of_standing")


@cache
def concepts(name: str) -> Mapping[str, Phrases]:
    """The concepts of one file, such as ``arguments``, by their names."""
    table: Mapping[str, list[str]] = vocabulary(name)["concepts"]
    return {concept: any_of(said) for concept, said in table.items()}
