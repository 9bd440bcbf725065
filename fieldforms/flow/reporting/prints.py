"""Many sheets as one file to print: drawn beside the serving, told how far it is, and stopped when somebody says so."""

from dataclasses import replace

from fieldforms.errors import NotFound
from fieldforms.flow.filling.drafts import is_uuid
from fieldforms.flow.jobs import jobs
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.reporting import exports
from fieldforms.store import audit
from fieldforms.store.database import transaction
from fieldforms.store.people import accounts
from fieldforms.store.record import lists
from fieldforms.store.reporting import prints
from fieldforms.store.reporting.prints import Print

ERRAND_OF_PRINTS = "print"
FEW = 20  # sheets that are printed while one waits, in a second or so


class Stopped(Exception):
    """Nobody waits for it any more."""


def begin_print(actor: Actor, filters: lists.RecordFilters, uuid: str, lang: str, url: str) -> Print | None:
    """The newest of the listed sheets are put off to be printed; None when there are none. Sent twice, begun once."""
    known = prints.get(uuid)
    if known:
        return print_of_actor(actor, uuid)
    numbers = exports.numbers_to_print(actor, filters)
    if not numbers:
        return None
    prints.forget_old()
    asked = Print(uuid, actor.account.id, numbers, lang, url)
    with transaction():
        prints.begin(asked)
        jobs.put_off(ERRAND_OF_PRINTS, {"print": uuid})
    return asked


def print_of_actor(actor: Actor, uuid: str) -> Print:
    """One's own. Raises NotFound."""
    found = prints.get(uuid) if is_uuid(uuid) else None
    if found is None or found.user != actor.user_id:
        raise NotFound
    return found


def stop_print(actor: Actor, uuid: str) -> None:
    """What is drawn goes. Raises NotFound for somebody else's, and for what was stopped before."""
    prints.forget(print_of_actor(actor, uuid).uuid)


def file_of_print(actor: Actor, uuid: str) -> bytes:
    """The finished file. Raises NotFound."""
    found = print_of_actor(actor, uuid)
    if not found.size:
        raise NotFound
    return prints.read(found.uuid)


def print_sheets(about: dict) -> None:
    """The errand. Whoever asked is disabled by now, or it was stopped: nothing is left to do."""
    asked = prints.get(about["print"])
    user = accounts.by_id(asked.user) if asked else None
    if asked is None or user is None or user.disabled_at:
        return
    try:
        draw_and_keep(Actor(user), asked)
    except Stopped:
        prints.forget(asked.uuid)
    except Exception:
        say_how_far(asked, failed=True)
        raise


def draw_and_keep(actor: Actor, asked: Print) -> None:
    drawn = exports.DrawnSheets(actor, asked.lang, asked.url)
    for at, number in enumerate(asked.numbers, 1):
        drawn.add(number)
        say_how_far(asked, at=at)
    body = drawn.as_pdf()
    prints.keep(asked.uuid, body)
    say_how_far(asked, at=len(asked.numbers), size=len(body))
    with transaction():
        audit.record_action(actor.user_id, "records.print", rows=len(drawn.sheets))


def say_how_far(asked: Print, **how_far) -> None:
    """Raises Stopped."""
    if not prints.say(replace(asked, **how_far)):
        raise Stopped
