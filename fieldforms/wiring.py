"""Puts the parts together: database, files, keys, forms, web."""

from fieldforms import config, i18n
from fieldforms.config import Settings
from fieldforms.flow.archives import migrating, restoring
from fieldforms.flow.library import form_files
from fieldforms.flow.papers.paper_library import check_papers, paper_templates
from fieldforms.flow.papers.room_papers import ROOM_PAPERS
from fieldforms.flow.record import projection
from fieldforms.flow.seals import heads, part_keys, signing_keys
from fieldforms.flow.stages import stage_files
from fieldforms.store import database, integrity
from fieldforms.store.archives import serving_marks
from fieldforms.store.files import files


def prepare(settings: Settings, publish=form_files.publish_first) -> None:
    """Connect, migrate, and make ready what every start needs. Raises BadSetting, Damaged, KeyMissing, BadKeyFile, BadPartKey,
    NewerSchema, NoArchiveBeforeMigration, UnendorsedKey, SealedIsMissing, RestoreUnfinished, i18n.CatalogueMissing.

    What the forms say is decided where they are served: an administrator's shell may not know FIELDFORMS_FORMS, and
    would retire the organisation's own. A command publishes only where nothing was published yet.
    """
    config.use(settings)
    config.close_folder(settings.instance)
    i18n.load_catalogues()
    restoring.refuse_unfinished()
    integrity.check_remains(settings.database, settings.instance / "keys")
    database.connect(settings.database)
    integrity.check_database()
    files.use_folder(settings.instance / "files")
    migrating.make_archive_before_migrations()
    with (
        database.migration_lock()
    ):  # of servers that start together the first makes key and forms, the others find them
        database.migrate()
        signing_keys.ensure_signing_key()
        part_keys.ensure_part_key()
        heads.check_heads()
        publish()
        projection.adopt_empty()
        trusted = signing_keys.public()
    signing_keys.write_down(trusted)


def make_application(settings: Settings):
    """What is served to people. Raises BadPapers, BadStages, Busy while a restore is at it, and what `prepare` raises."""
    from fieldforms.web import make_application as web

    settings.need_company()
    check_papers()
    stage_files.check_stages([*paper_templates(), *ROOM_PAPERS])
    prepare(settings, form_files.publish_all)
    serving_marks.hold_mark(settings.database)
    return web(settings)
