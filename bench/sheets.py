"""What the phones send: sheets that wait for a signature, drafts that are saved, and the cookies to do so."""

import json
import secrets
from itertools import cycle
from pathlib import Path
from urllib.parse import urlencode

from itsdangerous import URLSafeTimedSerializer

from bench.serving import environment
from fieldforms import config, create_app
from fieldforms.demo import load
from fieldforms.demo.strokes import draw_name
from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.flow.people.actors import Actor
from fieldforms.forms import strokes as ink
from fieldforms.store import database, scope
from fieldforms.store.models import Device, Session, User
from fieldforms.store.people import accounts, sessions
from fieldforms.store.record import records
from fieldforms.store.register import devices

AGENT = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36"
SIGNATURE_BYTES = 15_000  # as signature_pad gives it, in JSON
PLACE = {"contact": "丁玉华", "phone": "0571-5555 0123"}
WORK = {
    "client_name": "江澜市政务服务中心",
    "address": "江澜市滨江新区政通路 18 号",
    "arrival": "2026-11-24T09:00",
    "departure": "2026-11-24T10:05",
    "client_type": "yearly_contract",
    "request": "301 会议室 7 号代表单元无声，指示灯不亮，后面 8–12 号时有时无。",
    "solution": "逐段检查会议总线，7 号座位地插接头松动、针脚轻微氧化。清洁并紧固接头，24 席逐席试音正常。",
    "result": "completed",
    "environment_restored": "yes",
    "remarks": "更换延长线一根（备件）。",
    **PLACE,
}
ACCEPTANCE = {"accessories": "yes", "satisfaction": "satisfied", "comments": "检查仔细，结果讲得明白。"}


class House:
    """An installation in a folder, with the demonstration in it, as this process prepares it before it is served."""

    def __init__(self, folder: Path):
        self.settings = config.read(environment(folder))
        self.app = create_app(self.settings)
        load.load()
        self.chen = Actor(accounts.by_login("chen"), address="10.0.0.1", agent=AGENT, device="Android")
        self.device = Device.get(Device.serial == "B02-0417-10933")
        self.code = devices.code_of(self.device)
        self.csrf = secrets.token_hex(20)
        self.ink = draw_name("丁玉华", 1)

    def leave(self) -> None:
        """Before a server opens it."""
        database.database.close()

    def headers(self, user: User, handed: str | None = None, **more: str) -> dict[str, str]:
        """A browser signed in as `user`; with a draft's uuid it is in the client's hands."""
        row, token = sessions.begin_session(user, "Android", True, "127.0.0.1")
        if handed:
            Session.update(handed_draft=handed).where(Session.id == row.id).execute()
        content = {"_user_id": token, "_fresh": True, "csrf_token": self.csrf, "lang": "zh"}
        cookie = self.app.session_interface.get_signing_serializer(self.app).dumps(content)
        name = self.app.config["SESSION_COOKIE_NAME"]
        form = "application/x-www-form-urlencoded"
        return {"Cookie": f"{name}={cookie}", "User-Agent": AGENT, "Content-Type": form} | more

    def body(self, values: dict) -> str:
        token = URLSafeTimedSerializer(self.app.secret_key, salt="wtf-csrf-token").dumps(self.csrf)
        return urlencode({"csrf_token": token, **values})

    def signings(self, count: int) -> list:
        """Requests that each complete a sheet of its own with a signature."""
        requests = []
        with database.transaction():
            for number in range(count):
                entry = self.waiting()
                draft = drafts.open_next_step(self.chen, records.by_uuid(scope.SYSTEM, entry.record))
                signed = {
                    "signer": "丁玉华",
                    "strokes": as_posted(self.ink, number),
                    "shown": entry.digest,
                    "phone_at": entry.sealed_at,
                }
                headers = self.headers(self.chen.user, handed=draft.uuid)
                requests.append(
                    ["POST", f"/drafts/{draft.uuid}/entry", headers, self.body(ACCEPTANCE | signed)]
                )
        return requests

    def waiting(self):
        new = self.started()
        answers = WORK | {"serviced_devices": [{"code": self.code}]}
        drafts.save_draft(self.chen, new, answers, 0, "bench")
        return completion.complete(self.chen, new.draft.uuid, HandedIn(answers)).entry

    def started(self) -> drafts.DraftContext:
        origin = {"device": self.device.id}
        return drafts.start_draft(self.chen, "service-contact", origin, drafts.new_uuid(), drafts.new_uuid())

    def savings(self, count: int, phones: int) -> list:
        """Autosaves of as many drafts as there are phones, each with another text."""
        headers = self.headers(self.chen.user, **{"HX-Request": "true"})
        begun = [self.started().draft for _ in range(phones)]
        return [self.saving(begun[n % phones], n, headers) for n in range(count)]

    def saving(self, draft, n: int, headers: dict) -> list:
        hidden = {
            "definition": "service-contact",
            "record": draft.record,
            "device": self.device.id,
            "version": 0,
        }
        texts = {"editor": draft.uuid, "serviced_devices": self.code, "open_points": f"第 {n} 次保存"}
        return ["POST", f"/drafts/{draft.uuid}", headers, self.body(WORK | hidden | texts)]

    def opening(self, count: int) -> list:
        headers = self.headers(self.chen.user)
        return [["GET", f"/forms/service-contact/new?device={self.code}", headers, None]] * count


def as_posted(groups: list[dict], number: int) -> str:
    """What signature.js puts into the body for 15 kB of signature_pad's points, each time others, a slow hand."""
    drawn: list[dict] = []
    for place, group in enumerate(cycle(groups)):
        if len(json.dumps(drawn, separators=(",", ":"))) >= SIGNATURE_BYTES:
            return ink.write(drawn)
        begun = 1_795_000_000_000 + 10_000 * number + 100 * place
        drawn.append({"points": [{**point, "time": begun + point["time"]} for point in group["points"]]})
    raise ValueError("no strokes")
