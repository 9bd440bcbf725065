"""Filters under a name: kept, used by colleagues at the desk, and never telling anybody of a client they don't serve."""

import pytest

from fieldforms.flow.people.saved_views import MOST_VIEWS
from fieldforms.store import clock
from fieldforms.store.models import SavedView, User
from tests.web.sheets.hands import post, text

CHRISTMAS, MARCH = 1_798_156_800_000, 1_804_636_800_000  # 2026-12-25 and 2027-03-10, UTC ms


def save(browser, address: str, name: str, **more):
    return post(browser, f"/views{address}", name=name, **more)


def chips(page) -> list[str]:
    """The words of the kept views on a list's page."""
    body = text(page)
    if 'aria-label="常用筛选"' not in body:
        return []
    items = body.split('aria-label="常用筛选"')[1].split("</ul>")[0].split("<li>")[1:]
    words = [item.split(">", 1)[1].split("<")[0].strip() for item in items]
    return [each for each in words if each not in ("存为常用筛选", "改常用筛选")]


def test_what_a_list_is_narrowed_to_comes_back_by_its_name(world):
    gao = world.browser("gao")
    list_of_it = f"/records?client={world.office.client.id}&state=open"
    assert "存为常用筛选" in text(gao.get(list_of_it)) and "存为常用筛选" not in text(gao.get("/records"))
    asked = text(gao.get(f"/views{list_of_it}"))
    assert world.office.client.short_name in asked and "同事也能用" in asked
    answer = save(gao, list_of_it, "政务中心未完")
    assert (answer.status_code, answer.location) == (303, list_of_it)
    page = text(gao.get("/records"))
    assert chips(gao.get("/records")) == ["政务中心未完"]
    assert f"client={world.office.client.id}&amp;state=open" in page
    assert 'class="chip on" href="/records">政务中心未完' in text(gao.get(list_of_it))


def test_saved_again_under_its_name_it_is_replaced_and_a_double_tap_is_one(world):
    gao = world.browser("gao")
    for address in ("/records?state=open", "/records?state=closed", "/records?state=closed"):
        save(gao, address, "　我的 筛选 ")
    assert [(row.name, row.query) for row in SavedView.select()] == [("我的 筛选", "state=closed")]


def test_this_month_stays_this_month(world):
    with clock.pretend_now(CHRISTMAS):
        gao = world.browser("gao")
        save(gao, "/records?from=2026-12-01&to=2026-12-31", "本月的")
        save(gao, "/records?from=2026-12-02&to=2026-12-31", "那几天")
    with clock.pretend_now(MARCH):
        page = text(world.browser("gao").get("/records"))
    assert "from=2027-03-01&amp;to=2027-03-31" in page and "from=2026-12-02&amp;to=2026-12-31" in page


def test_colleagues_at_the_desk_use_what_is_shared_and_see_whose_it_is(world):
    gao, sun = world.browser("gao"), world.browser("sunmin")
    save(gao, "/records?state=open", "大家的", shared="1")
    save(gao, "/records?state=closed", "自己的")
    assert chips(gao.get("/records")) == ["大家的", "自己的"]
    assert chips(sun.get("/records")) == [f"大家的 · {world.users['gao'].name}"]
    assert chips(sun.get("/devices")) == []
    assert "大家的" not in text(sun.get("/views"))
    User.update(disabled_at=1).where(User.login == "gao").execute()
    assert chips(sun.get("/records")) == []


def test_a_technician_neither_shares_nor_reads_what_others_named(world):
    """A name may tell of a client that somebody does not serve."""
    save(world.browser("gao"), f"/records?client={world.university.client.id}", "江大投诉", shared="1")
    chen = world.browser("chen")
    assert "江大投诉" not in text(chen.get("/records"))
    assert "同事也能用" not in text(chen.get("/views/records?state=open"))
    save(chen, "/records?state=open", "我的", shared="1")
    assert SavedView.get(SavedView.name == "我的").shared is False
    assert chips(chen.get("/records")) == ["我的"]
    assert save(chen, f"/records?client={world.university.client.id}", "别的客户").status_code == 404


def test_a_filter_that_a_reader_lacks_is_not_offered_to_them(world):
    """Without it the list would show something else under that name."""
    save(world.browser("gao"), "/records?satisfaction=dissatisfied", "不满意的", shared="1")
    assert chips(world.browser("sunmin").get("/records")) == []


@pytest.mark.parametrize(
    ("address", "name", "said"),
    [
        ("/records?state=open", " ", "请填写“名称”"),
        ("/records?state=open", "长" * 31, "最多 30"),
        ("/records", "全部", "还没有筛选条件"),
        ("/records?state=nonsense", "全部", "还没有筛选条件"),
    ],
)
def test_what_cannot_be_kept_is_said_and_stays_as_it_was_typed(world, address, name, said):
    answer = save(world.browser("gao"), address, name)
    assert answer.status_code == 422 and said in text(answer)
    assert not name.strip() or f'value="{name}"' in text(answer)
    assert not SavedView.select().exists()


def test_there_is_an_end_to_how_many(world):
    gao = world.browser("gao")
    rows = [
        {
            "owner": world.users["gao"],
            "page": "records.index",
            "name": f"{n}",
            "query": "state=open",
            "saved_at": 0,
        }
        for n in range(MOST_VIEWS)
    ]
    SavedView.insert_many(rows).execute()
    assert "最多存 30 个" in text(save(gao, "/records?state=open", "又一个"))
    assert save(gao, "/records?state=closed", "7").status_code == 303


def test_what_is_no_longer_used_is_dropped_by_its_owner_alone(world):
    gao = world.browser("gao")
    save(gao, f"/devices?client={world.office.client.id}", "政务中心的设备", shared="1")
    view = SavedView.get()
    page = text(gao.get("/views"))
    assert "政务中心的设备" in page and f"/devices?client={world.office.client.id}" in page
    assert post(world.browser("sunmin"), f"/views/{view.id}/removal").status_code == 404
    assert post(gao, f"/views/{view.id}/removal").location == "/views"
    assert post(gao, f"/views/{view.id}/removal").status_code == 404
    assert "还没有常用筛选" in text(gao.get("/views"))
