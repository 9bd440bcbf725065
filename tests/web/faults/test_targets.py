"""The pages of targets and deputies."""

from fieldforms.flow.faults import targets
from fieldforms.flow.faults.targets import AgreedTimes
from fieldforms.flow.local_time import today
from fieldforms.store.models import Deputy
from tests.people import csrf, post_opened


def text(response) -> str:
    return response.get_data(as_text=True)


def post(browser, url, **form):
    token = csrf(text(browser.get("/account")))
    return browser.post(url, data={"csrf_token": token} | form)


def test_a_supervisor_sets_targets_for_all_and_for_one_client(world):
    gao, office = world.browser("gao"), f"/clients/{world.office.client.id}"
    assert post_opened(gao, "/targets", **{"urgent.respond": "60"}).status_code == 303
    assert "所有客户：60" in text(gao.get(f"{office}/targets"))
    assert post_opened(gao, f"{office}/targets", **{"urgent.respond": "15"}).status_code == 303
    assert targets.target_of_client(world.office.client, "urgent") == AgreedTimes(15, None)
    assert ">15 分钟</td>" in text(world.browser("chen").get(office)), (
        "those who serve it know what was promised"
    )


def test_many_minutes_are_said_in_days_and_hours_too(world):
    gao = world.browser("gao")
    minutes = {
        "urgent.respond": "240",
        "urgent.restore": "2880",
        "normal.respond": "90",
        "normal.restore": "1500",
    }
    assert post_opened(gao, "/targets", **minutes).status_code == 303
    page = text(gao.get("/targets"))
    assert "= 4 小时" in page and "= 2 天" in page and "= 1 天" not in page
    assert "所有客户：2880 = 2 天" in text(gao.get(f"/clients/{world.office.client.id}/targets"))


def test_minutes_that_are_none_come_back_with_a_sentence(world):
    refused = post(world.browser("gao"), "/targets", **{"urgent.respond": "一小时"})
    assert (
        refused.status_code == 422
        and "一小时" in text(refused)
        and 'href="#f-urgent.respond"' in text(refused)
    )


def test_a_supervisor_names_a_deputy_and_ends_it(world):
    gao, page = world.browser("gao", confirmed=True), f"/people/{world.users['gao'].id}/deputies"
    assert page in text(gao.get("/account"))
    shown = text(gao.get(page))
    assert "沈立" in shown and "李华" not in shown
    given = {"deputy": world.users["shen"].id, "from_on": today(), "until_on": today()}
    assert post(gao, page, **given).status_code == 303
    row = Deputy.get()
    assert "代理中" in text(gao.get(page))
    assert "已经有代理人" in text(post(gao, page, **given))
    assert post(gao, f"{page}/{row.id}/ending").status_code == 303
    assert "提前结束" in text(gao.get(page)) and Deputy.get_by_id(row.id).ended_at


def test_an_administrator_reaches_it_from_the_persons_page(world):
    admin = world.browser("admin")
    assert f"/people/{world.users['gao'].id}/deputies" in text(admin.get(f"/people/{world.users['gao'].id}"))
    assert f"/people/{world.users['chen'].id}/deputies" not in text(
        admin.get(f"/people/{world.users['chen'].id}")
    )


def test_who_approves_nothing_is_not_offered_it(world):
    chen = world.browser("chen")
    assert "代理人" not in text(chen.get("/account"))
    assert chen.get(f"/people/{world.users['chen'].id}/deputies").status_code == 403
