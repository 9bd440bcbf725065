"""While the maintenance report is filled: what was saved of its devices, and the way to add what is saved now."""

import re

from fieldforms.flow.filling import drafts
from fieldforms.store.models import Device
from tests.web.documents.hands import picture, upload


def maintenance(world, login: str = "chen", **answers):
    actor, place = world.actor(login), world.office
    new = drafts.start_draft(
        actor, "av-maintenance", {"device": place.device.id}, drafts.new_uuid(), drafts.new_uuid()
    )
    return drafts.save_draft(actor, new, {**new.draft.answers, **answers}, 0, "tests")


def links_to_add(page: str) -> set[str]:
    return set(
        re.findall(r'href="(/documents/new\?device=\d+&amp;kind=configuration)" target="_blank"', page)
    )


def test_a_backup_is_added_from_the_sheet_and_stands_there_at_once(world):
    chen, device = world.browser("chen"), world.office.device
    address = f"/drafts/{maintenance(world).uuid}"
    [link] = links_to_add(chen.get(address).text)
    opened = chen.get(link.replace("&amp;", "&"))
    assert "添加配置备份" in opened.text and device.name in opened.text
    assert (
        upload(
            chen, picture(), "预设.png", device=device.id, title="预设 9", kind="configuration"
        ).status_code
        == 303
    )
    assert f"{device.name} · 预设 9" in chen.get(address).text


def test_none_is_added_to_what_is_out_of_use(world):
    sheet = maintenance(world)
    Device.update(retired_at=1).where(Device.id == world.office.device.id).execute()
    assert not links_to_add(world.browser("chen").get(f"/drafts/{sheet.uuid}").text)


def test_a_contact_sheet_does_not_ask_for_it(world):
    assert not links_to_add(world.browser("chen").get(f"/drafts/{world.working_sheet().uuid}").text)
