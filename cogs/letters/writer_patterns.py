"""The patterns by which ``writer`` tells who writes, in English, Ukrainian and Russian. Pure."""

from __future__ import annotations

import re

from db.record.lazy_pattern import LazyPattern

NUMBERS = "eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
YOUNG = LazyPattern(
    rf"\b(?:i am|i'm|im|i’m|as a|me, a|we are all|being) (?:only |just |a |an |now |still )*(?:[89]|1[0-7]|{NUMBERS})(?: and a half)?"
    rf"(?=\s*(?:$|[.,;!)]| and\b| but\b| so\b| now\b|[- ]?(?:years?|yrs?)\b|[- ]year[- ]old| y/?o\b))"
    rf"|\b(?:i (?:just )?turned|i will (?:soon )?be|i'll be|my age is|age:?) (?:[89]|1[0-7]|{NUMBERS})\b(?! (?:minutes|hours|days|miles|weeks))"
    r"|\bi(?: am|'m|’m| go to| attend| study| was)? (?:\w+ ){0,4}?(?:in|a|an|the) (?:(?:[1-9]|1[0-2])(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
    r"[- ](?:grade|grader)s?\b"
    r"|\bi(?: am|'m|’m| go to| attend| study at| am in| am at) (?:\w+ ){0,3}?(?:middle|elementary|junior high|high)[- ]school(?: (?:student|freshman|sophomore|junior|senior|pupil))?\b"
    r"|\b(?:as|i am|i'm|i’m|being) a (?:high[- ]school )?(?:freshman|sophomore|junior|senior) (?:at|in|of) (?:[\w.'’]+ ){0,4}?(?:high|h\.?s\.?|academy|prep)\b"
    r"|\bwe(?: are|'re|’re) (?:[\w.'’]+ ){0,4}?(?:\w+[- ]grade(?:rs?)?|middle school|elementary school|high school)(?: \w+){0,3}? (?:class|students|pupils|kids)\b"
    r"|\bwe(?: are|'re|’re) (?:[\w.'’]+ ){0,4}?(?:\w+[- ]grade(?:rs?)?|middle school|elementary school|high school) "
    r"|[(,] ?aged? (?:[5-9]|1[0-7])\b|[(,] ?(?:[5-9]|1[0-7]) (?:years old|лет|років)\b"
    r"|\bi(?: am|'m|’m) (?:a |an |still a )?(?:minor|kid|child|teenager|teen|schoolgirl|schoolboy|pupil|underage)\b"
    r"|\bмені (?:зараз |лише |тільки |всього )*(?:[89]|1[0-7]|вісім|дев'ять|десять|одинадцять|дванадцять|тринадцять|чотирнадцять|п'ятнадцять|шістнадцять|сімнадцять)(?: рок\w+| рік|[.,!]|$)"
    r"|\bя (?:ще |лише )*(?:школяр\w*|учень|учениця|підліток|неповнолітн\w+|дитина)\b|\b(?:навчаюся|вчуся|ходжу|я) (?:в|у|до) (?:\d{1,2}|[а-яіїє'-]+ому)(?:-?\w*)? клас\w*"
    r"|\bмне (?:сейчас |всего |только )*(?:[89]|1[0-7]|восемь|девять|десять|одиннадцать|двенадцать|тринадцать|четырнадцать|пятнадцать|шестнадцать|семнадцать)(?: лет| год\w*|[.,!]|$)"
    r"|\bя (?:еще |ещё )*(?:школьни\w+|ученик|ученица|подросток|несовершеннолетн\w+)\b|\b(?:учусь|хожу) в \d{1,2}(?:-?\w*)? класс\w*",
    re.IGNORECASE,
)
OLD = LazyPattern(
    r"\b(?:when|since|until) (?:i was|a)\b|\bas i was\b|\bas an? (?:\w+ )?(?:child|kid|boy|girl|baby|teen\w*|youth)\b"
    r"|\bas an?\b[^.!?\n]{0,60}?\b(?:i|we) (?:\w+ed|was|were|fled|saw|went|had|lost|came|left|hid|took|knew|learnt|sang|stood)\b|\bколи (?:мені|я) бул|\bкогда (?:мне|я) был|\bi was\b",
    re.IGNORECASE,
)
UNNAMED = LazyPattern(
    r"\b(?:rather|prefer|would like|want|have) (?:to )?not (?:to )?sign\b|\b(?:cannot|can't|can’t|will not|won't|won’t|do not want to|don't want to|don’t want to|must not) sign (?:this|it|my name|here)\b|\banonym\w+\b|\b(?:do not|don't|don’t|dont|please not|never|not to) (?:\w+ ){0,3}?(?:use|publish|print|mention|give|share|show|put|write|reveal|include|make public|disclose|quote|sign|name)"
    r" (?:\w+ ){0,2}?(?:my (?:full |real |last )?name|me by name|my identity|who i am|with my name)\b"
    r"|\b(?:without|withhold|keep back|leave out|hide|not give|not sign|remove) (?:my |giving my |signing my )(?:full |real |last )?(?:name|identity)\b"
    r"|\b(?:keep|kept|stay|remain|be|left) (?:\w+ )?(?:unnamed|nameless|my name (?:out|private|secret|confidential)|confidential)\b"
    r"|\b(?:afraid|scared|fear|cannot|can't|dare not|unable|not safe|dangerous)(?: \w+){0,4}? (?:give|sign|use|say|tell|put|reveal|write) (?:\w+ )?(?:my (?:full |real |last )?name|who i am)\b"
    r"|\bрозголо\w+ мо[єюя]\w* ім|\b(?:не|без) (?:\S+ ){0,3}?(?:мо[єго]\w* )?(?:імені|ім'я|ім’я)\b|\bанонім\w+|\bанонимн\w+|\b(?:не|без) (?:\S+ ){0,3}?(?:мо[еёиюя]\w* )?имени\b|\bне \S{3,20} мо[её] имя\b",
    re.IGNORECASE,
)
LAST_NAME = LazyPattern(r"\b(?:last|family|full|second) name\b|\bsurname\b|\bпрізвищ\w*|\bфамили\w*", re.IGNORECASE)
MINE = r"(?:my|our)"
LOVED = (
    r"(?:son|daughter|husband|wife|brother|sister|father|mother|dad|mom|mum|child|children|kids?|baby|parents?|grand\w+|cousins?|uncle|aunt|nephew|niece"
    r"|fianc\w+|boyfriend|girlfriend|friends?|best friend|neighbou?rs?|classmates?|godson|partner|family|teacher|comrades?)"
)
GRIEF = LazyPattern(
    rf"\b{MINE} (?:\w+ ){{0,2}}?{LOVED} (?:is|was|came|comes|fled|got out) (?:\w+ )?(?:from|of) (?:Mariupol|Bakhmut|Avdiivka|Marinka|Popasna|Rubizhne|Volnovakha|Vovchansk|Soledar|Bucha|Izium|Sievierodonetsk)\b"
    r"|\bthere is no (?:more )?(?:Mariupol|Bakhmut|Avdiivka|Marinka|Popasna|Rubizhne|Volnovakha|Vovchansk|Soledar)\b"
    r"|"
    r"\b(?:came|come|comes|brought|sent|shipped) (?:back |home |him |her |them )+in (?:a|an|the) (?:\w+ )?(?:box|coffin|casket|bag|urn|body bag)\b|\bflag[- ]draped\b|\bgold[- ]star (?:mother|father|family|wife|parents?)\b"
    r"|"
    rf"\b{MINE} (?:\w+ ){{0,3}}?{LOVED}\b(?:\W+\w+){{0,5}}?\W+(?:killed|died|dead|murdered|missing|captured|tortured|buried|shot|fell|fallen|gone|wounded|raped|executed|kidnapped|deported|perished|lost (?:his|her|their) (?:life|lives|leg\w*|arm\w*)|(?:has|have) no (?:legs?|arms?|hands?|eyes?))\b"
    rf"|\b(?:lost|buried|mourn\w*|bury|burying) (?:a|an|one|two|three|four|five|six|some|many|several|\d+) (?:\w+ ){{0,3}}?(?:{LOVED}|man|woman|boy|girl|soldiers?|volunteer|people)\b"
    rf"|\b{MINE} (?:\w+ ){{0,3}}?{LOVED}\b[^\n]{{0,400}}?\b(?:he|she|they) (?:(?:was|were|is|are|got) (?:\w+ )?(?:killed|murdered|missing|captured|dead|shot|tortured|deported)|died|(?:did not|didn't|didn’t|never) (?:make it|come home|come back|return|survive))\b"
    r"|\b(?:two|three|four|some|many|one|most|none|half|\d+) of (?:them|us|my \w+|our \w+) (?:is|are|was|were) (?:\w+ )?(?:dead|gone|killed|missing|captured|alive)\b"
    rf"|\b(?:lost|losing|killed|buried|bury|burying|mourn\w*|grieve\w*|murdered|shot|tortured|took|deported|captured) {MINE} (?:\w+ ){{0,3}}?{LOVED}\b"
    r"|\b(?:taught (?:me|us)|trained (?:with|alongside)|served (?:with|alongside)|worked (?:with|beside)|knew|met|wrote to|hosted|sat beside)\b[^\n]{0,200}?\b(?:he|she|they|one of them) (?:was|were|is|are) (?:\w+ )?(?:killed|murdered|missing|captured|dead|shot)\b"
    rf"|\b(?:funeral|grave|death|memory|coffin) of {MINE} \w+|\b{MINE} (?:\w+ ){{0,2}}?{LOVED}(?:'s|’s) (?:funeral|grave|death|body|coffin|ashes)\b"
    r"|\bi (?:was|am|have been|had been) (?:\w+ ){0,2}?(?:widow\w*|raped|tortured|captured|wounded|a prisoner of war|in captivity|under occupation|an orphan|a veteran|shelled)\b"
    r"|\b(?:we|i) (?:fled|hid|escaped|survived|buried(?! the hatchet)|crawled|sheltered|lived under|were shelled|were bombed|sat in (?:a|the) (?:cellar|basement))\b"
    rf"|\b{MINE} (?:\w+ )?(?:house|home|apartment|flat|village|town|city|street|school)\b(?: \w+){{0,3}} (?:destroyed|burned|burnt|bombed|shelled|gone|ruined|occupied|rubble|hit|flattened|not exist\w*|no longer exists?|no more)\b"
    r"|\bм(?:о\w{1,3}|ій) (?:\S+ ){0,3}?(?:син\w*|онук\w*|внук\w*|онуч\w*|внуч\w*|хрещени\w*|племінни\w*|наречен\w*|доньк\w*|дочк\w*|чоловік\w*|дружин\w*|брат\w*|сестр\w*|бать\w*|тат\w*|мам\w*|мати|дитин\w*|діт\w*|друг\w*|подруг\w*|дід\w*|баб\w*|дядьк\w*|тітк\w*|кум\w*|сусід\w*)\b(?:\W+\S+){0,5}?\W+(?:загин\w+|убит\w+|вбит\w+|вбили|убили|помер\w*|зник\w*|полон\w*|поховал\w+|поранен\w+|закатува\w+)"
    r"|\b(?:втратил\w+|втратив|поховал\w+|поховав|вбили|убили|закатували) (?:\S+ ){0,2}?(?:мо\w+|наш\w+|син\w*|чоловік\w*|брат\w*|доньк\w*|дружин\w*|бать\w*|мам\w*|друга)"
    r"|\bмо\w{1,3} (?:\S+ ){0,3}?(?:сын\w*|внук\w*|внуч\w*|крестни\w*|племянни\w*|жених\w*|невест\w*|доч\w*|муж\w*|жен\w*|брат\w*|сестр\w*|отец|отц\w*|пап\w*|мам\w*|мать|реб[её]н\w*|дет\w*|друг\w*|подруг\w*|дед\w*|баб\w*|дяд\w*|тёт\w*|тет\w*|сосед\w*)\b(?:\W+\S+){0,5}?\W+(?:погиб\w*|убит\w*|убили|умер\w*|пропал\w*|плен\w*|похорон\w+|ранен\w*)"
    r"|\b(?:потерял\w*|похоронил\w*|убили) (?:\S+ ){0,2}?(?:мо\w+|наш\w+|сын\w*|муж\w*|брат\w*|доч\w*|жен\w*|отц\w*|мам\w*|друга)",
    re.IGNORECASE,
)
# A name, and that its bearer died; capitals matter here.
DIED = LazyPattern(
    r"(?<![\w'’-])(?!(?:He|She|It|They|We|You|Who|People|Thousands|Hundreds|Many|Some|Others|Children|Soldiers|Civilians|Nobody|Everyone|Stalin|Lenin|Putin|Navalny|Prigozhin|Ukrainians|Russians|Americans|That|This|Hope|Trust|Friendship|Peace|Love)\b)"
    r"[A-Z][a-z]{2,20} (?:died|was killed|is dead|was murdered|has died)\b"
)
# Words in which somebody seems to be at an end.
DISTRESS = LazyPattern(
    r"\b(?:do not|don't|don’t|dont|cannot|can't|can’t|did not|didn't) (?:even )?(?:want to (?:live|wake up|be here|be alive|go on)|see (?:the|any|a|much) (?:point|reason|sense) (?:in|of|to) (?:living|life|waking|wake|being alive))\b"
    r"|\bno (?:point|reason|sense) (?:in|to|for) (?:living|live|going on|go on|waking up|wake up|being alive)\b|\bnothing (?:left |else )?(?:to live for|(?:to ask|to want|to lose) in this life)\b"
    r"|\b(?:i have|i've|i’ve|i've got|i have got|i got) (?:got )?nothing (?:left )?to lose\b(?! (?:by|if|but))|\bnothing else to ask in this life\b"
    r"|\b(?:kill|killing|hurt|hurting|harm|harming) myself\b|\b(?:end|ending|take|taking) my (?:own )?life\b|\bi (?:\w+ )?(?:thought|think) (?:of|about) suicide\b|\bwish i (?:was|were) dead\b|\b(?:better off|easier) (?:dead|without me)\b"
    r"|\bне хочу (?:більше |вже )?жити\b|\bнема(?:є)? (?:сенсу|для чого|навіщо) жити\b|\bнакласти на себе руки\b|\bнічого втрачати\b|\bне бачу сенсу (?:жити|прокидат\w+)\b"
    r"|\bне хочу (?:больше |уже )?жить\b|\bнет смысла жить\b|\bнезачем жить\b|\bпокончить с собой\b|\bнечего терять\b|\bне вижу смысла (?:жить|просыпат\w+)\b",
    re.IGNORECASE,
)
# Somebody whom the letter may put in danger.
AT_RISK = LazyPattern(
    r"\b(?:they|he|it|the (?:police|fsb|soldiers)) (?:will|would|could|might) (?:\w+ )?(?:shoot|kill|arrest|jail|punish|hurt|take) (?:my|our|him|her|them)\b|\b(?:he|she|they|my \w+|our \w+)(?:'s|’s|'re|’re)? (?:is|are|was|were|could|may|might|would|will|can)? ?(?:\w+ ){0,2}?(?:afraid(?! of)|scared(?! of)|in danger|at risk|get (?:in|into) trouble|be (?:arrested|jailed|imprisoned|punished|questioned|detained|interrogated)|(?:arrested|questioned|interrogated|detained))\b"
    rf"|\b{MINE} (?:\w+ ){{0,3}}?{LOVED}\b[^.!?\n]{{0,80}}\b(?:still (?:there\b(?! (?:is|are|was|were))|in (?-i:[A-Z])\w+|lives? (?:there|in)|living (?:there|in))|under occupation|stayed behind|could not leave|couldn't leave)\b"
    r"|\b(?:її|його|їх|їм|йому|їй|мама|тато|брат|сестра|родичі|рідні)\b[^.!?\n]{0,60}\b(?:в окупації|досі там|залишил\w+ там|затримал\w+|допитувал\w+|боїться|бояться)\b"
    r"|\b(?:её|ее|его|их|мама|отец|брат|сестра|родные|родственники)\b[^.!?\n]{0,60}\b(?:в оккупации|до сих пор там|остал\w+ там|задержал\w+|допрашивал\w+|боится|боятся)\b",
    re.IGNORECASE,
)
# Who has not long to live.
DYING = LazyPattern(
    r"\b(?:months?|weeks?|days?) (?:left )?to live\b|\bi (?:have|have got|may have|am given|was given) (?:perhaps|maybe|about|only|less than|just|at most|some)(?: \w+){0,2} (?:months|weeks|days)\b(?! (?:to|before|until|of|for|off))"
    r"|\b(?:i am|i'm|i’m) (?:now )?dying\b(?! to)|\b(?:terminal (?:cancer|illness|diagnosis)|stage (?:four|4|iv)\b|in hospice\b)|\bwhile i (?:can still|am still|still can|still live)\b|\bbefore i (?:die|go|am gone)\b"
    r"|\bмені (?:лишилося|залишилося) (?:жити|недовго|кілька|небагато)\b|\bмне осталось (?:жить|недолго|немного|несколько)\b|\b(?:я помираю|я умираю)\b",
    re.IGNORECASE,
)
# Who may serve, and says where.
AT_THE_FRONT = LazyPattern(
    r"\b(?:from|near|outside|under|at|in|by) (?:near )?(?:Kupiansk|Kupyansk|Pokrovsk|Kostiantynivka|Chasiv Yar|Huliaipole|Orikhiv|Lyman|Siversk|Toretsk|Vovchansk|Druzhkivka|Dobropillia|Robotyne)\b"
    r"|\b(?:my|our) (?:position|trench|dugout|bunker|unit|platoon|brigade|battalion|battery)\b[^.!?\n]{0,30}\b(?:is|near|at|outside|stands|holds)\b|\b(?:from|in) (?:a|the|my|our) (?:trench|dugout)\b"
    r"|\b(?:під|біля|з-під|из-под|под|возле) (?:куп['’]?янськ\w+|покровськ\w+|костянтинівк\w+|лиман\w+|оріхов\w+|купянск\w+|покровск\w+|константиновк\w+)|\b(?:з|із|в|у|из) (?:окоп\w*|бліндаж\w*|блиндаж\w*)\b",
    re.IGNORECASE,
)
# Who cannot well speak before others, or hear them: public bodies must give aids (28 CFR 35.160).
HELP_TO_SPEAK = LazyPattern(
    r"\b(?:i am|i'm|i’m|me|being|as a) (?:\w+ )?(?:deaf|hard of hearing|mute|nonverbal|non-verbal|blind)\b(?! (?:to|eye))"
    r"|\b(?:i (?:\w+ )?(?:stutter|stammer)|my (?:stutter|stammer|speech impediment|hearing aids?)|i (?:cannot|can't|can’t) (?:hear|speak in public|speak before|talk in front)|asl|sign language)\b"
    r"|\bя (?:\w+ )?(?:глух\w+|німий|німа|заїкаюся|незряч\w+|немой|немая|заикаюсь)\b",
    re.IGNORECASE,
)
WORK_RISK = LazyPattern(
    r"\b(?:come|comes|came|coming) back (?:to|on|at) me\b|\bcost me my (?:job|position|career)\b|\b(?:get|gets|got) me fired\b|\b(?:lose|losing) my job (?:over|for|if|because)\b|\bafraid for my job\b"
    r"|\bmy (?:job|work|position) is (?:\w+ )?sensitive\b|\b(?:security clearance|my clearance)\b|\b(?:in|into) trouble at (?:work|my job)\b|\bnot for attribution\b|\bon (?:a|my|the) (?:work|county|city|state|company|office|government) computer\b|\bmy (?:boss|supervisor|employer) (?:must not|should not|shouldn't|cannot|can't|would not|wouldn't)\b"
    r"|\b(?:звільнять|втрачу роботу|уволят меня|потеряю работу)\b",
    re.IGNORECASE,
)
# Who wants the facts, and no letter; and who wants a resolution.
WANTS_FACTS = LazyPattern(
    r"\b(?:i am|i'm|i’m|im) (?:a |an )?(?:\w+ ){0,2}(?:reporter|journalist|correspondent|news producer|researcher)\b(?=.{0,400}\b(?:sources?|facts?|date|sign|newsroom|story|article)\b)"
    r"|\b(?:cannot|can't|can’t|won't|will not|not allowed to|must not) (?:sign|send|write|put my name to) (?:a|an|the|this|any|such) (?:\w+ )?(?:letter|petition|draft)\b|\b(?:instead of|rather than) (?:a|the) (?:draft|letter)\b|\b(?:no letter|not a letter),? (?:please|just|only)\b",
    re.IGNORECASE | re.DOTALL,
)
WANTS_RESOLUTION = LazyPattern(
    r"\b(?:whereas|resolved) (?:clauses?|and)\b|\b(?:draft|write|prepare|wording|language|text) (?:\w+ ){0,4}?(?:resolution|ordinance|proclamation|motion)\b(?=.{0,40}(?:\?|for me|for my|for us|language|wording|$))",
    re.IGNORECASE,
)
# Two people, or more, by their names.
SEVERAL_NAMES = LazyPattern(r"\b[\w'’.-]{2,} (?:and|&|та|і|и) [\w'’.-]{2,}", re.IGNORECASE)
AS_SEVERAL = LazyPattern(r"\b(?:we|our|us|ours)\b", re.IGNORECASE)
AS_ONE = LazyPattern(r"\b(?:I|(?i:my|mine|me|myself))\b")
KEEPS = LazyPattern(
    r"\b(?:please|to|should|must|want you to|ask you to|urge you to) (?:please )?(?:keep|leave) (?:it|them)(?: (?:alive|going|as it is|alone|in place))?(?=\s*(?:[,.!;]|$|and\b|please\b))"
    r"|\btalk (?:you|the \w+|them|him|her) into (?:ending|cutting|dropping|suspending|severing|it)\b|\b(?:do not|don't|don’t|never) let (?:\w+ ){1,5}(?:end|cut|kill|take|talk) (?:\w+ ){0,3}(?:it|tie|friendship|away|this)\b"
    r"|\b(?:cutting|cut|ending) (?:off )?(?:\w+ ){0,8}?(?:is|would be) (?:exactly |just |precisely )?(?:what (?:\w+ ){0,4}wants?|wrong|a mistake|unfair|a shame)\b"
    r"|\b(?:keep|preserve|continue|maintain|save|protect|retain|strengthen|renew|restore|honou?r|stand by) (?:up )?(?:\w+ ){0,3}?(?:sister|tie|ties|relationship|partnership|friendship|agreement|connection|exchange|link)\b"
    r"|\b(?:do not|don't|don’t|should not|shouldn't|must not|never|not|against|oppose|opposed to|no need to|wrong to|mistake to) (?:\w+ ){0,2}?(?:end|ending|cut|cutting|sever|severing|break|breaking|suspend|suspending|abandon|abandoning|drop|dropping|cancel|terminate|terminating|ended|cut off) (?:\w+ ){0,4}?(?:tie|ties|it|this|sister|relationship|partnership|friendship|agreement|exchange|off)\b"
    r"|\b(?:stay|remain) (?:sister|friends|partners|connected|paired|twinned)\b|\b(?:should|must) (?:be kept|stay|continue|remain|go on)\b"
    r"|\b(?:зберегти|зберігайте|не розривайте|проти розриву|не припиняйте)\b|\b(?:сохранить|сохраните|не разрывайте|против разрыва|не прекращайте)\b",
    re.IGNORECASE,
)
NOT_KEEPS = LazyPattern(
    r"\b(?:would have|used to|once|years ago|until (?:then|2022)|changed my mind|no longer)\b[^.!?]{0,60}\b(?:keep|kept|stay)\b"
    r"|\b(?:if (?:you|we|the city)|why (?:do|does|should|would|keep|are)|cannot|can't|how can|stop|no longer|not (?:want|wish)|want to|wants to|who|those|they|some|decided|voted|decision|let us not|should not|shouldn't|do not|don't|is wrong|by keeping|you(?! to\b)) (?:\w+ ){0,4}?(?:keep|preserve|continue|maintain|save|retain|strengthen|stand by|keeping|kept)\b"
    r"|\b(?:science|research|contacts?|scientists|students|letters|people|families|artists|doctors|friendships? between)\b[^.!?]{0,60}\b(?:should|must) (?:go on|continue|remain|stay)\b"
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
