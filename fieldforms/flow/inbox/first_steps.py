"""What comes first on an empty installation, and what of it is done: until all of it is (issue 8, B)."""

from dataclasses import dataclass

from fieldforms import config
from fieldforms.errors import N_, NotFound
from fieldforms.flow.people.actors import Actor
from fieldforms.store import audit, clock
from fieldforms.store.database import transaction
from fieldforms.store.inbox import first_steps

SETTINGS = N_(
    "印在单据和标签上：FIELDFORMS_COMPANY、FIELDFORMS_URL"
)  # whose names only the administrator needs
WHO_BEGIN = ("admin", "supervisor", "dispatcher")
WORDS = {
    "company": (N_("公司名称和网址"), N_("印在单据和标签上，由管理员设置")),
    "people": (N_("人员"), N_("调度员、主管、技术员；谁可以看涉密会议室")),
    "clients": (N_("客户档案"), N_("客户、联系人、合同")),
    "rooms": (N_("房间列表"), N_("哪些涉密、禁手机、禁拍照")),
    "devices": (N_("设备"), N_("由调度员、主管和技术员登记，也可以导入清单")),
    "labels": (N_("标签"), N_("贴上以后扫码就能填单")),
    "assignments": (N_("分配客户"), N_("技术员只看得到分配给自己的客户")),
    "plans": (N_("巡检计划"), N_("到期自动提醒")),
}


SHOWN_ONCE_MORE = clock.DAY_MS  # what was left out last can be brought back so long
NEEDED_STEPS = frozenset({"company", "people", "clients"})  # without which there is no sheet


@dataclass(frozen=True)
class FirstStep:
    """`left_out`: somebody said that it is not needed here."""

    name: str
    done: bool
    by_admin: bool = False
    left_out: bool = False

    @property
    def is_settled(self) -> bool:
        return self.done or self.left_out

    @property
    def may_be_left_out(self) -> bool:
        return not self.is_settled and self.name not in NEEDED_STEPS

    @property
    def title(self) -> str:
        return WORDS[self.name][0]

    @property
    def detail(self) -> str:
        return SETTINGS if self.by_admin and self.name == "company" else WORDS[self.name][1]


def first_steps_of(actor: Actor) -> list[FirstStep]:
    """In their order; none once all are done or left out for a day, and for whom they are not."""
    if actor.viewer.role not in WHO_BEGIN:
        return []
    there = first_steps.things_there()
    ours = config.current
    there["company"] = ours.demo or bool(ours.company and ours.url)  # a demonstration lacks none of it
    if all(there[name] for name in WORDS):
        return []
    left_out = steps_left_out()
    by_admin = actor.viewer.role == "admin"
    steps = [FirstStep(name, there[name], by_admin, name in left_out) for name in WORDS]
    lately = any(at > clock.now() - SHOWN_ONCE_MORE for at in left_out.values())
    return steps if lately or not all(step.is_settled for step in steps) else []


def steps_left_out() -> dict[str, int]:
    """Name → since when (UTC ms)."""
    last = {name: (action, at) for name, action, at in first_steps.words_about_steps(tuple(WORDS))}
    return {name: at for name, (action, at) in last.items() if action == first_steps.STEP_LEFT_OUT}


def leave_step_out(actor: Actor, name: str) -> None:
    """It is not needed here. Whoever does it later has done it; said twice, it is said once. Raises NotFound, NotAllowed."""
    actor.needs(*WHO_BEGIN)
    with transaction():
        if any(step.name == name and step.may_be_left_out for step in first_steps_of(actor)):
            audit.record_action(actor.user_id, first_steps.STEP_LEFT_OUT, name)
        elif name not in WORDS or name in NEEDED_STEPS:
            raise NotFound


def bring_step_back(actor: Actor, name: str) -> None:
    """It is needed after all. Said twice, it is said once. Raises NotFound, NotAllowed."""
    actor.needs(*WHO_BEGIN)
    with transaction():
        if name in steps_left_out():
            audit.record_action(actor.user_id, first_steps.STEP_BROUGHT_BACK, name)
        elif name not in WORDS:
            raise NotFound
