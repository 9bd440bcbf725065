"""Deputies: who names whom, from when until when, and for whom somebody stands in."""

from datetime import date, timedelta

import pytest

from fieldforms.errors import Invalid, NotAllowed, NotFound
from fieldforms.flow import local_time
from fieldforms.flow.people import deputies as verbs
from fieldforms.store.models import Audit, Deputy, User
from fieldforms.store.people import deputies


def day(after: int) -> str:
    return (date.fromisoformat(local_time.today()) + timedelta(days=after)).isoformat()


def given(world, deputy="shen", first=0, last=3) -> dict:
    return {"deputy": str(world.users[deputy].id), "from_on": day(first), "until_on": day(last)}


def represented(world, login: str, after: int) -> list[str]:
    return [user.login for user in deputies.represented_on_day(world.users[login], day(after))]


def wrong(act) -> list[str]:
    with pytest.raises(Invalid) as refused:
        act()
    return [name for name, _sentence, _values in refused.value.problems]


def test_a_supervisor_names_a_deputy_for_some_days_both_included(world):
    gao = world.users["gao"]
    row = verbs.name_deputy(world.actor("gao"), gao.id, given(world, first=1, last=2))
    assert [represented(world, "shen", after) for after in range(4)] == [[], ["gao"], ["gao"], []]
    assert represented(world, "gao", 1) == [] and verbs.state_of_deputy(Deputy.get_by_id(row.id)) == "coming"
    told = Audit.select().order_by(Audit.id.desc()).first()
    assert (told.action, told.detail) == ("deputy.name", {"user": gao.id, "deputy": world.users["shen"].id})


def test_it_can_end_early_and_ends_once(world):
    gao = world.actor("gao")
    row = verbs.name_deputy(gao, gao.user.id, given(world))
    assert represented(world, "shen", 0) == ["gao"]
    verbs.end_deputy(gao, gao.user.id, row.id)
    verbs.end_deputy(gao, gao.user.id, row.id)
    assert represented(world, "shen", 0) == [] and verbs.state_of_deputy(Deputy.get_by_id(row.id)) == "ended"
    assert [each.action for each in Audit.select()].count("deputy.end") == 1
    verbs.name_deputy(gao, gao.user.id, given(world, "wangjing"))
    assert represented(world, "wangjing", 0) == ["gao"], "the days are free again"


def test_nobody_stands_in_for_whom_they_stand_in_for(world):
    verbs.name_deputy(world.actor("gao"), world.users["gao"].id, given(world, "shen"))
    verbs.name_deputy(world.actor("shen"), world.users["shen"].id, given(world, "wangjing"))
    assert represented(world, "wangjing", 0) == ["shen"]


def test_an_administrator_names_one_for_somebody(world):
    verbs.name_deputy(world.actor("admin"), world.users["wangjing"].id, given(world, "gao"))
    assert represented(world, "gao", 0) == ["wangjing"]


def test_nobody_names_one_for_another(world):
    for login in ("shen", "chen", "sunmin"):
        with pytest.raises(NotAllowed):
            verbs.name_deputy(world.actor(login), world.users["gao"].id, given(world))


def test_who_approves_nothing_has_no_deputy(world):
    with pytest.raises(NotAllowed):
        verbs.name_deputy(world.actor("chen"), world.users["chen"].id, given(world))
    for login in ("chen", "sunmin", "admin"):
        with pytest.raises((NotFound, NotAllowed)):
            verbs.name_deputy(world.actor("admin"), world.users[login].id, given(world))


def test_a_deputy_is_somebody_else_with_an_account_in_use(world):
    gao = world.actor("gao")
    for login in ("gao", "lihua"):
        assert wrong(lambda login=login: verbs.name_deputy(gao, gao.user.id, given(world, login))) == [
            "deputy"
        ]
    for who in ("", "999", "不是"):
        assert wrong(lambda who=who: verbs.name_deputy(gao, gao.user.id, given(world) | {"deputy": who})) == [
            "deputy"
        ]


def test_days_run_forward_from_today_and_not_for_ever(world):
    gao = world.actor("gao")
    cases = {(-1, 3): "from_on", (3, 2): "until_on", (0, 180): "until_on"}
    for (first, last), name in cases.items():
        assert wrong(
            lambda f=first, u=last: verbs.name_deputy(gao, gao.user.id, given(world, first=f, last=u))
        ) == [name]
    assert wrong(lambda: verbs.name_deputy(gao, gao.user.id, {})) == ["deputy", "from_on", "until_on"]


def test_two_at_a_time_are_refused(world):
    gao = world.actor("gao")
    verbs.name_deputy(gao, gao.user.id, given(world, first=2, last=4))
    for first, last in ((0, 2), (4, 9), (3, 3), (1, 9)):
        other = given(world, "wangjing", first, last)
        assert wrong(lambda other=other: verbs.name_deputy(gao, gao.user.id, other)) == ["from_on"]
    verbs.name_deputy(gao, gao.user.id, given(world, "wangjing", 5, 9))


def test_somebody_disabled_is_represented_by_nobody(world):
    gao = world.actor("gao")
    row = verbs.name_deputy(gao, gao.user.id, given(world))
    User.update(disabled_at=1).where(User.login == "gao").execute()
    assert represented(world, "shen", 0) == []
    with pytest.raises(NotFound):
        verbs.end_deputy(world.actor("admin"), gao.user.id, row.id)


def test_anothers_deputy_is_not_ended(world):
    row = verbs.name_deputy(world.actor("gao"), world.users["gao"].id, given(world))
    with pytest.raises(NotFound):
        verbs.end_deputy(world.actor("shen"), world.users["shen"].id, row.id)
