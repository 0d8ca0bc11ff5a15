"""What is said to somebody who seems to be at an end, or in danger, in the language of their words. Pure.

The numbers are those that the letters name (``docs/running.md`` says where they are from).
"""

from __future__ import annotations

from collections.abc import Mapping

from cogs.lookup.reading.languages import RUSSIAN, UKRAINIAN, Tongue

AT_AN_END: Mapping[Tongue | None, str] = {
    None: (
        "I am so sorry that it is this hard. I am only a program, but there are people to talk to now: in the United "
        "States call or text 988, the Suicide & Crisis Lifeline, at any hour; from a phone in Ukraine call 7333, "
        "Lifeline Ukraine. Anywhere else, or if it cannot wait, call the emergency number where you are, or go to "
        "somebody close to you. If it is somebody near you who is struggling, the numbers are for you as well. "
        "Please do not stay alone with it."
    ),
    UKRAINIAN: (
        "Мені дуже шкода, що вам так тяжко. Я лише програма, але є люди, з якими можна поговорити просто зараз: з "
        "телефону в Україні зателефонуйте на 7333, Lifeline Ukraine; у США зателефонуйте або напишіть на 988 (Suicide "
        "& Crisis Lifeline), цілодобово. В іншій країні, або якщо чекати не можна, зателефонуйте до екстреної служби "
        "чи підіть до когось близького. Якщо так тяжко комусь поруч із вами, ці номери і для вас. Будь ласка, не "
        "залишайтеся з цим на самоті."
    ),
    RUSSIAN: (
        "Мне очень жаль, что вам так тяжело. Я всего лишь программа, но есть люди, с которыми можно поговорить прямо "
        "сейчас: в США позвоните или напишите на 988 (Suicide & Crisis Lifeline), круглосуточно; с телефона в Украине "
        "позвоните по номеру 7333, Lifeline Ukraine. В другой стране, или если ждать нельзя, позвоните в экстренную "
        "службу или пойдите к кому-то близкому. Если так тяжело кому-то рядом с вами, эти номера и для вас. "
        "Пожалуйста, не оставайтесь с этим в одиночестве."
    ),
}
IN_DANGER: Mapping[Tongue | None, str] = {
    None: (
        "I am so sorry. I am only a program and cannot send help. Please go where you are safe, if you can, and call "
        "the emergency number where you are. When it is heavy to carry, there is somebody to talk to as well: in the "
        "United States call or text 988, the Suicide & Crisis Lifeline; from a phone in Ukraine call 7333, Lifeline "
        "Ukraine."
    ),
    UKRAINIAN: (
        "Мені дуже шкода. Я лише програма і не можу прислати допомогу. Будь ласка, якщо можете, йдіть туди, де "
        "безпечно, і зателефонуйте до екстреної служби. А коли тяжко, є з ким поговорити: з телефону в Україні "
        "зателефонуйте на 7333, Lifeline Ukraine; у США зателефонуйте або напишіть на 988. Бережіть себе."
    ),
    RUSSIAN: (
        "Мне очень жаль. Я всего лишь программа и не могу прислать помощь. Пожалуйста, если можете, идите туда, где "
        "безопасно, и позвоните в экстренную службу. А когда тяжело, есть с кем поговорить: в США позвоните или "
        "напишите на 988; с телефона в Украине позвоните по номеру 7333, Lifeline Ukraine. Берегите себя."
    ),
}
BURDENED: Mapping[Tongue | None, str] = {
    None: (
        "I am so sorry; that is heavy to carry. I am only a program and no comfort, and you have nothing to explain "
        "here. Please speak with somebody close to you. If the night is long, there is somebody to talk to: in the "
        "United States call or text 988, at any hour; from a phone in Ukraine call 7333, Lifeline Ukraine."
    ),
    UKRAINIAN: (
        "Мені дуже шкода; це тяжко нести. Я лише програма, і тут вам нічого не треба пояснювати. Будь ласка, "
        "поговоріть із кимось близьким. Якщо ніч довга, є з ким поговорити: з телефону в Україні зателефонуйте "
        "на 7333, Lifeline Ukraine; у США зателефонуйте або напишіть на 988, цілодобово."
    ),
    RUSSIAN: (
        "Мне очень жаль; это тяжело нести. Я всего лишь программа, и здесь вам ничего не надо объяснять. Пожалуйста, "
        "поговорите с кем-то близким. Если ночь длинная, есть с кем поговорить: в США позвоните или напишите на 988, "
        "круглосуточно; с телефона в Украине позвоните 7333, Lifeline Ukraine."
    ),
}
