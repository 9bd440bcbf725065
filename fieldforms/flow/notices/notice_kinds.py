"""The kinds of notices: what they are called, and of which of them a group may be told how many there are."""

from dataclasses import dataclass

from fieldforms.errors import N_
from fieldforms.i18n import gettext

FAULT_LEADS = ("dispatcher", "supervisor")
LATE_TOO = N_("逾期")


@dataclass(frozen=True)
class NoticeKind:
    """`label`: on the person's settings; `short`: before a notice; `roles`: who can get it, () everybody. `for_groups`: how a group is
    told how many there are, "" where not each of them may know that."""

    label: str
    short: str
    roles: tuple[str, ...] = ()
    for_groups: str = ""


NOTICE_KINDS = {
    "assigned": NoticeKind(N_("轮到我的单据"), N_("轮到您"), for_groups=N_("等着做的单据")),
    "to_approve": NoticeKind(N_("请我审批的"), N_("请您审批"), ("supervisor", "manager", "hr")),
    "returned": NoticeKind(N_("退回给我、请我更正的"), N_("退回给您")),
    "answer": NoticeKind(N_("我的申请有了答复，或有人写了批注"), N_("有答复")),
    "soon": NoticeKind(
        N_("快超时的故障"), N_("快超时"), ("technician", *FAULT_LEADS), N_("快超时的故障")
    ),
    "late": NoticeKind(N_("超时的故障和单据"), N_("已超时"), for_groups=N_("超时的故障和单据")),
    "rating": NoticeKind(N_("低评价、拒签，要跟进"), N_("请跟进"), ("supervisor", "manager")),
    "visit": NoticeKind(
        N_("到期、逾期的巡检和重新联络"), N_("到期"), ("technician", *FAULT_LEADS), N_("到期的巡检和重新联络")
    ),
    "stock": NoticeKind(
        N_("备件低于下限、账实不符、该还的东西"), N_("备件"), ("technician", "dispatcher"),
        N_("要补、要还、账实不符的备件"),
    ),
}  # fmt: skip
KINDS_FOR_GROUPS = tuple(name for name, kind in NOTICE_KINDS.items() if kind.for_groups)


def kinds_of_role(role: str) -> dict[str, str]:
    """Name → label, of those that somebody of this role can get."""
    return {name: kind.label for name, kind in NOTICE_KINDS.items() if not kind.roles or role in kind.roles}


def words_of_kind(kind: str, late: bool, lang: str) -> str:
    """Before a notice: what it is about, and that it is late."""
    short = gettext(NOTICE_KINDS[kind].short, lang)
    return f"{short} · {gettext(LATE_TOO, lang)}" if late and kind != "late" else short
