"""The words by which a question narrows a list to ties of a trait: ``traits`` in the files of the languages. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from cogs.lookup.model import Trait
from cogs.lookup.phrases.patterns import Phrases, any_of
from cogs.lookup.reading.vocabulary import of_all_languages

# Of one and another that says less the narrower wording, which stands first, is meant.
_BEFORE_OTHERS = (Trait.NO_CONDITION, Trait.NO_WORD, Trait.SEVERAL_RUSSIAN, Trait.SPLIT, Trait.NOT_ON_2022_LIST)
_IN_ORDER = (*_BEFORE_OTHERS, *(trait for trait in Trait if trait not in _BEFORE_OTHERS))
ASKED_TRAITS: Mapping[Trait, Phrases] = {
    trait: any_of(words) for trait in _IN_ORDER if (words := of_all_languages("traits", trait))
}
