"""The words by which a question narrows, divides, counts or compares what is listed, beside kinds and traits. Pure.

They are English, Russian and Ukrainian, in the notation of ``patterns``, over normalised words.
"""

from __future__ import annotations

from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.reading.vocabulary import of_all_languages

# What became of some ties is asked, and no act; one half of a list is held against the other.
FATES, HALVES, LACKING = (
    phrases("\n".join(of_all_languages("lists", name))) for name in ("fates", "halves", "lacking")
)
# "And how many after": of the same, on the other side of the time that is named.
OTHER_SIDE_OF_TIME = phrases("\n".join(of_all_languages("lists", "other_side_of_time")))
# "Was anything suspended in 2024, or silence?" asks for what was.
OR_NOTHING = phrases("""
    (or|или|чи|або) ..1 (silence|crickets|nothing|zilch|nada|тишина|тиша|мовчанка|мовчання|молчание|молчок|глухо)$
""")
LEFT = phrases("""
    how many ..6 (left|remain|remains|remaining|to go|outstanding|still (exist|there|around|stand|standing))
    (which|what|who|that) ..6 still (have|has|got) (one|ones|ties|any|a (tie|russian)|them|it|theirs)
    (cities|towns|places|counties|states) ..6 still (have|has|got) (one|ones|ties|any|a (tie|russian)|them|it)
    how many ..6 still (have|has|keeps?|maintain|linked|paired|twinned|tied|partnered|got|hold|stand|in place|exists?)
    how many ..6 (havent|have not|hasnt|has not|didnt|did not|have yet to|not yet|not|never) (yet )?(been )?
    how many ..6 (havent|hasnt|not|yet to|didnt|never) ..2 (ended|end|cut|cuts|severed|sever|dropped|drop|terminated)
    (any|anything|what|whats|which|who|one|ones|county|state) ..3 left (standing|alive|over|intact|in place)
    how many ..6 (survive|survived|surviving); number (left|remaining|still)
    (ties|cities|pairs|partnerships|sister cities|number) (left|remaining)
    (are|is|any|many|what|whats) left; whats left; what remains; whats remaining; still remaining
    remaining (ties|cities|sister cities|pairs)
    (ties|cities|how many|which|who|what) ..3 (not|arent|havent|hasnt) ..2 (ended|cut off|over) yet
    сколько ..5 (остал*|осталось|остается|ещё есть|еще есть|сохранил*|не разорв*|не прекра*|не порва*)
    скільки ..5 (залиш*|лишил*|лишив*|лиша*|ще є|ще має*|ще мають|збереглося|не розірв*|не припин*|не порвал*)
    осталось; залишилось; залишилося
""")
# What a list is divided by, or counted to: by whose word its ties stand, how good the evidence is, how old they are.
BY_WORD = phrases("""
    (city hall|the city|the council|the town|authorit*|officials?) (itself|themselves|directly)
    whose (word|say so|act); who said so; who says so; by whose (word|act)
    by (who|what|which) ..3 (decided|said|did|kind|type|sort|actor|body); who did it
    by (actor|decider|authority|actors)
    на (каком|чьём|чьем|якій|якому|чиєму) ..1 (основан*|слов*|підстав*); на (чём|чем|чому) ..1 (держ*|трима*)
    (скільки|сколько) ..2 (рішен*|решен*) ..1 (рад|совет*) ..2 (скільки|сколько)
    (сама|самої) ..1 влад*
    (сама|самой|сами) ..1 власт*
    (чьё|чьем|чьём|чьих|чиє|чиєму|чиїх) ..1 (слов*|слово); (кто|хто) (це|это|именно|саме)? ?(сказал*|сказав)
""")
OF_KNOWN = phrases("""
    (toss*|throw*|leav*|take|taking|set*|drop*|exclud*|minus|without) ..3 (unknowns?|unconfirmed|mysteries)
    (ignor*|skip*|strip*) ..3 (unknowns?|unconfirmed|mysteries)
    (whose|which|with|those|the) ..2 (standing|status|fate) ..2 known; known (standing|status); among ..1 (the )?known
    (only|just) ..2 known (ones|ties); (leaving out|without|excluding|minus) ..1 (the )?(unknown|unconfirmed)( ones)?
    (з|із|серед|среди|из) ..2 (відом*|известн*); (чий|чия|чей|чья) ..1 (стан|состояние|статус) ..1 (відом*|извест*)
    без (неизвестн*|невідом*|неподтвержд*|непідтвердж*)
""")
SUMS = phrases("""
    (total|combined|average|mean|overall|aggregate) ..1 (population|size)
    how many people ..1 (live|lives|in all|are in)
    population (total|altogether|combined|on average|in all)
    (сукупн*|загальн*|середн*|сумарн*) ..1 (населен*|чисельн*); скільки людей ..2 (живе|жив*|мешка*)
    (общ*|суммарн*|средн*|совокупн*) ..1 (населен*|численност*); сколько людей ..2 (живёт|живет|жив*)
""")
BY_GRADE = phrases("""
    (by|per) ..2 (grades?|evidence|sources?|sourcing|quality|reliability); how (good|solid|strong|reliable) ..2 evidence
    (за|по) ..2 (якіст*|надійн*|качеств*|надёжност*|доказ*) ..1 (джерел*|источник*|доказ*)?
""")
AVERAGE = phrases("""
    how old ..2 average
    (average|mean|median|typical) ..2 (age|year|length|duration|lifespan); (how old|age) ..6 on average
    on average ..6 (old|age|years); (middle|midpoint|central) ..5 (founding|start|years?); years? ..6 (in|at) the middle
    (рік|рок*|год*) ..7 (посередин*|посередине|в середине); (посередин*|посередине) ..4 (рік|рок*|год*)
    (середн*|медіан*) ..2 (вік*|тривал*|рік|рок*); (средн*|медиан*) ..2 (возраст*|длител*|год*)
    в середньому ..4 (рок*|існу*); в среднем ..4 (лет|год*|существ*)
""")
_DECIDING = (
    "(council*|commission*|assembl*|supervisors|mayors?|governors?|association*|nonprofit*|newspaper*|press|newsroom*)"
)
_STANDS = (
    "(live|lives|living|alive|survive|survives|active|stand|stands|standing|kept|exist|exists"
    "|держ*|трима*|жив*|существу*|існу*|стоя*|стоїть)"
)
# What a standing rests on: "backed by an actual council vote", "держатся на решении совета".
RESTS = phrases(f"""
    (rest|rests|resting|based|backed|supported|stand|stands|rely|relies|relying) ..2 (on|upon|by) ..5 {_DECIDING}
    (hang|hangs|founded|grounded|hold|holds|depend|depends) ..2 (on|upon|by) ..5 {_DECIDING}
    (держ*|опира*|основ*|стоя*|базир*) ..2 на ..3 (совет*|мэр*|мер*|губернатор*|ассоциац*|волонт*|энтузиаст*|клуб*)
    (трима*|спира*|ґрунт*|базу*|стоїть|стоять) ..2 на ..3 (рад*|мер*|губернатор*|асоціац*|волонтер*|ентузіаст*|клуб*)
    (трима*|держ*) ..1 (рішенням|решением|словом|голосом) ..2 (рад*|совет*|мер*|мэр*|губернатор*|асоціац*|ассоциац*)
    за (якими|якою|яким|ними) ..1 (стоїть|стоять) ..5 (рад*|мер*|асоціац*|товариств*|газет*|преса)
    за (которыми|которой|ними) ..1 (стоит|стоят) ..5 (совет*|мэр*|ассоциац*|обществ*|газет*|пресса)
    {_STANDS} ..2 (on|by|because|thanks to|just|only|solely|purely) ..6 (say so|word|words|assurance|says|say|said)
    {_STANDS} ..4 (потому|тому|бо|лише|только|тільки) ..6 (говор*|каж*|сказа*|слов*|слов)
    на ..1 (слов*|слове|словах) ..2 (мэр*|мер*|ассоциац*|асоціац*|газет*|товариств*|обществ*|рад*|совет*)
""")
SHARE = phrases("""
    (which|what) (part|portion); (яка|яку|какая|какую) част*
    how (big|large|small|much) a (share|part|portion|fraction|proportion|slice); (what|which) pct; pct; share is
    portion of; half of (the|all|them|those|these|your|our|my|ties|cities|towns|sister*|russian)
    ratio; majority of; most of; share of; what share; percent*; what proportion; proportion of
    what fraction; fraction of; how much of; per cent
    част* ..2 (связ*|звяз*|міст|город*); яка частк*; частк*; відсот*; процент*; какая доля; доля
""")
CHANGED = phrases("chang*; moved; shift*; turned; измен*; поменя*; змін*")
AS_OF = phrases("""
    as of; (status|standing|situation|picture|state of) ..6 (on|in|at); (stood|existed) ..1 on; at the end of
    by the end of
    (where|how) (did|do|does|were|was) ..2 (things|it|they|everything|ties|matters|all) ..1 (stand|standing|looking?)
    at the (start|beginning) of; back (in|on); at that time; still ..4 on; on the \\w+ anniversary
    (was|were) still ..3 (in|by|at)
    (было|был|были|було|були) ..3 на \\d+
    (if|had|suppose|imagine) ..1 (i|you|we|somebody|anyone|id|youd|wed) ..1 (ask*|look*|check*|open*) ..3 (on|in|at)
    (якби|як би|якщо б) ..2 (спит*|запит*|глян*|подив*|перевір*) ..4
    (если бы|если б) ..2 (спрос*|посмотр*|провер*|загляну*) ..4
    on new years?; at new years?; (на|к) нов* (год*|рік|року|202*)
    станом на; на конец; на кінець; по состоянию на; к концу; до кінця
""")
HEARING = phrases("""
    hearings?; (on|upon) ..2 agendas?
    (vote|votes|decision|decisions|meeting|meetings) ..4 (coming|upcoming|scheduled|planned|ahead|soon|next|pending)
    (coming|upcoming|scheduled|planned|next|future|pending) (up )?(council )?(votes?|decisions?|meetings?)
    слушан*; слухан*; (голосован*|голосуван*) ..3 (будет|буде|скоро|незабаром|заплан*)
    (скоро|незабаром|заплан*) ..2 голосо*
""")
PAST_HEARING = phrases("""
    (past|previous|earlier|former|old|held) ..2 hearings?
    hearings? ..3 (were|was|took place|taken place|past|so far|already|held|happened)
    прошедш* слушан*; минул* слухан*
""")
COMPARE = phrases("""
    (more|less) (common|often|frequent|usual) ..6 (or|than); (which|what|who) ..6 (commoner|oftener|rarer|more common)
    (чаще|частіше|реже|рідше|частіш) ..6 (или|чи|або|чем|ніж); (кого|чего|чого) ..1 (больше|більше|меньше|менше)
    (встречает*|трапля*|зустріча*) ..1 (чаще|частіше|реже|рідше); outnumber*; in the (majority|minority) ..6 or
    compar*; versus; vs; (which|who) ..4 (more|fewer|less); (more|fewer|less) ..6 or; or ..2 (more|fewer|less)
    (more|fewer|less) ..6 than
    difference between; mostly ..7 or
    or ..4 (which|what) ..3 (big|biggest|busiest|peak|busier|bigger|best|top|main|record) ..1 (year|one)?
    side by side; (split|breakdown|numbers|figures|stats) (for|of) ..1 (each|both)?; поруч; рядом
    (розбивк*|разбивк*) по
    больше ..5 или; більше ..5 (або|чи); сравн*; порівн*; где больше; де більше; больше чем; більше ніж
""")
RANKS = phrases("""
    sort*; order by; ordered by; order ..6 by; (descending|ascending) order; in order of
    order of (population|size); put ..4 in order
    rank*; arrang*; by name; alphabet*; a to z; сорт*
    отсорт*; відсорт*; упоряд*; впоряд*; алфав*; абетк*
""")
THEN = phrases("""
    (and|but|or)? ..1 (then|later|afterwards|afterward|eventually|subsequently|finally); before (being )?ended
    а потом; потом
    згодом; потім
""")
# What a number is asked of.
COUNTED_STATES = phrases("""
    (how many|number of|count) ..3 states; сколько ..2 штатов; скільки ..2 штатів; (скольких|скількох) ..2 штатах
""")
COUNTED_RUSSIAN = phrases("""
    (how many|number of) ..2 russian (cities|places|towns|partners); (скільки|сколько) ..2 (російськ*|российск*)
    (скільки|сколько) ..3 (міст|містечок|городов) ..1 (росії|россии|рф)
""")
# How many places are counted, which may have more than one tie each.
COUNTED_PLACES = phrases("""
    (how many|number of|count of) ..3 (cities|citys|towns|places|communities|municipalities|mayors|localities)
    (скільки|сколько) ..3 (міст|містечок|громад|мерів|городов|городков|общин|мэров)
    (міст|містечок|городов|городков) (і|и|та) (громад|общин)
""")
WITHOUT_TIES = phrases("""
    (which|what|how many|any|are there) ..2 states ..4 (no|without|dont|lack|never|zero|not|none)
    states (with|have|has|having) (no|zero|nothing|none); states ..2 (nobody|no one|nothing|none)
    states (with no|without); states ..3 (zero|none|0|nothing|not (one|a single)); not (one|a single) ..3 states
    states (with|w|that have|having|who have) ..1 (no|zero); in (which|what) states ..2 (no|nothing|none|not)
    штат* ..4 (ни одн*|жодн*|нул*|ноль|нема*|нет); штат* ..2 (ніхто|нічого|никто|ничего)
    (які|яких|какие|каких) ..1 штат* ..2 (не|без)
    в каких штатах нет; у яких штатах нема*
    (каких|яких) штат* ..6 (нет|нема*) ..2 (ничего|нічого|никого|нікого|ни одн*|жодн*|побрат*)
""")
# What becomes of a proposal that led to nothing.
CAME_TO_NOTHING = phrases("\n".join(of_all_languages("lists", "came_to_nothing")))
# "Voted against cutting it": that kept it, and was no dissent.
VOTED_AGAINST_ENDING = phrases("""
    (voted|vote|votes|voting) against ..2 (end*|cut*|sever*|suspend*|drop*|paus*|terminat*|revok*|freez*)
    (голосув*|голосова*|проголосув*|проголосова*) ..1 (проти|против) ..1 (розрив*|разрыв*|призуп*|приостан*)
    (голосув*|голосова*|проголосув*|проголосова*) ..1 (проти|против) ..1 (припин*|прекращ*)
    (голосув*|голосова*|проголосув*|проголосова*) не за ..2 (проти|против) ..1 (розрив*|разрыв*)
    (голосув*|голосова*|проголосув*|проголосова*) не за ..2 (проти|против) ..1 (призуп*|приостан*|припин*)
    (vote*|voting) ..1 not for ..3 against ..2 (end*|cut*|sever*|suspend*|suspension*|paus*|terminat*|freez*)
""")
# Beside the people of American places: their partner is Russian, and not these people.
WITH_A_RUSSIAN = phrases("""
    (have|has|having|with|got) (a |any |some )?russian (partner|sister|twin)s?
    (мають|має|з|із|є) ..1 російськ* (партнер*|побратим*)
    (имеют|имеет|с|есть) ..1 российск* (партнер*|партнёр*|побратим*)
""")
