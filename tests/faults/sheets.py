"""What a phone hands in, as its outbox would: photos first, then the whole step, again and again until it is answered."""

import hashlib
import io
import os
from dataclasses import dataclass, field

from PIL import Image

from fieldforms.flow.filling.drafts import new_uuid
from tests.faults.house import Answer, House, Phone

WORK = {
    "client_name": "市政务服务中心",
    "contact": "徐明",
    "phone": "0571-5555 0111",
    "arrival": "2026-11-24T09:10",
    "client_type": "yearly_contract",
    "request": "会议室话筒有杂音",
    "solution": "更换端子并重新压接",
    "result": "completed",
}


def picture() -> bytes:
    """A photo that nobody else sends, large enough to be kept as a file of its own."""
    out = io.BytesIO()
    Image.frombytes("RGB", (320, 320), os.urandom(320 * 320 * 3)).save(out, "JPEG", quality=95)
    return out.getvalue()


@dataclass
class Sheet:
    """One sheet of the government office. `number` and `kept` are what the server acknowledged, "" before."""

    house: House
    photo: bytes = b""
    uuid: str = field(default_factory=new_uuid)
    record: str = field(default_factory=new_uuid)
    number: str = ""
    kept: str = ""

    def body(self, **changes) -> dict:
        named = {"definition": "service-contact", "record": self.record, "device": self.house.device}
        told = {"version": 0, "editor": self.uuid, "serviced_devices": self.house.code}
        photos = {"work_photos": self.kept} if self.kept else {}
        return WORK | named | told | photos | changes

    def save(self, phone: Phone, **changes) -> Answer:
        return phone.post(f"/drafts/{self.uuid}", self.body(**changes))

    def send_photo(self, phone: Phone) -> Answer:
        sent = hashlib.sha256(self.photo).hexdigest()
        answer = phone.send("POST", f"/drafts/{self.uuid}/photos/{sent}", self.photo)
        if answer.status == 201:
            self.kept = answer.text.split('"digest":"')[1][:64]
        return answer

    def complete(self, phone: Phone, **changes) -> Answer:
        answer = phone.post(f"/drafts/{self.uuid}/entry", self.body(whole="1", **changes))
        if answer.status == 303:
            self.number = answer.location.split("/records/")[1].split("/")[0]
        return answer

    def hand_in(self, phone: Phone) -> Answer:
        """The photo, if there is one that was not acknowledged, and the whole step. The first refusal ends it."""
        if self.photo and not self.kept:
            answer = self.send_photo(phone)
            if answer.status != 201:
                return answer
        return self.complete(phone)
