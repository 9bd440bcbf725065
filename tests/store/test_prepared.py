"""Prepared queries give what Peewee's own do, on both engines."""

import itertools

import pytest
from peewee import JOIN, Case, IntegrityError, Model, fn

from fieldforms.store import clock, scope
from fieldforms.store.models import (
    Assignment,
    Audit,
    Client,
    Code,
    Deputy,
    Device,
    Draft,
    Part,
    RatingMonth,
    Room,
    User,
)
from fieldforms.store.prepared import (
    MOST_SHAPES,
    insert,
    insert_many,
    one_of,
    prepared,
    prepared_change,
    update,
)


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


# Shapes


@prepared
def enabled(role, *, of_role, order):
    people = User.select(User.login).where(User.disabled_at.is_null()).order_by(getattr(User, order))
    return (people.where(User.role == role) if of_role else people).tuples()


SHAPES = [
    {"of_role": of_role, "order": order}
    for of_role, order in itertools.product((True, False), ("id", "login"))
]


@pytest.mark.parametrize("role", ["technician", "hr", None])
def test_what_the_words_depend_on_makes_words_of_its_own(world, role):
    for shape in SHAPES:
        if role or not shape["of_role"]:
            plain = User.select(User.login).where(User.disabled_at.is_null())
            plain = plain.where(User.role == role) if shape["of_role"] else plain
            assert enabled(role, **shape) == list(plain.order_by(getattr(User, shape["order"])).tuples())


def test_words_are_written_once_for_each_shape_and_not_for_each_value(world):
    built = []

    def build(role, *, order):
        built.append(order)
        return User.select().where(User.role == role).order_by(getattr(User, order))

    query = prepared(build)
    for order, role in itertools.product(("id", "login"), ("technician", "hr", "nobody")):
        query(role, order=order)
    assert built == ["id", "login"]


def test_a_query_keeps_no_more_shapes_than_it_may(world):
    query = prepared(lambda role, *, most: User.select().where(User.role == role).limit(most))
    for most in range(MOST_SHAPES + 5):
        assert len(query("technician", most=most)) == min(most, 3)
    assert len(query.statements) <= MOST_SHAPES


@pytest.mark.parametrize("roles", [(), ("hr",), ("hr", "technician"), ("hr", "hr", "nobody")])
def test_one_of_a_list_is_as_in_however_long_it_is(world, roles):
    query = prepared(lambda roles: User.select().where(one_of(User.role, roles)).order_by(User.id))
    assert query(roles) == list(User.select().where(User.role.in_(roles)).order_by(User.id))


# Rows, as Peewee makes them itself

Owner, Other = Client.alias(), User.alias()


def labels():
    """Joined twice to one table, once by an alias; a label may be on nothing, a device in no room."""
    return (
        Code.select(Code, Device, Client, Room, Part, Owner)
        .join(Device, JOIN.LEFT_OUTER)
        .join(Client, JOIN.LEFT_OUTER)
        .switch(Device)
        .join(Room, JOIN.LEFT_OUTER)
        .switch(Code)
        .join(Part, JOIN.LEFT_OUTER)
        .join(Owner, JOIN.LEFT_OUTER, on=(Part.client == Owner.id))
        .order_by(Code.id)
    )


def two_people():
    query = Deputy.select(Deputy, User, Other).join(User, on=(Deputy.user == User.id)).switch(Deputy)
    return query.join(Other, on=(Deputy.deputy == Other.id)).order_by(Deputy.id)


def counted():
    """Columns that the query names itself, beside the row."""
    served = fn.COUNT(Assignment.id).alias("served")
    query = User.select(User, served, fn.LOWER(User.login).alias("small")).join(Assignment, JOIN.LEFT_OUTER)
    return query.group_by(User.id).order_by(User.id)


def named_beside_joined():
    stands = Case(None, [(Room.id.is_null(), "nowhere")], Room.name).alias("stands")
    query = Device.select(Device, Client, Room).join(Client).switch(Device).join(Room, JOIN.LEFT_OUTER)
    return query.select_extend(stands, Client.id.alias("whose")).order_by(Device.id)


def joined_by_text():
    """By no foreign key: what is found stands where `attr` says, what isn't nowhere."""
    on = User.login == Audit.action
    return Audit.select(Audit, User).join(User, JOIN.LEFT_OUTER, on=on, attr="person").order_by(Audit.id)


def through_a_table_in_between():
    """The row in between isn't selected, but hangs between those that are."""
    return Assignment.select(Assignment.since, Client.name).join(Client).order_by(Assignment.id)


def of_an_alias():
    return (
        Other.select(Other, Assignment).join(Assignment, on=(Assignment.user == Other.id)).order_by(Other.id)
    )


def some_columns():
    return User.select(User.name, User.confidential).order_by(User.id)


def as_dictionaries():
    return User.select(User.name, fn.LENGTH(User.login).alias("long")).order_by(User.id).dicts()


def as_named_tuples():
    return User.select(User.name, User.confidential).order_by(User.id).namedtuples()


@pytest.fixture
def labelled(world):
    """Labels on everything and on nothing, and what else the queries above look for."""
    now, client = clock.now(), world.office.client
    loose = Device.create(client=client, name="无房间", category="mixer", created_at=now)
    owned = Part.create(name="自有", kind="part", client=client, created_at=now)
    common = Part.create(name="公司的", kind="part", created_at=now)
    for number, on in enumerate(({}, {"device": loose}, {"part": owned}, {"part": common})):
        Code.create(code=f"ZZZ{number}", made_at=now, **on)
    gao, shen = world.users["gao"], world.users["shen"]
    for user, deputy in ((gao, shen), (shen, gao), (gao, gao)):
        days = {"from_on": "2026-12-01", "until_on": "2026-12-02"}
        Deputy.create(user=user, deputy=deputy, created_at=now, created_by=gao, **days)
    for action in ("gao", "none"):
        insert(Audit, at=now, actor=gao, action=action, detail={"why": ["测试"]})


BUILDS = [
    labels, two_people, counted, named_beside_joined, joined_by_text, through_a_table_in_between, of_an_alias,
    some_columns, as_dictionaries, as_named_tuples,
]  # fmt: skip


@pytest.mark.parametrize("build", BUILDS, ids=lambda build: build.__name__)
def test_rows_are_as_peewee_makes_them(labelled, build):
    query = prepared(lambda: build())
    plain = [as_it_stands(row) for row in build()]
    assert len(plain) > 1
    for _time in range(2):  # what makes the rows is found out at the first
        assert [as_it_stands(row) for row in query()] == plain


def as_it_stands(row):
    """Whatever is in a row, with the rows in it."""
    if not isinstance(row, Model):
        return type(row).__name__, row
    beside = {name: value for name, value in vars(row).items() if not name.startswith("_")}
    # where the key is empty there is none: whether that was noted makes no difference
    known = {name: each for name, each in row.__rel__.items() if each or row.__data__[name]}
    related = {name: as_it_stands(each) for name, each in known.items()}
    return (
        type(row),
        row.__data__,
        row._dirty,
        related,
        {name: as_it_stands(each) for name, each in beside.items()},
    )
