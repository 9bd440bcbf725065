"""Background work, for who looks after the installation: what waits, what failed, what was done."""

from flask import Blueprint, flash, redirect, url_for

from fieldforms.errors import N_
from fieldforms.flow.errands.errands import ERRANDS
from fieldforms.flow.jobs.jobs import MANAGERS_OF_JOBS, retry_job
from fieldforms.store.jobs import jobs
from fieldforms.store.models import Job
from fieldforms.web import inputs, page
from fieldforms.web.access import actor, signed_in

blueprint = Blueprint("jobs", __name__)

MOST_JOBS_SHOWN = 100
LATEST_DONE = 20


@blueprint.get("/jobs")
@signed_in(*MANAGERS_OF_JOBS)
def index():
    return page.show(
        "jobs/jobs/index.html",
        open_jobs=[line_of_job(job) for job in jobs.jobs_not_done(MOST_JOBS_SHOWN)],
        done=[line_of_job(job) for job in jobs.jobs_done(LATEST_DONE)],
    )


@blueprint.post(f"/jobs/<int(max={inputs.MOST_ID}):id>/retry")
@signed_in(*MANAGERS_OF_JOBS)
def retry(id: int):
    retry_job(actor(), id)
    flash(page.say(N_("马上再试一次。")), "success")
    return redirect(url_for("jobs.index"), 303)


def line_of_job(job: Job) -> dict:
    """As the page shows it; a kind that this version doesn't know is a newer server's."""
    errand, (words, tone) = ERRANDS.get(job.kind), badge_of_job(job)
    label = page.say(errand.label) if errand else job.kind
    return {"job": job, "label": label, "badge": page.say(words), "tone": tone}


def badge_of_job(job: Job) -> tuple[str, str]:
    if job.given_up:
        return N_("失败"), "bad"
    if job.ended_at:
        return N_("已完成"), "done"
    if jobs.is_being_done(job):
        return N_("进行中"), "open"
    return (N_("会再试"), "wait") if job.error else (N_("等待"), "plain")
