"""What has to happen though nobody asks: once an hour, beside the server, in as many servers as there are."""

import json
import logging
import threading

from fieldforms.flow.completing import deadlines
from fieldforms.flow.record import projection
from fieldforms.store.database import database

HOUR_SECONDS = 3600  # seconds
stopped = threading.Event()


def begin_thread() -> threading.Thread:
    thread = threading.Thread(target=run_hourly, name="housekeeping", daemon=True)
    thread.start()
    return thread


def run_hourly() -> None:
    while True:
        run_once()
        if stopped.wait(HOUR_SECONDS):
            return


def run_once() -> None:
    """A failure is told and tried again in an hour: it must not end the server, nor the hours after it."""
    try:
        with database.connection_context():
            deadlines.end_overdue_steps()
            projection.rebuild_after_upgrade()
    except Exception as error:  # noqa: BLE001  whatever it was
        logging.getLogger("fieldforms").error(json.dumps({"event": "housekeeping", "error": repr(error)}))
