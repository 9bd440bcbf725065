"""The page of background work: what waits, what failed and why, and one more try."""

import re

from fieldforms.flow.errands.errands import DONE_JOBS_KEPT, ERRANDS, forget_what_is_over
from fieldforms.flow.jobs import jobs
from fieldforms.flow.proof import erasures
from fieldforms.store import clock
from fieldforms.store.jobs import jobs as rows
from fieldforms.store.models import Job


def test_an_admin_sees_what_waits_what_failed_and_what_was_done(world):
    admin = world.browser("admin", phone=False)
    assert "现在没有等着做的" in admin.get("/jobs").text
    jobs.schedule_errands(ERRANDS)
    while jobs.do_next(ERRANDS):
        pass
    failed = jobs.put_off("purge_index", key="FW-202611-0001")
    rows.give_job_up(failed, "OSError store/search.py:170")
    page = admin.get("/jobs").text
    assert "结束到期的步骤" in page and "已完成" in page and "等待" in page
    assert "从检索里清掉已抹除的内容" in page and "失败" in page and "OSError store/search.py:170" in page
    assert "FW-202611-0001" not in page
    assert "End steps" in admin.get("/jobs?lang=en").text


def test_one_more_try(world):
    admin = world.browser("admin")
    job = jobs.put_off("purge_index")
    rows.give_job_up(job, "OSError")
    address, token = (
        f"/jobs/{job.id}/retry",
        re.search(r'name="csrf_token" value="([^"]+)', admin.get("/jobs").text)[1],
    )
    answer = admin.post(address, data={"csrf_token": token}, follow_redirects=True)
    assert "马上再试一次" in answer.text
    assert jobs.do_next(ERRANDS) and Job.get_by_id(job.id).ended_at
    assert admin.post(address, data={"csrf_token": token}).status_code == 404


def test_what_a_newer_server_asked_for_is_shown_by_its_name(world):
    jobs.put_off("of_next_year")
    assert "of_next_year" in world.browser("admin").get("/jobs").text


def test_what_was_done_is_forgotten_after_a_month_and_what_failed_is_not(world):
    for _n in range(2):
        jobs.put_off("purge_index")
    rows.give_job_up(Job.select().first(), "OSError")
    assert jobs.do_next(ERRANDS)
    with clock.pretend_now(clock.now() + DONE_JOBS_KEPT + clock.MINUTE):
        forget_what_is_over({})
    assert [job.given_up for job in Job.select()] == [True]


def test_an_erasure_leaves_the_index_to_the_worker_in_its_own_transaction(world):
    entry = world.signed_sheet()
    erasures.erase_answers(world.actor("admin"), entry.number, entry.seq, ["signer"], "本人要求")
    assert [job.kind for job in Job.select()] == ["purge_index"]
