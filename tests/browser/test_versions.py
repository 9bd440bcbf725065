"""Two people change one thing: on a phone the second sees what stands now, keeps what was typed, and saves with a tap."""

import re

import pytest
from playwright.sync_api import expect

from fieldforms.store.models import Client

WORDS = {
    "zh": ("有人改过这里", "按我填的保存", "没有改", "您填的"),
    "en": ("Somebody changed this", "Save what I typed", "Not changed", "You typed"),
}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_on_a_phone_the_second_to_save_sees_both_and_loses_nothing(site, world, lang):
    Client.update(phone="0571-5555 0111", address="钱江路 1 号", working_hours="").execute()
    form = f"/clients/{world.office.client.id}/edit"
    hers, his = site.open("sunmin", lang=lang), site.open("gao", lang=lang)
    for tab in (hers, his):
        tab.goto(form)
    hers.fill("#f-phone", "0571-5555 9999")
    hers.fill(
        "#f-working_hours",
        "周一到周五 8:30–17:30\n重要会议时提前一小时到场，会后半小时离场，节假日由值班人员负责",
    )
    his.fill("#f-address", "解放东路 18 号市民中心 C 座 3 楼弱电机房旁")
    his.fill("#f-working_hours", "全天")
    hers.locator("form.stack button.main").click()
    expect(hers).to_have_url(re.compile(r"/clients/\d+$"))
    his.locator("form.stack button.main").last.click()

    heading, save, alone, typed = WORDS[lang]
    box = his.locator(".conflict")
    expect(box).to_be_focused()
    expect(box).to_contain_text(heading)
    expect(box).to_contain_text("0571-5555 9999")
    expect(box).to_contain_text("孙敏")
    expect(box).to_contain_text(alone)
    expect(box.locator(f'td[data-label="{typed}"]')).to_have_count(2)
    assert his.evaluate("document.documentElement.scrollWidth") <= 360
    tall = box.get_by_role("button", name=save).bounding_box()
    assert tall["height"] >= 44
    expect(his.locator("#f-address")).to_have_value("解放东路 18 号市民中心 C 座 3 楼弱电机房旁")
    expect(his.locator("#f-phone")).to_have_value("0571-5555 9999")
    box.get_by_role("button", name=save).click()
    expect(his).to_have_url(re.compile(r"/clients/\d+$"))
    row = Client.get_by_id(world.office.client.id)
    assert (row.phone, row.working_hours) == ("0571-5555 9999", "全天")
    assert row.address.startswith("解放东路")
