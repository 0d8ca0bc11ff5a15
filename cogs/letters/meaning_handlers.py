"""A sentence that may be taken for a threat holds a letter back until its writer changes it, or says what it means.

They say so in their own words, and then, on a second card, that it is to stand. What they say is not kept.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from cogs.kit.bot import Interaction
from cogs.kit.components import fields
from cogs.kit.failures import Refusal
from cogs.kit.replies import send_private
from cogs.kit.router import handles
from cogs.letters import meaning_sentences, routes, views
from cogs.letters.compose import clean_text
from cogs.letters.forms import meaning_form
from cogs.letters.handlers import LetterHandlers, guide_for
from cogs.letters.meaning_sentences import Meaning
from cogs.letters.style_checks import WORD
from db.store.letter_models import LetterDraft

# In fewer words nothing is explained.
FEWEST_WORDS = 4


class MeaningHandlers:
    """The handlers of one bot."""

    def __init__(self, letters: LetterHandlers) -> None:
        self.drafts = letters.drafts

    @handles(routes.SayMeaning)
    async def ask(self, interaction: Interaction, route: routes.SayMeaning) -> None:
        """Open the form for what a sentence means."""
        draft = await self.drafts.own(interaction, route.draft)
        sentence, guide = await _sentence(draft, route.mark), await guide_for(interaction)
        await interaction.response.send_modal(meaning_form(draft, route.mark, sentence, guide))

    @handles(routes.TellMeaning)
    async def tell(self, interaction: Interaction, route: routes.TellMeaning) -> None:
        """Show the sentence beside what its writer said of it, and let them choose, or say why it is held back."""
        typed = fields(interaction)
        told = clean_text("\n".join(typed["told"]))
        draft = await self.drafts.own(interaction, route.draft)
        sentence = await _sentence(draft, route.mark)
        if await asyncio.to_thread(_is_threat, told):
            layout = views.held_back_card(draft, meaning_sentences.IN_DOUBT)
        elif not _explains(told, sentence):
            layout = views.held_back_card(draft, meaning_sentences.TOO_SHORT, routes.SayMeaning(draft.id, route.mark))
        else:
            meaning = Meaning(next(iter(typed["meaning"]), Meaning.FIGURE))
            layout = views.meaning_card(draft, route.mark, sentence, meaning, told)
        await send_private(interaction, layout)


async def _sentence(draft: LetterDraft, mark: str) -> str:
    """The sentence of a mark. Raises Refusal where the words no longer have it."""
    found = (await asyncio.to_thread(_in_doubt, draft)).get(mark)
    if found is None:
        raise Refusal(meaning_sentences.IS_CHANGED)
    return found


def _in_doubt(draft: LetterDraft) -> Mapping[str, str]:
    from cogs.letters import review

    return review.in_doubt(draft)


def _is_threat(text: str) -> bool:
    from cogs.letters import danger

    return danger.is_threat(text)


def _explains(told: str, sentence: str) -> bool:
    """Whether it is more than a word or two, and not the sentence again."""
    words = [word.casefold() for word in WORD.findall(told)]
    return len(words) >= FEWEST_WORDS and words != [word.casefold() for word in WORD.findall(sentence)]
