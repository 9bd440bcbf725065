"""Prepared queries give what Peewee's own do, on both engines."""

import pytest
from peewee import JOIN, IntegrityError

from fieldforms.store import clock, scope
from fieldforms.store.models import Audit, Client, Draft, RatingMonth, User
from fieldforms.store.prepared import insert, insert_many, prepared, prepared_change, update


@prepared
def audit_of(action):
    return (
        Audit.select(Audit, User).join(User, JOIN.LEFT_OUTER).where(Audit.action == action).order_by(Audit.id)
    )


@prepared
def names(role):
    return User.select(User.name).where(User.role == role).order_by(User.id).tuples()


@prepared_change
def rename(login, name):
    return User.update(name=name).where(User.login == login)


@scope.prepared_by_viewer
def clients_of(viewer, since):
    return Client.select().where(scope.clients(viewer, Client.id), Client.contract_from >= since)


def test_the_same_query_gives_other_rows_for_other_values(world):
    assert names("dispatcher") == [("孙敏",)]
    assert len(names("technician")) == 3
    assert names("nobody") == []


def test_joined_rows_come_with_their_rows_and_json_as_it_was(world):
    insert(Audit, at=1, actor=world.users["gao"], action="a.test", detail={"why": ["测试", 1]})
    insert(Audit, at=2, actor=None, action="a.test")
    first, second = audit_of("a.test")
    assert (first.actor.login, first.detail, first.ref) == ("gao", {"why": ["测试", 1]}, "")
    assert (second.actor_id, second.detail) == (None, {})
    assert audit_of.first("a.test").id == first.id
    assert audit_of.first("none") is None


def test_an_inserted_row_has_its_id_and_the_defaults(world):
    row = insert(Client, name="新客户", short_name="新")
    assert Client.get_by_id(row.id) == row
    assert (row.reporting, row.language) == (True, "zh")


def test_what_the_database_refuses_is_refused_as_ever(world):
    insert(Client, name="新客户", short_name="新")
    with pytest.raises(IntegrityError):
        insert(Client, name="新客户", short_name="新")


def test_many_rows_are_inserted_at_once_and_none_is_none(world):
    rows = [
        {"client": None, "technician": None, "month": "2026-11", "satisfaction": s, "n": n}
        for n, s in enumerate("ab")
    ]
    insert_many(RatingMonth, rows)
    insert_many(RatingMonth, [])
    assert sorted(RatingMonth.select(RatingMonth.satisfaction, RatingMonth.n).tuples()) == [
        ("a", 0),
        ("b", 1),
    ]


def test_named_columns_are_updated_and_no_others(world):
    draft = world.working_sheet()
    update(Draft, draft.id, answers={"request": "换一个"}, completed_at=clock.now())
    update(Draft, draft.id)
    row = Draft.get_by_id(draft.id)
    assert (row.answers, row.editor) == ({"request": "换一个"}, draft.editor)
    assert row.completed_at


def test_a_change_says_how_many_rows_it_met(world):
    assert (rename("gao", "高明"), rename("nobody", "x")) == (1, 0)
    assert User.get(User.login == "gao").name == "高明"


def test_each_viewer_sees_their_own_through_one_query(world):
    def seen(login):
        return {client.short_name for client in clients_of(scope.Viewer.of(world.users[login]), "2025")}

    assert (seen("chen"), seen("zhou"), len(seen("gao")), seen("wangjing")) == (
        {"政务中心"}, {"文澜大学"}, 2, set(),
    )  # fmt: skip
