"""What is told outside the app: no more than the person's own list says, of what is confidential only its kind; of groups the bare
numbers."""

from collections.abc import Callable

from fieldforms import config, i18n
from fieldforms.errors import N_
from fieldforms.flow.notices.notice_kinds import KINDS_FOR_GROUPS, NOTICE_KINDS, words_of_kind
from fieldforms.flow.notices.tellings import NoticeTelling
from fieldforms.i18n import gettext, pick
from fieldforms.store import clock
from fieldforms.store.library import definitions
from fieldforms.store.models import Notice, Record
from fieldforms.store.notices import notices

MOST_NOTICES_IN_MAIL = 50
PAGE_OF_NOTICE, PAGE_OF_NOTICES = "/notices/{id}", "/notices"


def subject_of_mail(n: int, lang: str) -> str:
    said = gettext(N_("%(n)s 条新通知"), lang, n=n)
    return f"[{house_name(lang)}] {said}"


def body_of_mail(told: list[tuple[Notice, NoticeTelling]], lang: str) -> str:
    shown = [text_of_notice(row, telling, lang) for row, telling in told[:MOST_NOTICES_IN_MAIL]]
    more = len(told) - len(shown)
    rest = [gettext(N_("还有 %(n)s 条，请在系统里看。"), lang, n=more), address_of_page(PAGE_OF_NOTICES)]
    end = gettext(N_("要改什么时候、用什么方式通知您：账号 › 通知设置。"), lang)
    return "\n\n".join([*shown, *(text for text in rest if more and text), "—\n" + end]) + "\n"


def text_of_notice(row: Notice, telling: NoticeTelling, lang: str) -> str:
    kind = words_of_kind(telling.kind, telling.late, lang)
    said = gettext(N_("涉密"), lang) if telling.is_confidential else detail_of_telling(telling, lang)
    words = " · ".join(text for text in (kind, said) if text)
    address = address_of_page(PAGE_OF_NOTICE.format(id=row.id))
    return f"{words}\n{address}" if address else words


def detail_of_telling(telling: NoticeTelling, lang: str) -> str:
    if telling.record is not None:
        return words_of_record(telling.record, lang)
    return WORDS_OF_OTHERS[telling.item](telling.about, lang)


def words_of_record(row: Record, lang: str) -> str:
    form = pick(definitions.read_definition(row.definition).label, lang)
    return " · ".join(text for text in (row.number, form, row.client_name) if text)


def words_of_visit(due, lang: str) -> str:
    visit = due.visit
    day = i18n.format_date(visit.day.isoformat(), lang)
    return f"{gettext(pick(visit.label, lang), lang)} · {visit.plan.client.short_name} · {day}"


def words_of_part(part) -> str:
    return f"{part.name} {part.model}".strip()


WORDS_OF_OTHERS: dict[str, Callable] = {
    "visit": words_of_visit,
    "holding": lambda held, lang: words_of_part(held.part),
    "shortage": lambda short, lang: words_of_part(short.part),
    "low_part": lambda part, lang: words_of_part(part),
}


def text_for_group(lang: str) -> str:
    """ "" where nothing waits."""
    counts = notices.counts_for_groups(KINDS_FOR_GROUPS)
    lines = [
        gettext(
            N_("%(what)s：%(n)s"), lang, what=gettext(NOTICE_KINDS[kind].for_groups, lang), n=counts[kind]
        )
        for kind in KINDS_FOR_GROUPS
        if counts.get(kind)
    ]
    head = gettext(
        N_("%(company)s · %(time)s 等着处理的"), lang, company=house_name(lang), time=now_in_words(lang)
    )
    return "\n".join([head, *lines]) if lines else ""


def now_in_words(lang: str) -> str:
    return i18n.format_moment(clock.now(), lang, config.current.tz)


def text_of_test(lang: str) -> str:
    return gettext(N_("%(company)s 的通知试发：看到这一条，就是通了。"), lang, company=house_name(lang))


def house_name(lang: str) -> str:
    return config.current.company_name(lang) or "fieldforms"


def address_of_page(path: str) -> str:
    """ "" where the house has no address of its own."""
    return f"{config.current.url}{path}" if config.current.url else ""
