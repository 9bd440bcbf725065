"""Backups, for who looks after the installation: the last good one, the last failure, what is kept, and the way back."""

from flask import Blueprint

from fieldforms import config
from fieldforms.flow.archives import keeping
from fieldforms.flow.jobs.jobs import MANAGERS_OF_JOBS
from fieldforms.web import page
from fieldforms.web.access import signed_in

blueprint = Blueprint("archives", __name__)


@blueprint.get("/backups")
@signed_in(*MANAGERS_OF_JOBS)
def index():
    tries = keeping.last_tries()
    return page.show(
        "archives/archives/index.html",
        regular=keeping.regular_archives(),
        before=keeping.archives_before_migrations(),
        warning=page.say(keeping.warning_of_archives()),
        tries=tries,
        why=page.say(tries.why[0], **tries.why[1]),
        folder=config.current.backups,
        kept=config.current.backups_kept,
        sealed=bool(config.current.backup_passphrase),
        sqlite=config.current.database.startswith("sqlite:"),
    )
