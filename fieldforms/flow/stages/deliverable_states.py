"""How a deliverable may stand."""

from fieldforms.errors import N_

OPEN, IN_WORK, DONE, NOT_NEEDED = "open", "in_work", "done", "not_needed"
DELIVERABLE_STATES = {
    OPEN: N_("未开始"),
    IN_WORK: N_("进行中"),
    DONE: N_("已完成"),
    NOT_NEEDED: N_("不需要"),
}
SETTLED = (DONE, NOT_NEEDED)
