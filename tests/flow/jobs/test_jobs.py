"""A job is done once if nothing happens, at least once whatever happens, and never by two at a time."""

import threading
from functools import partial

import pytest

from fieldforms.errors import Busy, NotAllowed, NotFound
from fieldforms.flow.jobs import jobs
from fieldforms.flow.jobs.jobs import Errand
from fieldforms.store import clock, database
from fieldforms.store.jobs import jobs as rows
from fieldforms.store.models import Audit, Job
from tests.shared import at_once


@pytest.fixture
def done() -> list:
    return []


@pytest.fixture
def errands(done):
    return {
        "note": Errand("记一笔", lambda about: done.append(about)),
        "hourly": Errand("每小时", lambda about: done.append("hourly"), clock.HOUR),
    }


def failing(_about):
    raise ValueError("张三的电话")


BROKEN = {"note": Errand("记一笔", failing), "hourly": Errand("每小时", failing, clock.HOUR)}


def work_off(errands) -> int:
    """How many were done."""
    count = 0
    while jobs.do_next(errands):
        count += 1
    return count


def test_what_was_put_off_is_done_once(world, errands, done):
    jobs.put_off("note", {"number": "FW-202611-0001"})
    assert work_off(errands) == 1 and work_off(errands) == 0
    assert done == [{"number": "FW-202611-0001"}]
    job = Job.get()
    assert job.ended_at and not job.given_up and job.error == ""


def test_what_was_not_committed_is_never_done(world, errands, done):
    with pytest.raises(NotFound), database.transaction():
        jobs.put_off("note")
        raise NotFound
    assert work_off(errands) == 0 and done == []


def test_it_waits_for_its_time(world, errands, done):
    jobs.put_off("note", at=clock.now() + clock.HOUR)
    assert work_off(errands) == 0
    with clock.pretend_now(clock.now() + clock.HOUR):
        assert work_off(errands) == 1


def test_who_waits_longest_is_first(world, errands, done):
    now = clock.now()
    for n in (3, 1, 2):
        jobs.put_off("note", {"n": n}, at=now - clock.HOUR + n)
    work_off(errands)
    assert [about["n"] for about in done] == [1, 2, 3]


def test_of_one_key_one_waits(world, errands, done):
    first = jobs.put_off("note", {"n": 1}, key="a")
    assert jobs.put_off("note", {"n": 2}, key="a") == first
    assert jobs.put_off("note", {"n": 3}, key="b") != first
    assert work_off(errands) == 2
    jobs.put_off("note", {"n": 4}, key="a")  # the first is over
    assert work_off(errands) == 1


def test_what_is_asked_for_while_the_same_is_being_done_is_done_once_more(world, done):
    """It may come too late for the one that somebody is at."""

    def asks_again(about):
        done.append(about["n"])
        if about["n"] == 1:
            jobs.put_off("note", {"n": 2}, key="a")

    jobs.put_off("note", {"n": 1}, key="a")
    assert work_off({"note": Errand("记一笔", asks_again)}) == 2
    assert done == [1, 2]


def test_what_is_done_by_itself_waits_once_though_a_server_starts_while_it_is_done(world):
    errands = {"hourly": Errand("每小时", lambda about: jobs.schedule_errands(errands), clock.HOUR)}
    jobs.schedule_errands(errands)
    assert jobs.do_next(errands)
    assert Job.select().where(Job.ended_at.is_null()).count() == 1


def test_of_one_key_one_waits_whoever_asks_at_once(world, errands):
    results = at_once(*[partial(jobs.put_off, "note", key="a")] * 8)
    assert len({job.id for job in results}) == 1


def test_two_workers_never_do_the_same(world, done):
    """The second passes by while the first is at it."""
    inside, go_on = threading.Event(), threading.Event()

    def slow(about):
        done.append(about["n"])
        inside.set()
        assert go_on.wait(30)

    errands = {"note": Errand("慢", slow)}
    jobs.put_off("note", {"n": 1})
    worker = threading.Thread(target=lambda: during_connection(partial(jobs.do_next, errands)))
    worker.start()
    assert inside.wait(30)
    assert work_off(errands) == 0
    go_on.set()
    worker.join()
    assert done == [1] and Job.get().ended_at


def during_connection(work):
    with database.database.connection_context():
        work()


def test_a_job_whose_worker_was_killed_is_done_by_another_under_the_same_id(world, errands, done):
    job = jobs.put_off("note", {"n": 1})
    with database.transaction():
        assert rows.lease_due_job(errands, clock.now() + jobs.LEASE) == job  # and is killed
    assert work_off(errands) == 0
    with clock.pretend_now(clock.now() + jobs.LEASE + 1):
        assert work_off(errands) == 1
    assert (Job.get().id, Job.get().tries) == (job.id, 2)


def test_who_comes_back_after_the_lease_ran_out_does_not_end_what_another_has_taken(world, errands):
    jobs.put_off("note")
    with database.transaction():
        late = rows.lease_due_job(errands, clock.now() - 1)
    with database.transaction():
        assert rows.lease_due_job(errands, clock.now() + jobs.LEASE).id == late.id
    jobs.finish_job(late, errands["note"])
    jobs.note_failure(late, errands["note"], ValueError("zu spät").with_traceback(a_traceback()))
    assert Job.get().ended_at is None and Job.get().error == ""


def a_traceback():
    try:
        raise ValueError
    except ValueError as error:
        return error.__traceback__


def test_a_lease_goes_on_while_the_work_does(world, monkeypatch):
    monkeypatch.setattr(jobs, "RENEW_SECONDS", 0.01)
    until = []

    def slow(_about):
        first = Job.get().leased_until
        while (now := Job.get().leased_until) == first:
            pass
        until.append(now > first)

    jobs.put_off("note")
    assert work_off({"note": Errand("慢", slow)}) == 1
    assert until == [True]


def test_what_fails_is_tried_again_after_pauses_that_grow_and_given_up_at_last(world, errands, done):
    jobs.put_off("note")
    now = clock.now()
    for pause in (0, *jobs.PAUSES):
        now += pause
        with clock.pretend_now(now):
            assert work_off(BROKEN) == 1 and work_off(BROKEN) == 0
    job = Job.get()
    assert (job.given_up, job.tries) == (True, jobs.MOST_TRIES)
    assert job.error.startswith("ValueError") and "张三" not in job.error
    with clock.pretend_now(now + clock.DAY_MS):
        assert work_off(errands) == 0


def test_what_failed_once_is_done_later(world, errands, done):
    jobs.put_off("note", {"n": 1})
    assert work_off(BROKEN) == 1
    with clock.pretend_now(clock.now() + jobs.PAUSES[0]):
        assert work_off(errands) == 1
    assert done == [{"n": 1}] and Job.get().error == ""


def test_what_is_done_by_itself_comes_again_and_is_never_given_up(world, errands, done):
    jobs.schedule_errands(errands)
    jobs.schedule_errands(errands)  # another server starts
    assert work_off(errands) == 1 and work_off(errands) == 0
    now = clock.now() + clock.HOUR
    for _try in range(jobs.MOST_TRIES + 2):
        with clock.pretend_now(now):
            assert work_off(BROKEN) == 1
        now += clock.HOUR
    with clock.pretend_now(now):
        assert work_off(errands) == 1
    assert Job.select().where(Job.ended_at.is_null()).count() == 1


def test_a_start_brings_forward_what_would_come_later(world, errands, done):
    jobs.schedule_errands(errands)
    work_off(errands)
    jobs.schedule_errands(errands)
    assert work_off(errands) == 1


def test_a_kind_that_only_newer_servers_know_is_left_to_them(world, errands):
    jobs.put_off("of next year")
    assert work_off(errands) == 0 and Job.get().tries == 0


def test_a_job_that_kills_whoever_does_it_is_given_up(world, errands, done):
    jobs.put_off("note")
    now = clock.now()
    for _ in range(jobs.MOST_TRIES):
        with clock.pretend_now(now), database.transaction():
            assert rows.lease_due_job(errands, now + jobs.LEASE)  # and is killed
        now += jobs.LEASE + 1
    with clock.pretend_now(now):
        assert work_off(errands) == 1
    assert (Job.get().given_up, Job.get().error, done) == (True, jobs.KILLED, [])


def test_a_lease_goes_on_though_the_database_was_busy_once(world, monkeypatch, caplog):
    monkeypatch.setattr(jobs, "RENEW_SECONDS", 0.01)
    extend, refused = rows.extend_lease, []

    def busy_once(job, until):
        if not refused:
            refused.append(1)
            raise Busy
        extend(job, until)

    monkeypatch.setattr(rows, "extend_lease", busy_once)

    def slow(_about):
        first = Job.get().leased_until
        while Job.get().leased_until == first:
            pass

    jobs.put_off("note")
    assert work_off({"note": Errand("慢", slow)}) == 1
    assert "Busy" in caplog.text and Job.get().ended_at


def test_who_asks_again_need_not_wait_for_the_pause_after_a_failure(world, errands, done):
    jobs.put_off("note", {"n": 1}, key="a")
    work_off(BROKEN)
    assert work_off(errands) == 0
    jobs.put_off("note", {"n": 2}, key="a")
    assert work_off(errands) == 1 and done == [{"n": 1}]


def test_one_more_try_of_what_waits_anyhow_is_that_one(world, errands, done):
    failed = jobs.put_off("note", {"n": 1}, key="a")
    rows.give_job_up(failed, "ValueError")
    jobs.put_off("note", {"n": 2}, key="a", at=clock.now() + clock.HOUR)
    jobs.retry_job(world.actor("admin"), failed.id)
    assert work_off(errands) == 1 and done == [{"n": 2}]


def test_an_admin_has_it_tried_once_more(world, errands, done):
    job = jobs.put_off("note", {"n": 1})
    rows.give_job_up(job, "ValueError x.py:1")
    with pytest.raises(NotAllowed):
        jobs.retry_job(world.actor("gao"), job.id)
    jobs.retry_job(world.actor("admin"), job.id)
    assert work_off(errands) == 1 and done == [{"n": 1}]
    assert Audit.get(Audit.action == "job.retry").ref == str(job.id)
    with pytest.raises(NotFound):
        jobs.retry_job(world.actor("admin"), job.id)
