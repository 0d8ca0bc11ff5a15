"""How like a way of asking a question must be for an explanation to be told or offered. Pure."""

from __future__ import annotations

from operator import attrgetter

# Where a question names places, where it names none, and where nothing else fits.
LIKE_BESIDE_NAMES, LIKE, LIKE_ENOUGH = 0.84, 0.74, 0.45
# The same where the wording is that of an argument: "wouldn't it hurt", "what good does it do".
ARGUED_BESIDE_NAMES, ARGUED = 0.66, 0.6
# What a clause asks for by itself, beside what the whole is answered by.
LIKE_BY_ITSELF = 0.84
# What is a little like the question must be so by far more than any other answer; what is more like it, by a hair.
LIKE_WITHOUT_RIVAL, FAR_AHEAD, AHEAD = 0.6, 0.15, 0.03
# A question that is a way of asking, word for word, is that question, whatever else it may be.
THE_SAME = 0.99
# Where it is known what a question is about, so much is enough of one of the answers about that.
LIKE_OF_SUBJECT = 0.46
# So much, and the answer about that comes before those about anything else, and before a list.
SURELY_OF_SUBJECT = 0.62
# So like an answer's way of asking, and the answer is offered where a question was not understood; so many at most.
ENOUGH_TO_OFFER, MOST_OFFERED = 0.3, 3
# So like is enough where it is known what a question is about.
LITTLE_OF_SUBJECT = 0.18
# Before what is shown of a subject, so many of its answers are told in short that may be meant.
MOST_NEAR = 2
LIKENESS = attrgetter("likeness")
