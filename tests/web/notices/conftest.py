from dataclasses import replace

import pytest

from fieldforms import config
from fieldforms.flow.errands.errands import ERRANDS
from fieldforms.flow.jobs import jobs
from fieldforms.flow.notices import notice_ways
from fieldforms.store import clock
from fieldforms.store.models import NoticeWish
from tests import mail_servers

NOTICE_ERRANDS = {name: ERRANDS[name] for name in ("notices", "deliveries")}
MONDAY = 1_796_004_000_000  # 2026-11-30, ten o'clock in Shanghai


@pytest.fixture
def mails(world):
    """The house's mail server: what it got."""
    with mail_servers.mail_server() as kept:
        given = {"host": "127.0.0.1", "port": str(kept.port), "security": "plain", "sender": "ff@example.cn"}
        notice_ways.put_mail_server(world.actor("admin"), given, notice_ways.GivenSecrets())
        yield kept


@pytest.fixture
def robots(world):
    with mail_servers.robot_server() as kept:
        config.use(replace(config.current, local_robots=(f"http://127.0.0.1:{kept.port}",)))
        yield kept


@pytest.fixture
def wanting(world):
    """``wanting("gao", how="digest")``: this person has a confirmed address."""

    def want(login: str, **wishes) -> str:
        row = {"user": world.users[login], "how": "once", "address": f"{login}@example.cn", "confirmed_at": 1}
        kinds = "assigned to_approve returned answer soon late rating visit stock".split()
        NoticeWish.create(**row | {"kinds": kinds} | wishes)
        return f"{login}@example.cn"

    return want


@pytest.fixture
def minutes():
    """``minutes(3)``: the worker does what is due, minute by minute from MONDAY on. `at`: UTC ms."""

    def work(n: int = 1, at: int = MONDAY) -> None:
        for minute in range(n):
            with clock.pretend_now(at + minute * clock.MINUTE):
                jobs.schedule_errands(NOTICE_ERRANDS)
                while jobs.do_next(NOTICE_ERRANDS):
                    pass

    return work
