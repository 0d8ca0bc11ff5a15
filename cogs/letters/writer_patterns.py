"""The patterns by which ``writer`` tells who writes, in English, Ukrainian and Russian. Pure."""

from __future__ import annotations

import re

from cogs.letters.lazy_pattern import LazyPattern

NUMBERS = "eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
YOUNG = LazyPattern(
    rf"\b(?:i am|i'm|im|i’m|as a|me, a|we are all|being) (?:only |just |a |an |now |still )*(?:[89]|1[0-7]|{NUMBERS})(?: and a half)?"
    rf"(?=\s*(?:$|[.,;!)]| and\b| but\b| so\b| now\b|[- ]?(?:years?|yrs?)\b|[- ]year[- ]old| y/?o\b))"
    rf"|\b(?:i (?:just )?turned|i will (?:soon )?be|i'll be|my age is|age:?) (?:[89]|1[0-7]|{NUMBERS})\b(?! (?:minutes|hours|days|miles|weeks))"
    r"|\bi(?: am|'m|’m| go to| attend| study| was)? (?:\w+ ){0,4}?(?:in|a|an|the) (?:(?:[1-9]|1[0-2])(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
    r"[- ](?:grade|grader)s?\b"
    r"|\bi(?: am|'m|’m| go to| attend| study at| am in| am at) (?:\w+ ){0,3}?(?:middle|elementary|junior high|high)[- ]school(?: (?:student|freshman|sophomore|junior|senior|pupil))?\b"
    r"|\bwe(?: are|'re|’re) (?:\w+ ){0,4}?(?:\w+[- ]grade(?:rs?)?|middle school|elementary school|high school) (?:class|students|pupils|kids)?"
    r"|\bi(?: am|'m|’m) (?:a |an |still a )?(?:minor|kid|child|teenager|teen|schoolgirl|schoolboy|pupil|underage)\b"
    r"|\bмені (?:зараз |лише |тільки |всього )*(?:[89]|1[0-7]|вісім|дев'ять|десять|одинадцять|дванадцять|тринадцять|чотирнадцять|п'ятнадцять|шістнадцять|сімнадцять)(?: рок\w+| рік|[.,!]|$)"
    r"|\bя (?:ще |лише )*(?:школяр\w*|учень|учениця|підліток|неповнолітн\w+|дитина)\b|\b(?:навчаюся|вчуся|ходжу|я) (?:в|у|до) (?:\d{1,2}|[а-яіїє'-]+ому)(?:-?\w*)? клас\w*"
    r"|\bмне (?:сейчас |всего |только )*(?:[89]|1[0-7]|восемь|девять|десять|одиннадцать|двенадцать|тринадцать|четырнадцать|пятнадцать|шестнадцать|семнадцать)(?: лет| год\w*|[.,!]|$)"
    r"|\bя (?:еще |ещё )*(?:школьни\w+|ученик|ученица|подросток|несовершеннолетн\w+)\b|\b(?:учусь|хожу) в \d{1,2}(?:-?\w*)? класс\w*",
    re.IGNORECASE,
)
OLD = LazyPattern(
    r"\b(?:when|as|since|until) (?:i was|a)\b|\bколи (?:мені|я) бул|\bкогда (?:мне|я) был|\bi was\b", re.IGNORECASE
)
UNNAMED = LazyPattern(
    r"\banonym\w+\b|\b(?:do not|don't|don’t|dont|please not|never|not to) (?:\w+ ){0,3}?(?:use|publish|print|mention|give|share|show|put|write|reveal|include|make public|disclose|quote|sign|name)"
    r" (?:\w+ ){0,2}?(?:my (?:full |real |last )?name|me by name|my identity|who i am|with my name)\b"
    r"|\b(?:without|withhold|keep back|leave out|hide|not give|not sign|remove) (?:my |giving my |signing my )(?:full |real |last )?(?:name|identity)\b"
    r"|\b(?:keep|kept|stay|remain|be|left) (?:\w+ )?(?:unnamed|nameless|my name (?:out|private|secret|confidential)|confidential)\b"
    r"|\b(?:afraid|scared|fear|cannot|can't|dare not|unable|not safe|dangerous)(?: \w+){0,4}? (?:give|sign|use|say|tell|put|reveal|write) (?:\w+ )?(?:my (?:full |real |last )?name|who i am)\b"
    r"|\bрозголо\w+ мо[єюя]\w* ім|\b(?:не|без) (?:\S+ ){0,3}?(?:мо[єго]\w* )?(?:імені|ім'я|ім’я)\b|\bанонім\w+|\bанонимн\w+|\b(?:не|без) (?:\S+ ){0,3}?(?:мо[еёиюя]\w* )?имени\b|\bне \S{3,20} мо[её] имя\b",
    re.IGNORECASE,
)
MINE = r"(?:my|our)"
LOVED = (
    r"(?:son|daughter|husband|wife|brother|sister|father|mother|dad|mom|mum|child|children|kids?|baby|parents?|grand\w+|cousins?|uncle|aunt|nephew|niece"
    r"|fianc\w+|boyfriend|girlfriend|friends?|best friend|neighbou?rs?|classmates?|godson|partner|family|teacher|comrades?)"
)
GRIEF = LazyPattern(
    rf"\b{MINE} (?:\w+ ){{0,3}}?{LOVED}\b(?:\W+\w+){{0,5}}?\W+(?:killed|died|dead|murdered|missing|captured|tortured|buried|shot|fell|fallen|gone|wounded|raped|executed|kidnapped|deported|perished|lost (?:his|her|their) (?:life|lives|leg\w*|arm\w*))\b"
    rf"|\b(?:lost|losing|killed|buried|bury|burying|mourn\w*|grieve\w*|murdered|shot|tortured|took|deported|captured) {MINE} (?:\w+ ){{0,3}}?{LOVED}\b"
    rf"|\b(?:funeral|grave|death|memory|coffin) of {MINE} \w+|\b{MINE} (?:\w+ ){{0,2}}?{LOVED}(?:'s|’s) (?:funeral|grave|death|body|coffin|ashes)\b"
    r"|\bi (?:was|am|have been|had been) (?:\w+ ){0,2}?(?:widow\w*|raped|tortured|captured|wounded|a prisoner of war|in captivity|under occupation|an orphan|a veteran|shelled)\b"
    r"|\b(?:we|i) (?:fled|hid|escaped|survived|buried|crawled|sheltered|lived under|were shelled|were bombed|sat in (?:a|the) (?:cellar|basement))\b"
    rf"|\b{MINE} (?:\w+ )?(?:house|home|apartment|flat|village|town|city|street|school)\b(?: \w+){{0,3}} (?:destroyed|burned|burnt|bombed|shelled|gone|ruined|occupied|rubble|hit|flattened)\b"
    r"|\bм(?:о\w{1,3}|ій) (?:\S+ ){0,3}?(?:син\w*|доньк\w*|дочк\w*|чоловік\w*|дружин\w*|брат\w*|сестр\w*|бать\w*|тат\w*|мам\w*|мати|дитин\w*|діт\w*|друг\w*|подруг\w*|дід\w*|баб\w*|дядьк\w*|тітк\w*|кум\w*|сусід\w*)\b(?:\W+\S+){0,5}?\W+(?:загин\w+|убит\w+|вбит\w+|вбили|убили|помер\w*|зник\w*|полон\w*|поховал\w+|поранен\w+|закатува\w+)"
    r"|\b(?:втратил\w+|втратив|поховал\w+|поховав|вбили|убили|закатували) (?:\S+ ){0,2}?(?:мо\w+|наш\w+|син\w*|чоловік\w*|брат\w*|доньк\w*|дружин\w*|бать\w*|мам\w*|друга)"
    r"|\bмо\w{1,3} (?:\S+ ){0,3}?(?:сын\w*|доч\w*|муж\w*|жен\w*|брат\w*|сестр\w*|отец|отц\w*|пап\w*|мам\w*|мать|реб[её]н\w*|дет\w*|друг\w*|подруг\w*|дед\w*|баб\w*|дяд\w*|тёт\w*|тет\w*|сосед\w*)\b(?:\W+\S+){0,5}?\W+(?:погиб\w*|убит\w*|убили|умер\w*|пропал\w*|плен\w*|похорон\w+|ранен\w*)"
    r"|\b(?:потерял\w*|похоронил\w*|убили) (?:\S+ ){0,2}?(?:мо\w+|наш\w+|сын\w*|муж\w*|брат\w*|доч\w*|жен\w*|отц\w*|мам\w*|друга)",
    re.IGNORECASE,
)
KEEPS = LazyPattern(
    r"\b(?:keep|preserve|continue|maintain|save|protect|retain|strengthen|renew|restore|honou?r|stand by) (?:up )?(?:\w+ ){0,3}?(?:sister|tie|ties|relationship|partnership|friendship|agreement|connection|exchange|link)\b"
    r"|\b(?:do not|don't|don’t|should not|shouldn't|must not|never|not|against|oppose|opposed to|no need to|wrong to|mistake to) (?:\w+ ){0,2}?(?:end|ending|cut|cutting|sever|severing|break|breaking|suspend|suspending|abandon|abandoning|drop|dropping|cancel|terminate|terminating|ended|cut off) (?:\w+ ){0,4}?(?:tie|ties|it|this|sister|relationship|partnership|friendship|agreement|exchange|off)\b"
    r"|\b(?:stay|remain) (?:sister|friends|partners|connected|paired|twinned)\b|\b(?:should|must) (?:be kept|stay|continue|remain|go on)\b"
    r"|\b(?:зберегти|зберігайте|не розривайте|проти розриву|не припиняйте)\b|\b(?:сохранить|сохраните|не разрывайте|против разрыва|не прекращайте)\b",
    re.IGNORECASE,
)
NOT_KEEPS = LazyPattern(
    r"\b(?:if (?:you|we|the city)|why (?:do|does|should|would|keep|are)|cannot|can't|how can|stop|no longer|not (?:want|wish)|want to|wants to|who|those|they|some|decided|voted|decision|let us not|should not|shouldn't|do not|don't|is wrong|by keeping|you) (?:\w+ ){0,4}?(?:keep|preserve|continue|maintain|save|retain|strengthen|stand by|keeping|kept)\b"
    r"|\b(?:keep|keeping|maintain|continue) (?:\w+ ){0,6}?(?:is|was|would be|will be|looks|means|makes|sends|hurts|insults|helps russia)\b",
    re.IGNORECASE,
)
GROUP = LazyPattern(
    r"\b(?:we are|we're|we, )(?: \w+){0,3} (?:class|students|pupils|group|club|members|congregation|parish|teachers|volunteers|families|neighbou?rs|classmates|scouts|troop|choir|association|organization)\b"
    r"|\b(?:our class|our group|our club|our parish|on behalf of|my class and i|the undersigned|we, the|our organization|our congregation)\b"
    r"|\b(?:ми,? (?:учні|студенти|клас|група|волонтери|громада|члени)|наш клас|наша група|від імені)\b|\b(?:мы,? (?:ученики|студенты|класс|группа|волонтёры|волонтеры)|наш класс|наша группа|от имени)\b",
    re.IGNORECASE,
)
FROM_UKRAINE = LazyPattern(
    r"\b(?:i am|i'm|we are) (?:writing|writing to you|writing this|a \w+) (?:\w+ ){0,3}?from (?:\w+, )?(?:ukraine|kyiv|kiev|kharkiv|lviv|odesa|odessa|dnipro|zaporizhzhia|kherson|mykolaiv|sumy|poltava|chernihiv|ivano-frankivsk|ternopil|lutsk|rivne|vinnytsia)\b"
    r"|\bi (?:live|work|study|teach|was born and live|am) (?:\w+ ){0,2}?in (?:ukraine|kyiv|kiev|kharkiv|lviv|odesa|odessa|dnipro|zaporizhzhia|kherson|mykolaiv|sumy|poltava|chernihiv|ternopil|lutsk|rivne|vinnytsia)\b"
    r"|\b(?:пишу|живу) (?:\S+ ){0,2}?(?:з|із|в|у|из) (?:україн\w+|украин\w+|києв\w+|киев\w+|харк\w+|харьк\w+|льв\w+|одес\w+|дніпр\w+|днепр\w+)",
    re.IGNORECASE,
)


def works_in(place: str) -> LazyPattern:
    """That somebody works or studies in a place."""
    who = r"(?:a |an )?(?:\w+ )?(?:student|teacher|nurse|professor|employee|clerk|driver)"
    does = rf"(?:work|teach|study|go to (?:school|college|university|class)|commute|am {who})"
    return LazyPattern(rf"\bi {does}\b[^.!?\n]{{0,60}}\b{re.escape(place)}\b", re.IGNORECASE)
