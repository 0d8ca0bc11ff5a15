"""What a letter template may use, and what is said of a fault in one. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from db.record.values import value

NAMES: Mapping[str, str] = {
    "greeting": "the salutation: Dear Mayor and Members of the Portland City Council,",
    "office": "the office the letter goes to: Mayor of Portland",
    "body": "the body that decides: the Portland City Council",
    "council": "the same in a word: the council",
    "place": "the place: Portland",
    "partner": "its Russian partner; empty if there is no tie: Khabarovsk",
    "tie": "the tie as the writer would say it: our sister-city tie with Khabarovsk in Russia (a resident); "
    "Portland's sister-city tie with Khabarovsk in Russia (anyone else); empty if there is none",
    "short_tie": "the tie in a few words, whoever writes: the sister-city tie with Khabarovsk; empty if there is none",
    "since": "the year the tie began, where it is known",
    "ukraine": "a Ukrainian partner that the place has, where the record names one",
    "who": "who the writer is, as one sentence; empty if they did not say: I live in Portland.",
    "ask": "the request, as one question",
    "ask_again": "the request once more, in few words",
    "reason": "the writer's own words, unchanged",
    "fact": "one dated fact from the record, and before it the coming hearing, where one is on record; "
    "empty if there is no tie",
    "link": "the address of the page behind that fact, where there is one",
    "points": "the quotations that the writer chose, each a paragraph; empty if there are none",
    "fair": "what the writer respects in the other view, or a general line; empty if they left it out",
    "name": "the writer's name, if they gave one",
    "neighborhood": "the writer's neighborhood or town, if they gave one",
    "signature": "name and place on lines of their own, or what the writer said of themselves; may be empty",
    "today": "the date of the letter: November 25, 2026",
    "proposal": "what is heard then, by whose it is: the proposal of Mayor Ann Lee of November 20, 2026; "
    "empty where no hearing is on record as coming",
    "hearing": "the day of the next hearing on the tie, where one is on record as coming: December 3, 2026",
}
FLAGS: Mapping[str, str] = {"resident": "true if the writer said that they live in the place"}
REQUIRED = ("ask", "reason")


@value
class TemplateFault:
    """What is wrong with a template, and the line of its file (0 for the whole of it)."""

    line: int
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}" if self.line else self.message
