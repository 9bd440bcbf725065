"""A job is a row of the transaction that asks for it: what was not committed is never done, and what was is done at least
once, under the same id, whoever is killed meanwhile. Which kinds there are stands in flow/errands/errands.py.
"""

import logging
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from fieldforms import log_lines
from fieldforms.errors import NotFound
from fieldforms.flow.people.actors import Actor
from fieldforms.store import audit, clock
from fieldforms.store.database import database, transaction
from fieldforms.store.jobs import jobs
from fieldforms.store.models import Job

LEASE = 2 * clock.MINUTE  # ms; a worker that was killed keeps its job from the others for so long
RENEW_SECONDS = 30
PAUSES = tuple(n * clock.MINUTE for n in (1, 5, 30, 120, 720))  # ms, before each further try
MOST_TRIES = len(PAUSES) + 1
MANAGERS_OF_JOBS = ("admin",)
KILLED = "killed"

put_down = (
    threading.Event()
)  # in this process something was put off: workers need not wait for their next look


@dataclass(frozen=True)
class Errand:
    """A kind of job. `label`: what admins read; `do`: its work, told what the job is about; `every`: ms after which it is
    done again by itself, None for what is asked for. Work may be done twice: doing it again must be harmless. `kept`: is it
    listed when it is done? What comes every minute would leave nothing else to be seen.
    """

    label: str
    do: Callable[[dict], object]
    every: int | None = None
    kept: bool = True


def put_off(kind: str, about: dict | None = None, key: str = "", at: int | None = None) -> Job:
    """To be done by a worker, not before `at` (UTC ms), by default at once. Joins the caller's transaction.

    `about`: small, JSON. `key`: while one of the same kind and key waits, it is that one, at the earlier of both times.
    """
    due = clock.now() if at is None else at
    with transaction():
        job = jobs.add_job(kind, about or {}, key, due)
        jobs.bring_forward(job, due)
        database.after_commit(put_down.set)
        return job


def schedule_errands(errands: Mapping[str, Errand]) -> None:
    """What is done by itself has its turn now, and from then on again and again. Call at a start."""
    with transaction():
        for kind, errand in errands.items():
            if errand.every is not None:
                put_off(kind, key=kind)


def do_next(errands: Mapping[str, Errand]) -> bool:
    """Take the job that is due longest and do it. False when there is none."""
    if not jobs.due_jobs(tuple(errands), clock.now()):
        return False  # nobody has to wait for a look
    with transaction():
        job = jobs.lease_due_job(errands, clock.now() + LEASE)
    if job is None:
        return False
    errand = errands[job.kind]
    if errand.every is None and job.tries > MOST_TRIES:  # it killed whoever tried
        with transaction():
            jobs.give_job_up(job, job.error or KILLED)
        return True
    try:
        with renewed_lease(job):
            errand.do(job.about)
    except Exception as error:  # noqa: BLE001  whatever it was, the next job has its turn
        note_failure(job, errand, error)
    else:
        finish_job(job, errand)
    return True


def finish_job(job: Job, errand: Errand) -> None:
    with transaction():
        if jobs.is_still_mine(job):
            (jobs.end_job if errand.kept else jobs.drop_job)(job)
            if errand.every is not None:
                put_off(job.kind, job.about, job.key, clock.now() + errand.every)


def note_failure(job: Job, errand: Errand, error: Exception) -> None:
    """Tried again after a pause that grows; what is done by itself is never given up."""
    said = tell_error("job", job.kind, error)
    pause = PAUSES[min(job.tries, len(PAUSES)) - 1]
    with transaction():
        if not jobs.is_still_mine(job):
            return
        if errand.every is not None:
            jobs.put_job_back(job, clock.now() + min(pause, errand.every), said)
        elif job.tries < MOST_TRIES:
            jobs.put_job_back(job, clock.now() + pause, said)
        else:
            jobs.give_job_up(job, said)


def tell_error(event: str, kind: str, error: Exception) -> str:
    """One line of the log; what it says of the error."""
    said = place_of_error(error)
    log_lines.tell_event(logging.ERROR, event, kind=kind, error=said)
    return said


def place_of_error(error: Exception) -> str:
    """Its class and where it happened: no values, which may be anybody's."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} {last.filename.rpartition('/fieldforms/')[2]}:{last.lineno}"


@contextmanager
def renewed_lease(job: Job) -> Iterator[None]:
    """While the work goes on, its lease does, too."""
    done = threading.Event()

    def renew() -> None:
        while not done.wait(RENEW_SECONDS):
            try:
                with database.connection_context(), transaction():
                    jobs.extend_lease(job, clock.now() + LEASE)
            except Exception as error:  # noqa: BLE001  busy now: the lease leaves time for three more tries
                tell_error("lease", job.kind, error)

    thread = threading.Thread(target=renew, name=f"lease of job {job.id}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def retry_job(actor: Actor, id: int) -> None:
    """What was given up is tried from the beginning. Raises NotAllowed, NotFound."""
    actor.needs(*MANAGERS_OF_JOBS)
    with transaction():
        job = jobs.job_given_up(id)
        if job is None:
            raise NotFound
        jobs.revive_job(job)
        database.after_commit(put_down.set)
        audit.record_action(actor.user_id, "job.retry", str(job.id), kind=job.kind)
