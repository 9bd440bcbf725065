"""fieldforms: service contact sheets and maintenance reports that are filled on a phone, signed, and sealed.

    web, cli        HTTP and commands only: fetch in scope, call one verb, show
    flow            the rules: one verb = one transaction + one audit event
    paper | store   what is printed | the only room with Peewee
    forms           the form as data: definition, kinds, answers
    errors, i18n, config

Imports only point down.
"""


def create_app(settings=None):
    """The Flask application for these settings (default: the environment's). Does not migrate.

    Raises i18n.CatalogueMissing first, so that whatever else is refused can be said; then what `wiring.prepare` raises.
    """
    from fieldforms import config, i18n, wiring

    config.keep_files_private()
    i18n.load_catalogues()
    return wiring.make_application(config.use(settings or config.read()))


def prepare(settings) -> None:
    """Database, files, keys and forms for commands that serve nothing. Raises what create_app raises."""
    from fieldforms import wiring

    wiring.prepare(settings)
