"""`fieldforms worker`, and the same beside a server: what was put off is done, and what is done by itself has its turn."""

import logging
import signal
import sys
import threading

from fieldforms import config, log_lines, prepare
from fieldforms.cli.words import _
from fieldforms.flow.errands.errands import ERRANDS
from fieldforms.flow.jobs import jobs
from fieldforms.store.archives import serving_marks
from fieldforms.store.database import database

WORKERS = 2  # so that a long job doesn't keep a short one waiting
LOOK_SECONDS = 5  # for what another server's people put off; what this one's did is told
stopped, scheduled = threading.Event(), threading.Event()


def commands(command) -> None:
    command(work, "worker", _("只做后台任务，不提供页面（serve 自己也做）"))


def work(_arguments) -> None:
    log_lines.log_to_stderr()
    settings = config.read()
    prepare(settings)
    serving_marks.hold_mark(settings.database)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # what is being done is done again by another
    log_lines.tell_event(logging.INFO, "worker start")
    try:
        for thread in begin_threads():
            thread.join()
    finally:
        log_lines.tell_event(logging.INFO, "worker stop")


def begin_threads() -> list[threading.Thread]:
    """What is done by itself is done once at each start: after an upgrade it has to be. A database that refuses that now
    keeps nobody from reading: it is tried again.
    """
    scheduled.clear()
    threads = [threading.Thread(target=work_on, name=f"worker {n}", daemon=True) for n in range(WORKERS)]
    for thread in threads:
        thread.start()
    return threads


def work_on() -> None:
    while True:
        work_off_due_jobs()
        if stopped.is_set():
            return
        if jobs.put_down.wait(LOOK_SECONDS):
            jobs.put_down.clear()


def work_off_due_jobs() -> None:
    """Until nothing is due. What the database itself refuses is told and tried again: it must not end the server."""
    try:
        with database.connection_context():
            if not scheduled.is_set():
                jobs.schedule_errands(ERRANDS)
                scheduled.set()
            while jobs.do_next(ERRANDS):
                if stopped.is_set():
                    return
    except Exception as error:  # noqa: BLE001  whatever it was
        log_lines.tell_event(logging.ERROR, "worker", error=type(error).__name__)
