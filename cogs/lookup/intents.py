"""The vocabulary of questions: what words ask for what, in English, Russian and Ukrainian. Pure; data only."""

from __future__ import annotations

from enum import StrEnum

from cogs.lookup.patterns import phrases
from cogs.lookup.vocabulary import OTHER_SUBJECTS
from db.record.authorities import AUTHORITIES
from db.record.levels import LEVELS
from db.record.standings import STANDINGS


class Intent(StrEnum):
    """What is asked about the places named, or about the whole record."""

    WHEN = "when"
    COUNT = "count"
    LIST = "list"
    LATEST = "latest"
    EARLIEST = "earliest"
    FOUNDED = "founded"
    BY_STATE = "by_state"
    EVERYTHING = "everything"
    SAID = "said"
    GREETING = "greeting"
    ABOUT = "about"
    MEANING = "meaning"
    ACT = "act"
    PETITION = "petition"
    UKRAINE = "ukraine"
    KEEP_CASE = "keep_case"
    END_CASE = "end_case"
    BOTH_SIDES = "both_sides"
    OWN = "own"


INTENTS = {
    Intent.OWN: phrases("""
        (my|our) (own )?(home )?(city|town|hometown|county|state|village|borough|community|place|sister city|twin town)
        where i live; мой город; моего города; наш город; нашего города; моє місто; мого міста; наше місто; нашого міста
    """),
    Intent.WHEN: phrases("""
        when; what (date|day|year|month); how long; since when; когда; коли; с каких; з яких; с какого; з якого
    """),
    Intent.COUNT: phrases("""
        how many; number of; count; totals?; percentage; share of; what fraction; statistics; stats; tally
        сколько; скільки; статистик*
    """),
    Intent.LIST: phrases("""
        lists?; which; show; all; every; give me; any; are there; overview; everyone; anyone; everything; anything
        name (all|every|the); what (ties|cities|towns|places|sister cities|twin cities); who (has|have|all|still|else)
        какие; какой; какая; які; який; яка; все; всі; список; перелік; покажи; кто из; хто з; кто ещё; хто ще
    """),
    Intent.LATEST: phrases("""
        latest( change| changes| update| updates| act)?; newest; (what|anything|something|who) ..2 (changed|happened)
        changes; most recent*; last (change|act|decision|vote|one); last ..3 to
        (was|is) the last; what new; whats new; news; recent; recently; lately
        последн*; останн*; новост*; новин*
    """),
    Intent.EARLIEST: phrases("""
        first ..3 to; (who|which) ..4 first; earliest; первым; первые; перший; першим; перші
    """),
    Intent.FOUNDED: phrases("""
        found(ed|ing); established; oldest; youngest; created; signed; begun; formed
        (made|twinned) (in|before|after|since|between|from|until|during); основан*; засновано
    """),
    Intent.BY_STATE: phrases("""
        which (states?|(russian|us|american) (city|place|region)|city|place|region) ..6 (most|fewest|least)
        by state; per state; each state
        (какой|какая|какое|який|яка|яке) ..5 (больше всего|больше всех|найбільше|меньше всего|найменше)
        по штатам; за штатами
    """),
    Intent.EVERYTHING: phrases("""
        list( them| em)? all; all (ties|cities|of them|of it); everything
        (whole|full|entire|complete) (list|register|record); (show|give)( me)?( them)? all
    """),
    Intent.SAID: phrases("""
        say; says; said; saying; think*; thought; argu*; told; quot*; statement; want*; ask*; call*; position; opinion
        сказал*; говор*; казав*; каже*; сказав*
    """),
    Intent.GREETING: phrases("""
        hello; hi; hey; good (morning|evening|afternoon); thanks; thank you; thx; cheers; lol; haha; slava ukraini
        glory to ukraine
        слава украине; слава україні; героям слава; привет; привіт; здравствуйте; добрый день; добрий день; дякую
        спасибо; вітаю
    """),
    Intent.ABOUT: phrases("""
        where ..2 (get|take|find|got) ..2 (information|info|data|facts|this); how do you know
        (what|which|your) sources?; says who
        how (reliable|accurate|current|fresh|up to date|recent|old|complete|trustworthy); can i trust
        are you ..2 (sure|reliable|accurate)
        up to date; who (made|runs|maintains|wrote|built) (you|this|tiewatch); who are you; what is tiewatch
        what (can|do) you do; help
        counts as evidence; where does ..4 come from; how (do|does) ..3 (work|decide|determine)
        откуда ..4 (данные|информация|знаешь)
        звідки ..4 (дані|інформація|знаєш); кто ты; хто ти
        помощь; допомога
    """),
    Intent.MEANING: phrases("""
        what (does|do|did|is|are|s) ..6 mean*; mean(s|ing)? of; define*; definition; explain*; difference between
        same (thing )?as; versus; vs
        what (is|are|s) (a |an |the )?(sister|twin|friendship|partner)* (city|cities|town|towns|state|states|county)
        whats (a|an|the); what is an?
        what an?; what the ..4 (list|difference|meaning); why does it say; what do you mean
        who (started|invented|founded|created) ..2 sister cities
        sister cities ..2 (start|begin|invented); who ..2 (started|invented) them; where do ..2 sister cities come from
        basically (ended|over|dead|suspended|dormant)
        why do ..3 exist; что такое; що таке; что значит; що означає; чем отлича*; чим відрізня*; разница между
        різниця між
    """),
    Intent.ACT: phrases("""
        what (can|could|should) ..3 do as ..3 (person|people|citizens?|residents?|students?|voters?|volunteers?|kids?)
        what (can|could|should|do|would|must) ..3 (do|help); what to do; where do (i|we) (start|begin)
        how (to|can i|do i|can we|could i) help
        how (can|do|could|should|might|to) ..2 (act|contribute|get involved|take part|write|contact|reach)
        how (can|do|could|should|might|to) ..2 (pressure|convince|persuade|push|stop|end)
        how (can|do|could) ..2 (get|make|ask) ..2 (mayor|council|city|town|county|governor) ..3 (act|stop|end|cut|vote)
        how (can|do|could) ..2 (get|make|ask) ..2 (ties?|them) ..3 (act|stop|end|cut|vote)
        where to (start|begin)
        (want|like|love|ready|trying|willing) to (help|act|write|contact|volunteer|get involved|do something)
        who (do|should|can|could|would|must) (i|we|one) (write|contact|ask|email|call|talk|address|send|turn|speak)
        whom ..4 (write|contact|ask|email)
        write (to|a letter); letters? to; send ..2 letter; get involved; take action; next steps?
        (to|can|could|i|we) volunteer; volunteer (for|with|to)
        (something|anything) i can do; can i (help|do)
        что делать; что ..2 (можно|можем|могу) сделать; как ..3 (помочь|написать); чем ..3 помочь
        кому ..2 (писать|написать)
        що робити; що ..2 (можна|можу|можемо) зробити; як ..3 (допомогти|написати); чим ..3 допомогти
        кому ..2 (писати|написати)
    """),
    Intent.PETITION: phrases("""
        petition*; signatures?; change org; sign (it|up|the|this|something|your); where (do|can) i sign; петиц*
        (can|may|could) (i|we|anyone|anybody|people|they) (also |still |even )?sign
        подписать; підписати; подпис*
    """),
    Intent.UKRAINE: phrases("""
        ukrain* (alternativ*|partner*|sister*|twin*|cit(y|ies)|town*|pair*|match*|friend*|ties?); instead of russia*
        ukrain* instead
        (sister*|twin*|tied?|ties|pair*|partner*|link*|friends) ..3 (with|in|from|to|for|of) ..2 ukrain*
        partner* ..3 ukrain*; switch to ukrain*
        украин* ..2 (побрат*|город*|партнёр*); україн* ..2 (побрат*|міст*|партнер*)
        (побрат*|партнёр*|міст*) ..3 (украин*|україн*)
    """),
    Intent.KEEP_CASE: phrases("""
        other side*; opposing (side|view|case|argument)*
        against (ending|cutting|suspending|dropping|severing|breaking|it|this campaign|the campaign)
        (for|in favou?r of|of) (keeping|preserving|maintaining|continuing)
        why ..5 (keep|kept|keeping|preserve|maintain|retain|stay*)
        should* ..3 (keep|stay); why not (end|cut|drop|sever|suspend); want* to (keep|preserve|maintain|stay)
        opponents?; defend*; citizen diplomacy
        people to people; counter ?arguments?; critics?; punish*; innocent; ordinary russians; bridges; what the harm
        objections?; против ..2 (разрыва|разорвать)
        другая сторона; другой стороны; інша сторона; іншої сторони; проти ..2 (розриву|розірвати); зачем сохран*
        почему ..2 сохран*
        навіщо збер*; чому ..2 збер*; за сохранение; за збереження
    """),
    Intent.END_CASE: phrases("""
        why ..9 (end*|cut*|sever*|drop*|break*|terminat*|abolish*|cancel*|suspend*|stop*|leave|bother|care)
        why ..3 (want|demand|ask*) ..2 (this|that|it|so)
        arguments? for; case (for|against); reasons? (to|for) (end*|cut*|sever*|drop*|suspend*); what (wrong|bad) with
        whats (wrong|bad) with
        (for|in favou?r of|case for) (ending|cutting|severing|dropping|suspending|breaking); talking points?
        why ..3 matters?; (so )?what the (point|problem)
        почему ..5 (разорв*|разрыв*|прекра*|рвать); зачем ..3 (разорв*|разрыв*|прекра*|рвать)
        чому ..5 (розірв*|розрив*|припин*); навіщо ..3 (розірв*|розрив*|припин*)
    """),
    Intent.BOTH_SIDES: phrases("""
        both sides; arguments?; pros and cons; debate; for and against; обе стороны; обидві сторони; аргумент*
        за и против; за і проти
    """),
}  # fmt: skip

ASKED_STANDINGS = {standing: phrases(known.asked) for standing, known in STANDINGS.items()}
ASKED_AUTHORITIES = {authority: phrases(known.asked) for authority, known in AUTHORITIES.items() if known.asked}
ASKED_LEVELS = {level: phrases(known.asked) for level, known in LEVELS.items() if known.asked}

SUBJECT = phrases("""
    sister*; twin; twins; twinned; twinning; ties?; tied; pair; pairs; paired; pairing; pairings; partner*
    relationship*; link; links; linked; agreement*; tiewatch
    russia*; mayors?; council*; register; record; friendship; ukrain*; invasion; invaded; status; standing
    connections?; connected; bond*; affiliat*
    vote; voted; votes; voting; municipalit*; cities; citys; hook(ed)? up; побрат*; породн*; партнёр*; партнер*; город*
    міст*; связ*; звяз*; отношен*; відносин*
    решение; решен*; рішен*; голосов*; росс*; рос*; укра*; статус*; действ*; дружб*; дружит*; соглашен*; угод*
    договор*; мэр*; мер; мера; війск*; войск*
""")
STRONG_SUBJECT = phrases("""
    sister*; twin; twinned; ties?; tied; pair; pairs; paired; partner*; relationship*; suspend*; tiewatch
    побрат*; породн*; партнёр*; партнер*; связ*; звяз*
""")
ELSEWHERE = phrases("\n".join(OTHER_SUBJECTS))
