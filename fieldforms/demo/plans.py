"""The demonstration's maintenance plans: made before its sheets, so that the sheets do their visits as they would."""

from datetime import timedelta

from fieldforms import config, i18n
from fieldforms.flow.calendar import plans
from fieldforms.store import clock
from fieldforms.store.models import Room

PLANNED_FORM = "av-maintenance"
USUAL = {
    "key": PLANNED_FORM,
    "every": "1",
    "unit": "month",
    "skip_holidays": "1",
    "technician": "",
    "weekday": "",
    "ends_on": "",
}

# Client, room, who, days from today on which it begins, and what differs from every month. Sheets of 63, 55, 41 and 19
# days ago do the first visits of their rooms.
PLANS: tuple[tuple[str, str, str, int, dict], ...] = (
    ("zwzx", "302 视频会议室", "chen", -63, {"every": "3"}),
    ("zwzx", "301 保密会议室", "chen", -41, {"every": "3"}),
    ("zwzx", "一楼办事大厅", "chen", 0, {"skip_holidays": ""}),  # due today, whatever day it is
    ("wenlan", "学术报告厅", "zhou", -55, {}),
    ("wenlan", "精品录播室", "zhou", -12, {}),  # nobody has been there: late
    ("yunqi", "听松会议室", "xu", -19, {"skip_holidays": ""}),  # hotels are open on Sundays
)


def load_plans(known, actor, registered: int) -> None:
    """`known`: the register's rows; `registered`: UTC ms, when the plans are made."""
    today = i18n.local(clock.now(), config.current.tz).date()
    with clock.pretend_now(registered):
        for client, room, login, days, differs in PLANS:
            begins = (today + timedelta(days=days)).isoformat()
            given = USUAL | {"place": place(known.clients[client], room), "starts_on": begins} | differs
            plans.make_plan(
                actor, known.clients[client].id, given | {"technician": str(known.users[login].id)}
            )


def place(client, room: str) -> str:
    return f"room-{Room.get(Room.client == client, Room.name == room).id}"
