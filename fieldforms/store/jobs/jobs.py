"""Jobs as rows: put down in the transaction of what asks for them, leased by one worker at a time."""

from collections.abc import Iterable

from fieldforms.store import clock
from fieldforms.store.database import dialect_of, one_at_a_time, select_for_update
from fieldforms.store.models import Job
from fieldforms.store.prepared import insert, one_of, prepared, prepared_change, update


def add_job(kind: str, about: dict, key: str, run_at: int) -> Job:
    """The new row; or, where one of the same kind and key waits already, that one. Inside a transaction."""
    if key:
        one_at_a_time([f"job:{kind}:{key}"])
    now = clock.now()
    standing = waiting_with_key.first(kind, key, now) if key else None
    return standing or insert(Job, kind=kind, about=about, key=key, run_at=run_at, created_at=now)


@prepared
def waiting_with_key(kind, key, now):
    """Not one that somebody is at: what is asked for meanwhile may come too late for it."""
    return Job.select().where(Job.ended_at.is_null(), is_free(now), Job.kind == kind, Job.key == key).limit(1)


def is_free(now):
    return Job.leased_until.is_null() | (Job.leased_until < now)


def bring_forward(job: Job, run_at: int) -> None:
    """Unless it is due earlier."""
    if job.run_at > run_at:
        update(Job, job.id, run_at=run_at)
        job.run_at = run_at


def is_being_done(job: Job) -> bool:
    """Is a worker at it, as far as one can know?"""
    return job.leased_until is not None and job.leased_until >= clock.now()


def lease_due_job(kinds: Iterable[str], until: int) -> Job | None:
    """The job of one of these kinds that is due longest, taken until then (UTC ms). Inside a transaction: nobody else gets
    it before."""
    now = clock.now()
    job = due_jobs_locked.first(tuple(kinds), now)
    if job is None:
        return None
    update(Job, job.id, leased_until=until, tries=job.tries + 1)
    job.leased_until, job.tries = until, job.tries + 1
    return job


@prepared
def due_jobs(kinds, now):
    """The one that is due longest, and nobody is at."""
    query = Job.select().where(
        Job.ended_at.is_null(), Job.run_at <= now, is_free(now), one_of(Job.kind, kinds)
    )
    return query.order_by(Job.run_at, Job.id).limit(1)


@prepared
def due_jobs_locked(kinds, now):
    """What somebody else is just taking is passed over."""
    query = due_jobs.build(kinds, now)
    return query if dialect_of() == "sqlite" else query.for_update("FOR UPDATE SKIP LOCKED")


def extend_lease(job: Job, until: int) -> None:
    """For as long as its work goes on."""
    lease_until(job.id, job.tries, until)


@prepared_change
def lease_until(id, tries, until):
    return Job.update(leased_until=until).where(Job.id == id, Job.tries == tries, Job.ended_at.is_null())


def is_still_mine(job: Job) -> bool:
    """Has nobody else taken it since, because its lease had run out? Inside a transaction: nobody does now."""
    return bool(tried_so_often(job.id, job.tries))


@prepared
def tried_so_often(id, tries):
    return select_for_update(Job.select().where(Job.id == id, Job.tries == tries, Job.ended_at.is_null()))


def end_job(job: Job) -> None:
    update(Job, job.id, ended_at=clock.now(), leased_until=None, error="")


def drop_job(job: Job) -> None:
    """Done, and not worth a line."""
    Job.delete().where(Job.id == job.id).execute()


def put_job_back(job: Job, run_at: int, error: str) -> None:
    update(Job, job.id, run_at=run_at, leased_until=None, error=error)


def give_job_up(job: Job, error: str) -> None:
    update(Job, job.id, ended_at=clock.now(), leased_until=None, error=error, given_up=True)


def revive_job(job: Job) -> None:
    """To be tried from the beginning, now; where one of its kind and key waits, that one is."""
    now = clock.now()
    standing = waiting_with_key.first(job.kind, job.key, now) if job.key else None
    if standing:
        bring_forward(standing, now)
        update(Job, job.id, given_up=False)
    else:
        update(Job, job.id, ended_at=None, given_up=False, tries=0, run_at=now)


def job_given_up(id: int) -> Job | None:
    return Job.get_or_none(Job.id == id, Job.given_up == True)


@prepared
def jobs_not_done(limit):
    """What waits, and what was given up, soonest first."""
    open_ones = Job.ended_at.is_null() | (Job.given_up == True)
    return Job.select().where(open_ones).order_by(Job.given_up.desc(), Job.run_at, Job.id).limit(limit)


@prepared
def jobs_done(limit):
    """Newest first."""
    query = Job.select().where(Job.ended_at.is_null(False), Job.given_up == False)
    return query.order_by(Job.ended_at.desc(), Job.id.desc()).limit(limit)


def forget_jobs_done_before(at: int) -> None:
    Job.delete().where(Job.ended_at < at, Job.given_up == False).execute()
