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
    known = prints.get_print(uuid)
    if known:
        return print_of_actor(actor, uuid)
    numbers = exports.numbers_to_print(actor, filters)
    if not numbers:
        return None
    prints.forget_old_prints()
    asked = Print(uuid, actor.account.id, numbers, lang, url)
    with transaction():
        prints.add_print(asked)
        jobs.put_off(ERRAND_OF_PRINTS, {"print": uuid})
    return asked


def print_of_actor(actor: Actor, uuid: str) -> Print:
    """One's own. Raises NotFound."""
    found = find_print(actor, uuid)
    if found is None:
        raise NotFound
    return found


def find_print(actor: Actor, uuid: str) -> Print | None:
    """One's own; None where it was stopped, its hour is over, or it is somebody else's."""
    found = prints.get_print(uuid) if is_uuid(uuid) else None
    return found if found and found.user == actor.user_id else None


def stop_print(actor: Actor, uuid: str) -> None:
    """What is drawn goes. Raises NotFound for somebody else's, and for what was stopped before."""
    prints.forget_print(print_of_actor(actor, uuid).uuid)


def file_of_print(actor: Actor, uuid: str) -> bytes:
    """The finished file. Raises NotFound."""
    found = print_of_actor(actor, uuid)
    if not found.size:
        raise NotFound
    return prints.read_pdf(found.uuid)


def print_sheets(about: dict) -> None:
    """The errand. Whoever asked is disabled by now, or it was stopped: nothing is left to do."""
    asked = prints.get_print(about["print"])
    user = accounts.by_id(asked.user) if asked else None
    if asked is None or user is None or user.disabled_at:
        return
    try:
        draw_and_keep(Actor(user), asked)
    except Stopped:
        return
    except Exception:
        say_how_far(asked, failed=True)
        raise


def draw_and_keep(actor: Actor, asked: Print) -> None:
    asked = replace(asked, at=0, failed=False)  # begun anew after a failure, it has not failed
    say_how_far(asked)
    drawn = exports.DrawnSheets(actor, asked.lang, asked.url)
    for at, number in enumerate(asked.numbers, 1):
        drawn.add(number)
        say_how_far(asked, at=at)
    body = drawn.as_pdf()
    prints.keep_pdf(asked.uuid, body)
    say_how_far(asked, at=len(asked.numbers), size=len(body))
    with transaction():
        audit.record_action(actor.user_id, "records.print", drawn.ref_of_client, rows=len(drawn.sheets))


def say_how_far(asked: Print, **how_far) -> None:
    """Raises Stopped."""
    if not prints.say_how_far(replace(asked, **how_far)):
        raise Stopped
