"""The device register: adding, changing, retiring, and what a device's page has to tell."""

from datetime import date

from fieldforms import config
from fieldforms.errors import N_, Invalid, NotFound
from fieldforms.flow import codes, codetext, localtime
from fieldforms.flow.actors import Actor
from fieldforms.forms.kinds import clean
from fieldforms.store import accounts, audit, clients, clock, devices, drafts, scope
from fieldforms.store.database import transaction
from fieldforms.store.models import Client, Device, Draft

KEEPERS = ("technician", "dispatcher", "supervisor")

# Definitions count scanned devices by these names (`category` of a field).
CATEGORIES = {
    "microphone": N_("话筒、会议单元"),
    "mixer": N_("调音台"),
    "processor": N_("音频处理器"),
    "amplifier": N_("功放"),
    "speaker": N_("音箱"),
    "camera": N_("摄像机"),
    "codec": N_("视频会议终端"),
    "projector": N_("投影机"),
    "display": N_("显示器"),
    "led_wall": N_("LED 屏"),
    "matrix": N_("矩阵、切换器"),
    "control": N_("中央控制"),
    "player": N_("播放设备"),
    "recorder": N_("录播、录音"),
    "server": N_("服务器、计算机"),
    "network": N_("网络设备"),
    "power": N_("电源、时序器"),
    "other": N_("其他"),
}

# What is typed about a device: name → (label, longest)
TEXTS = {
    "name": (N_("名称"), 120),
    "brand": (N_("品牌"), 60),
    "model": (N_("型号"), 120),
    "serial": (N_("序列号"), 120),
    "manufacturer": (N_("厂家"), 120),
    "manufacturer_phone": (N_("厂家电话"), 40),
    "interfaces": (N_("接口"), 1000),
    "spare_interfaces": (N_("空闲接口"), 1000),
    "note": (N_("备注"), 2000),
}

NEEDED = N_("请填写“%(label)s”。")
CHOOSE = N_("请选择“%(label)s”。")
TOO_LONG = N_("“%(label)s”最多 %(max)s 个字。")
NOT_A_DATE = N_("“%(label)s”不是有效的日期。")
IN_THE_FUTURE = N_("“%(label)s”不能晚于现在。")
CLEARED_MOVES = N_("这是移出或移入涉密房间：只有有涉密权限的人能这样改“%(label)s”。")
INSTALLED, CATEGORY, ROOM = N_("安装日期"), N_("类别"), N_("房间")


def add(actor: Actor, client_id: int, given: dict, code: str = "") -> Device:
    """Register a device and, with `code`, put that label on it. Sent twice, it is added once.

    `given`: name → text as typed (see TEXTS), `category`, `room` (id or ""), `installed_on` (ISO day or "").
    Raises Invalid, NotFound, CodeTaken, UnknownCode.
    """
    actor.needs(*KEEPERS)
    client = clients.get(actor.viewer, client_id)
    if client is None:
        raise NotFound
    values = {"client": client.id, **checked(client, given)}
    with transaction():
        known = devices.twin(values, clock.now() - clock.MINUTE)
        if known:
            return known
        device = devices.add(values)
        audit.record(actor.user_id, "device.add", str(device.id))
        if code:
            codes.bind(actor, code, device.id)
        return device


def edit(actor: Actor, device_id: int, given: dict) -> Device:
    """Change what the register says; a device stays its client's. Raises Invalid, NotFound."""
    device = kept_by(actor, device_id)
    values = checked(device.client, given, device.category)
    refuse_uncleared_move(actor, device, values["room"])
    changed = sorted(name for name, value in values.items() if value != device.__data__.get(name))
    if changed:
        with transaction():
            devices.change(device, values)
            audit.record(actor.user_id, "device.edit", str(device.id), fields=changed)
    return device


def retire(actor: Actor, device_id: int) -> Device:
    """Out of service: it and its label stay in old sheets and are found no more. Raises NotFound."""
    device = kept_by(actor, device_id)
    with transaction():
        devices.retire(device)
        audit.record(actor.user_id, "device.retire", str(device.id))
    return device


def new_label(actor: Actor, device_id: int) -> str:
    """A new code, bound at once, to be printed; the label the device wore is replaced. Raises NotFound."""
    device = kept_by(actor, device_id)
    with transaction():
        [code] = codes.make_blank(actor, 1)
        codes.bind(actor, code, device.id)
    return code


def kept_by(actor: Actor, device_id: int) -> Device:
    """A device in use that the actor may change. Raises NotFound, NotAllowed."""
    actor.needs(*KEEPERS)
    device = devices.get(actor.viewer, device_id)
    if device is None or device.retired_at:
        raise NotFound
    return device


def checked(client: Client, given: dict, category: str = "") -> dict:
    """The register's columns from what was typed. `category`: the present one, kept though it is not listed.

    Raises Invalid with (input name, sentence, values).
    """
    typed = {name: clean(given.get(name, "")) for name in (*TEXTS, "category", "room", "installed_on")}
    wrong = list(mistakes(client, typed, category))
    if wrong:
        raise Invalid(wrong)
    return typed | {"room": int(typed["room"]) if typed["room"] else None}


def mistakes(client: Client, typed: dict, category: str):
    if not typed["name"]:
        yield "name", NEEDED, {"label": TEXTS["name"][0]}
    for name, (label, longest) in TEXTS.items():
        if len(typed[name]) > longest:
            yield name, TOO_LONG, {"label": label, "max": longest}
    if typed["category"] not in CATEGORIES and typed["category"] != (category or None):
        yield "category", CHOOSE, {"label": CATEGORY}
    if typed["room"] and typed["room"] not in {str(room.id) for room in clients.rooms(client)}:
        yield "room", CHOOSE, {"label": ROOM}
    if typed["installed_on"]:
        day = as_day(typed["installed_on"])
        if day is None:
            yield "installed_on", NOT_A_DATE, {"label": INSTALLED}
        elif day.isoformat() > localtime.today():
            yield "installed_on", IN_THE_FUTURE, {"label": INSTALLED}


def refuse_uncleared_move(actor: Actor, device: Device, room_id: int | None) -> None:
    """Out of a confidential room, or into one, only with the clearance for it. Raises Invalid."""
    if room_id == device.room_id or actor.account.confidential:
        return
    ends = [room for room in clients.rooms(device.client) if room.id in (device.room_id, room_id)]
    if any(room.confidential for room in ends):
        raise Invalid([("room", CLEARED_MOVES, {"label": ROOM})])


def as_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def find(viewer: scope.Viewer, text: str, client: int | None, limit: int) -> list[Device]:
    """Devices by words or by the code on their label."""
    if codetext.looks_like(text):
        worn = devices.by_codes(viewer, [codetext.normalise(text)])
        if worn:
            return list(worn.values())
    return devices.seen_by(viewer, text, client, limit)


def reached(actor: Actor, device_id: int) -> Device | None:
    """A device in scope, or one that this person was sent to."""
    return devices.get(actor.viewer, device_id) or devices.sent_to(actor.viewer, device_id)


# What the device's page tells


def years_in_use(installed_on: str) -> int | None:
    """Whole years since the installation (company.md, row 2), None when nobody knows."""
    day = as_day(installed_on)
    if day is None:
        return None
    now = localtime.date_today()
    return max(0, now.year - day.year - ((now.month, now.day) < (day.month, day.day)))


def unfinished(actor: Actor, device: Device) -> list[Draft]:
    """What this person began for the device and has not finished, newest first."""
    mine = drafts.open_of(actor.user) if actor.user else []
    return [draft for draft in mine if draft.origin.get("device") == device.id]


def phone_on_site(client_id: int | None) -> tuple[str, bool]:
    """(number to call about a client's device, is it the on-site technician's), else the service phone."""
    stationed = accounts.technicians_of(client_id) if client_id else []
    own = next((person.phone for person in stationed if person.phone), "")
    return (own, True) if own else (config.current.service_phone, False)
