"""Words of a question that no list needs: without them it is the same. Pure."""

from __future__ import annotations

from db.record.text import normalise

# Words that are no filter: without them a list is the same.
_HARMLESS = frozenset(
    """
    speech промови промова виступу речи выступления besides except всех датами places rundown csv ish sheet slide
    table saw без від од крім кроме помимо вместе разом order top bottom earliest single second third fourth
    всього всего вже ещё мають має имеют имеет есть було было gimme far good work still exist exists overall
    altogether sofar progress later somebody someone dates date part outside during communities municipalities
    american because came coming upcoming between days you i example examples theirs next neither nor rest era
    date dates dated дата дату даты дати датою число числа числом запись записи запис записі записях notebook
    whole always population населенням населением rate drop убрать прибрати если якщо розпаду распада срср ссср
    ussr gorbachev горбачёве горбачеве havent hasnt didnt dont doesnt isnt arent wasnt werent wont bunch names
    mostly feels усі всі цими усіма всеми этими оце ось їх их так же ж мало много багато звідти отам именно саме
    числится держится выдай чтоб щоб чтобы ie already roughly exactly pls plz цими тих тех ті те году року році годах
    cover covers covering усе усю формально числятся аж десь водночас
    одночасно одновременно заодно kindly goes mind recorded events поставили anywhere
    неї нього нее неё него dividing line known ideally rumour rumours rumor rumors counted
    """.split()
)
# Words beside a list that ask for nothing else, by their stems.
_BESIDE = frozenset(
    map(
        normalise,
        """
        хоча хоть хотя один одне одна одно такой такий такая такие такі бодай представлен представлено реестре реєстрі
        реестр реєстр базе базі записях записах ласка пожалуйста пожалуйст котрі которые начался начались почалося
        began begin begins begun start starts started please rough roughly fine quick quickly homework school project
        even actual actual officially formally currently right exactly each respectively total totals database register
        registry files record records system rather instead прописаны прописані spell spelled spells указаны вказані
        вообще взагалі насовсем остаточно совсем зовсім американских американських наважилось наважилися осмелился
        осмелились успели встиг встигли успел решился решились рискнул рискнули наважився dared dares dare managed
        bothered tried зі бо то майже підозрюю треба мені порахуй порахуйте посчитай посчитайте усіх жителей мешканців
        entries methods section newer earlier later place places single put everybody anybody новее новіші честный
        честно honest honestly question запитання вопрос питання мої свої свои коротко кратко кожного каждого окремо
        break broken breakdown down divide divided
        якому який стані состоянии состоянием нынешним нужны нужен нужно імені имени датою датой основании держатся
        держится слова слово просто enough counts count which what comes back attached leave looking wondering lol ого
        відомі известны anyway off іншим інакше якось возникшие возникших них їх стоят
        стоять списке списку списка дружили дружили нас великих больших початку начала them em
        ким кем воно оно century
        per both among minus thats rn plz плиз пж пжлст terms самой самою самого самим сама сам отдельно любое
        деле represented commentary вперёд general gone longest longer inside
        счёт рахунок рахунком счётом score цифры цифри cases
    hold held wait waited passed full complete entire повну повний повна полный полную полная весь всю увесь
        close business cob skip pile though досі совет депутаты
        малі малые малих малых точно зоні зона зоне сірій сірої сірою серой gray grey zone area
        сих пор сей день дотепер старых старі старих старые ни ні разу принимал приймав принимала приймала another
        writing write email contact researching research tally thesis deadline reporter bullet digits number numbers lot
        тобто цебто чей чия чий любой будьяке принято реально really side whole notebook books remember
        """.split(),
    )
)


def is_harmless(word: str) -> bool:
    """Whether a word, as it was typed, asks for nothing that a list could be narrowed by."""
    return word.casefold() in _HARMLESS or normalise(word) in _BESIDE
