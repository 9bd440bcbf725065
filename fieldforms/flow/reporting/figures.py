"""The figures of the statistics: what each counts, in which words it is defined, and how it is told. One row here is one page.

Only for who may read ratings at all (Viewer.reads_ratings): all that is counted is in their scope, and nothing else is.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fieldforms.errors import N_, NotFound
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import folding
from fieldforms.flow.reporting import figure_sources, figure_targets, measures
from fieldforms.flow.reporting.figure_sources import FigureSource, StoredRows, VisitsOfCalendar
from fieldforms.flow.reporting.figure_targets import AgreedOf
from fieldforms.flow.reporting.measures import (
    Answers,
    CountMeasure,
    FaultRates,
    FirstTime,
    Measure,
    Spreads,
    Sums,
)
from fieldforms.flow.sheets import words_of_records
from fieldforms.forms.definition import Definition
from fieldforms.forms.kinds import KINDS
from fieldforms.i18n import gettext, pick
from fieldforms.store.calendar.plans import SKIPPED
from fieldforms.store.library import definitions
from fieldforms.store.reporting.counted_rows import FAST, IN_ONE_PIECE, TAKEN_TIME
from fieldforms.store.scope import Viewer

GOOD_RATINGS = 2  # CSAT_DEFINED: the top two of four among those who answered (experience.md)
GOOD_ENDINGS = 2  # signed on the screen, signed on paper

SIGNED_WORDS = {
    folding.DONE: N_("手机上签字"),
    folding.PAPER: N_("纸上签字"),
    folding.ABSENT: N_("客户不在场"),
    folding.REFUSED: N_("客户拒绝签字"),
    folding.DEEMED: N_("视为接受"),
}

FAULTS, SATISFACTION, WORK = N_("故障"), N_("满意度"), N_("工作")
OF_FAULTS = tuple("client category brand model room urgency fault_class technician device".split())
OF_SHEETS = tuple("client form technician client_type category brand model room device".split())


@dataclass(frozen=True)
class Figure:
    """`name`: in the address, and what store/reporting/counted_rows.py counts by. `definition`: its words, `source`: whose they are.

    `dimensions`: by what it is broken down beside months, and narrowed to; the first is how it is opened, unless `by_month`.
    `over_time`: has it months at all? `headline`: which of its columns says it in one number. `agreed`: what it is held against.
    `per_device_year`: is it a rate? `make_source`: where its rows stand.
    """

    name: str
    group: str
    label: str
    definition: str
    source: str
    make_measure: Callable[[str], Measure]
    dimensions: tuple[str, ...]
    by_month: bool = True
    over_time: bool = True
    headline: int = 1
    agreed: Callable[[Viewer, Iterable[int]], AgreedOf] | None = None
    per_device_year: bool = False
    make_source: Callable[[str, Actor, str], FigureSource] = StoredRows

    @property
    def dimensions_offered(self) -> tuple[str, ...]:
        """By what it can be broken down."""
        return ("month", *self.dimensions) if self.over_time else self.dimensions

    @property
    def opened_by(self) -> str:
        return "month" if self.by_month else self.dimensions[0]


def rating_answers(lang: str) -> Answers:
    choices = words_of_records.choices_meaning("satisfaction")
    names = [(choice.name, pick(choice.label, lang)) for choice in choices]
    return Answers(names, GOOD_RATINGS, N_("满意率"))


def signature_answers(lang: str) -> Answers:
    names = [(name, gettext(words, lang)) for name, words in SIGNED_WORDS.items()]
    return Answers(names, GOOD_ENDINGS, N_("签字率"))


VISIT_WORDS = {figure_sources.DONE: N_("已做"), figure_sources.MISSED: N_("没有做")}
VISITS_ASIDE = {figure_sources.STILL_AHEAD: N_("还没到"), SKIPPED: N_("已跳过")}


def visit_answers(lang: str) -> Answers:
    names, aside = (
        [(name, gettext(words, lang)) for name, words in each.items()] for each in (VISIT_WORDS, VISITS_ASIDE)
    )
    return Answers(names, 1, N_("完成率"), aside)


PACE_WORDS, PACE_ASIDE = {FAST: N_("很快"), TAKEN_TIME: N_("用了一会儿")}, {IN_ONE_PIECE: N_("不知道")}


def pace_answers(lang: str) -> Answers:
    names, aside = (
        [(name, gettext(words, lang)) for name, words in each.items()] for each in (PACE_WORDS, PACE_ASIDE)
    )
    return Answers(names, 1, N_("很快的比例"), aside)


def checks_in_stored_rows(figure: str, actor: Actor, lang: str) -> StoredRows:
    read = (definitions.read_definition(row) for row in definitions.in_use())
    return StoredRows(figure, actor, lang, tuple(each.key for each in read if has_check_items(each)))


def has_check_items(definition: Definition) -> bool:
    """Such as can be said to be normal all at once."""
    return any("bulk" in KINDS[field.type].parts for field in definition.fields.values())


TERM_SOURCE, RATE_SOURCE, SHARE_SOURCE = "IEC 60050-192", "IEC 60050-192, Garwood 1936", "FTFR, Wilson 1927"
RATING_SOURCE, DUTY_SOURCE = "CSAT_DEFINED (top-2-box)", N_("公司的岗位职责")
RESPONSE_DEFINED = N_(
    "从报修到第一个处理步骤交出（排查或调度封存的时刻），不是到场的时刻：单上不问何时到场。按报修那一天计入；已取消或被更正的不计。中位数：一半不超过；九成不超过：第 90 百分位。按日历时间计，不扣非工作时间。"
)
RESTORATION_DEFINED = N_(
    "从报修到恢复使用（修好，或处理人写下处理方法）。被退回的处理不算恢复；还没恢复的不计入用时。按报修那一天计入，按日历时间计。"
)
HANDS_ON_DEFINED = N_("单上写的“用时”，排查和维修相加：动手的时间，不含等待。按报修那一天计入。")
FIRST_TIME_DEFINED = N_(
    "第一个去处理的人一次修好、30 天内同一设备没有因同一类故障再报修的，占有人处理且已满 30 天的报修的比例。未满 30 天的另列，不计入。区间：Wilson，95％。"
)
REPEATED_DEFINED = N_("同一设备在上一次报修后 30 天之内又报修的次数：每台设备的每一次各计一条。")
RATE_DEFINED = N_(
    "确认的故障数 n ÷ 在用台·年 T（365.25 天为一年）。T：设备在期内在册的天数之和，从安装日期（没有写的，从登记）到停用。n：有人处理过、故障类别是“设备故障”的；线路及接口、电源、软件、网络、操作使用、其他和待查的不计，同一设备的设备故障修好之前只计一次。涉密单不计入品牌、型号和类别。区间：Poisson 精确区间（Garwood，95％）。区间互相重叠或 n < 5 时不排名次。"
)
COST_DEFINED = N_(
    "单上写的费用，排查和维修相加，按报修（开单）那一天计入。有异议的费用在主管核定之前不计，核定之后按核定的数计。涉及几个品牌的单，在每个品牌下各计一次。"
)
AGE_DEFINED = N_(
    "确认的设备故障（见故障率）出现时设备用了多久：从安装日期到报修，按日历的整月计；安装之前就报修的按 0 计。没有安装日期的设备不计。"
)
CSAT_DEFINED = N_("满意率：回答很满意或满意的，占全部回答的比例。按签字那一天计入；被更正或取消的单不计。")
REASONS_DEFINED = N_("评价为一般或不满意时客户勾选的原因；一张单可以有几个。按签字那一天计入。")
SIGNATURES_DEFINED = N_("需要签字、签字一步已经结束的单：怎样结束的。签字率：手机上签字和纸上签字的比例。")
SHEETS_DEFINED = N_("单据，按工作的那一天；单据没有写的，按开单的那一天。已取消或被更正的不计。")
REPORTED_DEFINED = N_("报修的故障，按报修那一天。已取消、并入别的报修或被更正的不计。")

VISITS_DEFINED = N_(
    "巡检计划里到期的巡检，按现在定的那一天（改期的按改后的日子）。完成率：已做 ÷（已做 + 到期没有做）；跳过的和还没到期的另列。和巡检页是同一种数法；已停用的客户不列。"
)
HOURS_DEFINED = N_(
    "单上写的“用时”（排查、维修），按工作的那一天；单上不问用时的，从到达到交单，12 小时之内交上来的才计，隔天补填的不计。约定：合同上每年的服务小时，按这段时间的天数折算。"
)
PACE_DEFINED = N_(
    "有检查项的单，从开始填到交单不到 20 秒的算很快。只是提示，不是结论：先看完再填、一键“其余正常”的，也会很快；没有网络时填好后一次传上来的，不知道用了多久，另列。要不要问一问，请看单据再定。"
)
PARTS_DEFINED = N_(
    "单据上装上的备件，按出入库记录：每一笔计一条 n，件数相加，拆回的减去。按工作的那一天；没有单据的出入库不计。"
)
PARTS_COST_DEFINED = N_(
    "单据上装上的备件（见用掉的备件）乘以备件登记的现在的单价，拆回的减去。没有写单价的备件不计。"
)

OF_PARTS = ("part", "client", "technician", "form", "category", "brand", "model", "room", "device")
ALL_FIGURES = (
    Figure("faults", FAULTS, N_("报修件数"), REPORTED_DEFINED, TERM_SOURCE, lambda lang: CountMeasure(), OF_FAULTS, headline=0),
    Figure("respond", FAULTS, N_("响应用时"), RESPONSE_DEFINED, TERM_SOURCE, lambda lang: Spreads(measures.Minutes), OF_FAULTS, agreed=figure_targets.UNTIL_RESPONSE),
    Figure("restore", FAULTS, N_("恢复用时"), RESTORATION_DEFINED, TERM_SOURCE, lambda lang: Spreads(measures.Minutes), OF_FAULTS, agreed=figure_targets.UNTIL_RESTORED),
    Figure("hands_on", FAULTS, N_("维修用时"), HANDS_ON_DEFINED, TERM_SOURCE, lambda lang: Spreads(measures.Minutes), OF_FAULTS),
    Figure("first_time", FAULTS, N_("一次修好率"), FIRST_TIME_DEFINED, SHARE_SOURCE, lambda lang: FirstTime(), OF_FAULTS, headline=1),
    Figure("rate", FAULTS, N_("故障率"), RATE_DEFINED, RATE_SOURCE, lambda lang: FaultRates(), ("brand", "model", "category", "client"), by_month=False, over_time=False, headline=2, per_device_year=True),
    Figure("repeated", FAULTS, N_("重复故障"), REPEATED_DEFINED, DUTY_SOURCE, lambda lang: CountMeasure(), ("device", "model", "room", "client", "category", "brand", "fault_class"), by_month=False, headline=0),
    Figure("age", FAULTS, N_("出故障时的年龄"), AGE_DEFINED, TERM_SOURCE, lambda lang: Spreads(measures.MonthsOfAge), ("category", "brand", "model", "client"), by_month=False),
    Figure("cost", FAULTS, N_("维修费用（元）"), COST_DEFINED, DUTY_SOURCE, lambda lang: Sums(measures.Money), OF_FAULTS),
    Figure("satisfaction", SATISFACTION, N_("评价"), CSAT_DEFINED, RATING_SOURCE, rating_answers, OF_SHEETS),
    Figure("reasons", SATISFACTION, N_("不满意的原因"), REASONS_DEFINED, DUTY_SOURCE, lambda lang: CountMeasure(), ("reason", *OF_SHEETS), by_month=False, headline=0),
    Figure("signatures", SATISFACTION, N_("签字"), SIGNATURES_DEFINED, DUTY_SOURCE, signature_answers, OF_SHEETS),
    Figure("sheets", WORK, N_("单据张数"), SHEETS_DEFINED, DUTY_SOURCE, lambda lang: CountMeasure(), ("technician", *(name for name in OF_SHEETS if name != "technician")), headline=0),
    Figure("visits", WORK, N_("巡检完成"), VISITS_DEFINED, DUTY_SOURCE, visit_answers, ("client", "technician", "form", "room", "client_type", "device"), make_source=VisitsOfCalendar),
    Figure("hours", WORK, N_("工时"), HOURS_DEFINED, DUTY_SOURCE, lambda lang: Sums(measures.WorkedHours), OF_SHEETS, by_month=False, agreed=figure_targets.agreed_hours),
    Figure("pace", WORK, N_("很快填完的检查单"), PACE_DEFINED, DUTY_SOURCE, pace_answers, ("technician", "client", "form", "room", "client_type", "device"), make_source=checks_in_stored_rows),
    Figure("parts", WORK, N_("用掉的备件"), PARTS_DEFINED, DUTY_SOURCE, lambda lang: Sums(measures.Numbers), OF_PARTS, by_month=False),
    Figure("parts_cost", WORK, N_("备件费用（元）"), PARTS_COST_DEFINED, DUTY_SOURCE, lambda lang: Sums(measures.Money), OF_PARTS, by_month=False),
)  # fmt: skip
FIGURE_OF_NAME = {figure.name: figure for figure in ALL_FIGURES}


def get_figure(name: str) -> Figure:
    """Raises NotFound."""
    if name not in FIGURE_OF_NAME:
        raise NotFound
    return FIGURE_OF_NAME[name]
