"""What a confidential room guards of its devices (technical_words.py) is opened by a person alone, with the clearance and a reason:
when a device leaves it for where nothing is confidential, or when the room is so no longer (docs/decisions/0009). Whatever writes a
device's room passes here, and what gives no reason is refused: lists that come in, for one.
"""

from collections.abc import Mapping

from fieldforms.errors import N_, Invalid
from fieldforms.flow.form_input import TextInput
from fieldforms.flow.register import register_columns
from fieldforms.flow.register.register_columns import GROUP_OF_RULES, Columns, RegisterColumn
from fieldforms.store.models import Device, Room

UNGUARDING = "unguarded_because"  # the input
WHY_OPEN = N_("为什么不再涉密")
WHAT_OPENS = N_("离开涉密房间时要填：端口、备注、地址和配置备份以后大家都看得到。")
WHAT_OPENS_OF_ROOM = N_("取消涉密时要填：这里设备的端口、备注、地址和配置备份以后大家都看得到。")
WHY_IS_ASKED = N_("请填写“%(label)s”：端口、备注、地址和配置备份以后大家都看得到。")
ONLY_BY_PAGE = N_("这样改以后，端口、备注、地址和配置备份大家都看得到：请到它自己的页面上改，写明原因。")

WHY_COLUMNS: Columns = (RegisterColumn(UNGUARDING, TextInput(WHY_OPEN, 500, lines=2), WHAT_OPENS),)
WHY_OF_ROOM = RegisterColumn(
    UNGUARDING, TextInput(WHY_OPEN, 500, lines=2), WHAT_OPENS_OF_ROOM, GROUP_OF_RULES
)


def reason_given(given: Mapping[str, str]) -> str:
    """What was typed, "" where nothing was asked. Raises Invalid."""
    return register_columns.read_columns(WHY_COLUMNS, given)[UNGUARDING]


def as_noted(reason: str) -> dict[str, str]:
    """What the audit keeps of it beside the change."""
    return {"reason": reason} if reason else {}


def refuse_unsaid(reason: str) -> None:
    """Call where something is unguarded. Raises Invalid."""
    if not reason:
        raise Invalid([(UNGUARDING, WHY_IS_ASKED, {"label": WHY_OPEN})])


def unguards_devices(left: Room | None, entered: Room | None) -> bool:
    """Is what the first room guards open in the second? None: in no room."""
    return bool(left and left.confidential and not (entered and entered.confidential))


def asked_to_move(asked: Columns, beside: str, *devices: Device) -> Columns:
    """The columns of a form that may move these, with the reason behind the named one where one of them stands in a confidential room."""
    if not any(device.room_id and device.room.confidential for device in devices):
        return asked
    return columns_beside(asked, beside, WHY_COLUMNS)


def asked_to_unmark(asked: Columns) -> Columns:
    """Those of a confidential room's form, with the reason where it may be unmarked."""
    return columns_beside(asked, "confidential", (WHY_OF_ROOM,))


def columns_beside(asked: Columns, name: str, further: Columns) -> Columns:
    """Those as well, behind the column of this name; where there is none, nothing is asked."""
    place = next((n for n, column in enumerate(asked, 1) if column.name == name), 0)
    return (*asked[:place], *further, *asked[place:]) if place else asked
