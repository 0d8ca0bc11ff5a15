"""The standings of a tie, and all that is known of each: how it is shown, what it means, what words name it. Pure.

Nothing else in the project lists the standings; where code has to tell them apart, a ``match`` ends in
``assert_never``, so that mypy names the place when one is added.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from db.record.fact_tables import complete


class Standing(StrEnum):
    """How a tie stands, derived from its acts; in the order of showing."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    ENDED = "ended"
    DORMANT = "dormant"
    DISPUTED = "disputed"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingFacts:
    """What is known of a standing.

    ``code`` names it in the buttons of a list, which stand on messages for years: it is never used again for another.
    ``shape``, ``label`` and ``colour`` are shown together: the colour is never the only sign. ``word`` is what a tie
    is, inside a sentence. ``meaning`` explains it, going on from "the tie is …". ``decision`` names the decision that
    makes it, where nothing but another decision or a resumption undoes it, and is None otherwise. ``example`` is what a
    letter would say of an invented tie.

    ``lead`` are the first words on a tie, a sentence; ``predicate`` goes on from a tie's name; ``of_one`` and
    ``of_many`` count ties, with their ``number``; ``beside_count`` says what a count means; None where votes are
    counted with it. ``explanation`` is the meaning in sentences, ``ukrainian`` and ``russian`` in those languages.

    ``asked`` are the phrases that ask for ties so standing, ``explained`` those by which its meaning is looked up, both
    in the notation of ``cogs/lookup/phrases``; ``typed`` are words that name it in a list of standings, besides its
    word and label.
    """

    code: str
    shape: str
    word: str
    label: str
    colour: int
    meaning: str
    decision: str | None
    example: str
    lead: str
    predicate: str
    of_one: str
    of_many: str
    beside_count: str | None
    explanation: str
    ukrainian: str
    russian: str
    asked: str
    explained: str
    typed: tuple[str, ...]

    @property
    def sign(self) -> str:
        """The shape and the label: ``◐ Suspended, not ended``."""
        return f"{self.shape} {self.label}"


# The colours are Okabe and Ito's, which people with any kind of colour blindness can tell apart.
CUT = frozenset({Standing.SUSPENDED, Standing.ENDED})
STANDINGS = complete(
    Standing,
    {
        Standing.ACTIVE: StandingFacts(
            code="a",
            shape="●",
            word="active",
            label="Active",
            colour=0x0072B2,
            meaning=(
                "somebody said, after the invasion of 24 February 2022, that the tie stands. I name who said it and "
                "when: a council's vote and an association's word are both “active”, and are not the same."
            ),
            decision=None,
            example="On March 8, 2022, the Springfield City Council voted to keep the tie.",
            lead="Said to stand.",
            predicate="is on record as active",
            of_one="{number} is said to stand",
            of_many="{number} are said to stand",
            beside_count=None,
            explanation=(
                "Somebody said, after the invasion of 24 February 2022, that the tie stands. Who said it and when is "
                "always given: a council's vote and an association's word are both “active”, and are not the same."
            ),
            ukrainian="за останніми відомостями діє",
            russian="по последним сведениям действует",
            asked="""
                active; kept; keeps?; keeping; remain*
                still (friends|friendly|around|alive|exist*|valid|ours); going strong; alive and well; up and running
                (скільки|сколько|всего|усього|з них|из них) ..2 (живих|живых|живі|живые|живо)
                \\d+ (живих|живых); still said to ..1 (stand|exist|be); діють
                (hasnt|havent|not|never|wont|refused to) let(ting)? go; still hitched
                (havent|hasnt|hadnt|didnt|dont|never|not|wont) ..1 (back|backed|backing) (off|out|down|away)
                (havent|hasnt|hadnt|didnt|never|not|wont) ..1 (cave|caved|fold|folded|flinch*|blink*)
                не (отступ*|дрогну*|прогну*|сдал*|відступ*|здал*|похитну*)
                (тих|тех|них) ..1 (що|які|что|которые) ..1 (тримаються|держатся)
                (hasnt|havent|not|never|wasnt|isnt) ..1 touched; не (тронут*|чіпа*|зачеп*|трога*)
                still in$; still in it; stuck with (the )?(russia*|moscow)
                alive; (live|breathing|living) (ones?|ties?|pairs?|partners?|and|or|links?); stayed put
                (жив*|робоч*|рабоч*) ..1 (зв'яз*|связ*|пар*|побратим*|дружб*); (was|were|are|is|we) staying$
                (каких|яких|тих|тех|из|з|серед|среди|эти|ці) ..1 (живых|живих|живые|живі)
                (was|were|are|is|we) staying (with|in|put|,|no); (нікуди|никуда) не (дів*|делись|ділися)
                (hung|hang*|held|hold*) on to; (stuck|stick*) (with|by) (it|theirs|them|their)
                (ще|досі|ещё|еще|до сих пор|по прежнему) ..1 (дружат*|дружит*|існу*|существу*|жив*|держат*|тримают*)
                still (stand*|have|has|paired|linked|tied|twinned|active|in place|partner*|sister*|together|alive)
                still (officially|formally|actually|really|currently|legally|fully) (stand*|paired|linked|tied|active)
                still (officially|formally|actually|really|currently|legally|fully) (twinned|partner*|sister*|together)
                (officially|formally|currently|actively|really) (paired|linked|tied|twinned|partnered)
                still (got|keep*|hold*|on|going)
                intact; refus*; survivors?; survived; standing by; in force; ongoing
                действующ*; действу*; дійсн*; (з них|из них) ..1 (живі|живих|живые|живых)
                активн*; сохран*; збер*; діє; чинн*; діюч*; діял*; действовал*
                залишив; залишила; залишили; залишити; лишили; оставил*; оставить
            """,
            explained="active; активн*; kept; last we know",
            typed=("kept", "standing", "resumed"),
        ),
        Standing.SUSPENDED: StandingFacts(
            code="s",
            shape="◐",
            word="suspended",
            label="Suspended, not ended",
            colour=0xE69F00,
            meaning=(
                "halted by a decision, and can be resumed by another. Suspended is not ended. Where a condition for "
                "lifting it was set, I give it."
            ),
            decision="suspension",
            example="On March 8, 2022, the Springfield City Council suspended the tie.",
            lead="Suspended, not ended.",
            predicate="is suspended, not ended",
            of_one="{number} is suspended",
            of_many="{number} are suspended",
            beside_count="halted, not ended",
            explanation="Halted by a decision, and can be resumed by another. Suspended is not ended.",
            ukrainian="призупинено, але не припинено",
            russian="приостановлено, но не прекращено",
            asked="""
                (lost|lose) (all|every*); (втратил*|потерял*) (усіх|всіх|всех)
                stopped; quit; walk* away; pull* out; withdrew; withdraw*; discontinu*; step* (away|back|out)
                pull* the (trigger|plug); out the door; how many went (in|by|before|after|since|during)
                first ..1 out( the door)?; bail(s|ed|ing)?; jump* ship
                (перш*|найперш*) ..1 (вийшов|вийшл*); (перв*) ..1 (вышел|вышл*); отвалил*; отвалив*; відвалил*
                (хто|кто|скільки|сколько|які|какие) ..3 (вийшов|вийшл*|вышел|вышл*)
                (stopped|stop|halted) (or|and) (ended|cut|scrapped|severed)
                halt; halted; halts; паузи; паузы; пауз; on hold; holds?$
                suspend*; suspension*; pause; paused; pauses; pausing; frozen; freeze*; froze; on (hold|ice|pause); iced
                (in|into) limbo; mothball*; shelved; in abeyance; hiatus; deep freeze; on a break; time ?out
                приостан*; призупин*; заморо*; зупин*; (на|у|в) (пауз*|павз*|стопі|стопе)
            """,
            explained="suspend*; suspension; paused; приостан*; призупин*",
            typed=("paused", "frozen", "suspension"),
        ),
        Standing.ENDED: StandingFacts(
            code="e",
            shape="○",
            word="ended",
            label="Ended",
            colour=0x009E73,
            meaning="cut by a decision; to have it again it would have to be made anew or resumed by a vote.",
            decision="ending",
            example="On March 8, 2022, the Springfield City Council ended the tie.",
            lead="Ended.",
            predicate="ended",
            of_one="{number} has ended",
            of_many="{number} have ended",
            beside_count=None,
            explanation="Cut by a decision. It stands again only if it is made anew, or resumed by another decision.",
            ukrainian="припинено",
            russian="прекращено",
            asked="""
                разрыв; розрив
                (ties?|partnerships?|relationships?|links?|pairs?) ..1 (died|dies|perished|expired); died (off|out|by)
                прерв*; перерв*; обірв*; оборв*
                (suspended|paused|frozen|hold|ice) or (over|gone|dead|finished|done)
                pull* the (trigger|plug); dead dead; (lost|lose) (all|every*); (втратил*|потерял*) (усіх|всіх|всех)
                (try|tried|trying|wanted|moved|voted|motion|vote) to kill (it|the tie|the ties|the deal)
                kill (it|the tie|the ties) (off|altogether|outright|entirely)
                (вбити|убити|убить|прибить) (побратим*|зв'язок|связь|договір|договор|угоду)
                (хто|кто|скільки|сколько|які|какие) ..3 (вийшов|вийшл*|вышел|вышл*)
                out the door; how many went (in|by|before|after|since|during)
                first ..1 out( the door)?; bail(s|ed|ing)?; jump* ship
                (перш*|найперш*) ..1 (вийшов|вийшл*); (перв*) ..1 (вышел|вышл*); отвалил*; отвалив*; відвалил*
                (actually|really|now|already|officially|truly|are|is|how many|ones?) dead
                (офіційно|вже|уже|официально) ..1 (кінець|конец); закрили; закрыли; закрив; закрыл
                (formal|clean|full|official|final) breaks?
                (formally|officially|fully|completely|finally|long|now) over; (fully|all the way|completely) out
                (tore|tear|tears|torn|tearing|ripped|ripping) ..2 up; kick* ..3 (out|off); threw ..2 (out|off)
                (вийшл*|вийшов|вышл*|вышел) ..1 (з|із|из) ..2 (угод*|договор*|соглашен*|партнерств*|відносин|отношени*)
                hand* ..2 back; (викину*|вигна*|витури*|выкину*|выгна*|вышвырну*|выставил*|выставили)
                ends?; ended; endings?; done with (russia|them|it); cut; cuts; cutting; sever; severed; severing
                severs; terminat*; broke; broken
                (break|broke|breaking|call|called|calling) (it|them|things|theirs) off; called off
                break (off|up|with|ties); breaking; revok*; dissol*
                drop; drops; dropped; dropping; dump; dumped; ditch; ditched; abolish*; cancel*; quit
                withdrew; withdraw*; gone; lost (their|its|the|a); stopped; scrap; scrapped
                axed; axe; nixed; called ..2 quits; for good; pull* out; walk* away; call* it quits; cut loose
                part* ways; split up; broken up; отменил*; отменен*
                (broke|break) up; renounc*; rescind*; annul*; disband*; discontinu*
                no longer (sister*|paired|twinned|partner*|linked|tied)
                скасов*; скасува*; денонс*; анульов*; відрік*; відреклися; розпрощ*; розстали*
                расторг*; расторж*; аннулир*; денонсир*; расстал*; отрек*; распрощ*
                прекра*; разорв*; разрыв*; порва*; отказал*; законч*; розірв*; розрив*; розрыва*; припин*; відмов*
                рвал*; бросил*; брош*; покинул*; заверш*; закінч*
            """,
            explained="ended; end; cut; terminat*; severed; прекра*; припин*; разорв*; розірв*",
            typed=("cut", "terminated", "severed", "dropped", "over"),
        ),
        Standing.DORMANT: StandingFacts(
            code="d",
            shape="◇",
            word="dormant",
            label="Dormant, no formal ending found",
            colour=0x56B4E9,
            meaning="reported to be without contact or activity. No formal ending is on record.",
            decision=None,
            example="The tie was reported to be without contact on March 8, 2022.",
            lead="Dormant: no formal ending is on record.",
            predicate="is dormant",
            of_one="{number} is dormant",
            of_many="{number} are dormant",
            beside_count="no formal ending found",
            explanation="Reported to be without contact or activity. No formal ending is on record.",
            ukrainian="без контактів, офіційно не припинено",
            russian="без контактов, официально не прекращено",
            asked="""
                dormant; inactive; no contact; on paper; asleep; idle; sleeping; sleepy; hibernat*; lapsed; fizzled
                moribund; (gone|go|went|going) (quiet|silent); comatose; in name only; out of touch; no activity
                (contacts?|communication|exchanges?) ..1 (stop*|ceased|ended|dried up|broke off)
                заглох*; завмер*; замерл*
                (на|лише на|тільки на|только на) (папері|бумаге); (засну|усну)л*; номинальн*; номінальн*
                неактив*; спящ*; спляч*; бездіяльн*
            """,
            explained="dormant; inactive; no contact; неактивн*",
            typed=("inactive", "sleeping"),
        ),
        Standing.DISPUTED: StandingFacts(
            code="c",
            shape="▲",
            word="disputed",
            label="Disputed",
            colour=0xD55E00,
            meaning="two words stand against each other, and nothing later settles it. I give both.",
            decision=None,
            example="Accounts differ: the mayor gave one on March 8, 2022, and the council another in May 2022.",
            lead="Disputed.",
            predicate="is disputed",
            of_one="{number} is disputed",
            of_many="{number} are disputed",
            beside_count="accounts differ",
            explanation="Two accounts contradict each other, and nothing later settles it. Both are given.",
            ukrainian="відомості суперечливі",
            russian="сведения противоречат друг другу",
            asked="disput*; contested; спорн*; спірн*",
            explained="disput*; спорн*; спірн*",
            typed=("contested",),
        ),
        Standing.UNCONFIRMED: StandingFacts(
            code="u",
            shape="?",
            word="unconfirmed",
            label="Unconfirmed",
            colour=0x8A8F98,
            meaning="listed somewhere, and nothing found since 24 February 2022 says whether it stands.",
            decision=None,
            example="A page from March 8, 2022, shows Springfield and Tula as partners.",
            lead="Not known.",
            predicate="is unconfirmed",
            of_one="of {number} nobody has said since the invasion whether it stands",
            of_many="of {number} nobody has said since the invasion whether they stand",
            beside_count="not known whether it stands",
            explanation="Listed somewhere, and nothing found since 24 February 2022 says whether it stands.",
            ukrainian="невідомо, чи діє",
            russian="неизвестно, действует ли",
            asked="""
                (no|zero|without any|lack*) (evidence|proof|confirmation|clue|idea|information); clueless; no idea
                (cant|cannot|dont|nothing|nobody can) ..2 (say|tell|know) ..1 (anything |a thing )?about
                (know|knows|known|know basically|knowing) (zilch|nothing|squat|nada|jack)
                (havent|hasnt|dont have|without) (got )?(a|any|the faintest|the slightest) (clue|idea)
                не (підтверджен*|подтвержд*); не (смогли|удалось|вдалося|змогли) (підтверд*|подтверд*)
                не (знаєте|знаете|знаємо|знаем|знаєш|знаешь) ..2 (чи|ли|стоїть|стоит|діє|действует|живий|жив*)
                unconfirmed; (never|yet to be) confirmed; unknown; unclear; not (known|confirmed|clear)
                (no|without|lack*|w out|wo) (any |a )?confirmation
                без (будь якого |какого либо )?(підтвердж*|подтвержд*)
                (нічого|ничего) ..1 не (знаєте|знаете|знаємо|знаем|відомо|известно|ясно|зрозуміло|понятно)
                mystery; mysteries; unknowns; (no|without an?) answers? (for|on|about); who knows
                (dont|do not|cant|not) ..1 know (about|whether|if); не знаем; не знаємо
                nobody knows; no one knows; up in the air; open question; question marks?
                (not|never|cant|cannot|couldnt|unable|havent|havent been) ..4 (confirm|verify|verified)
                (під|под) (питанням|вопросом); не (вдалося|удалось) (підтвердити|перевірити|подтвердить|проверить)
                unverified; uncertain; in doubt; неподтвержд*; непідтвердж*; неизвестн*; невідом*; неясн*
            """,
            explained="unconfirmed; confirm*; неподтвержд*; непідтвердж*",
            typed=("unknown", "unclear"),
        ),
    },
)
