"""What a form does not keep for ever (`keep` in its TOML): so many months after a sheet was closed the named values are erased, as
on a person's request. Entries, number and seals stay.

The rule of the version in use counts, for sheets of all versions: how long something is kept is decided today.
"""

import hashlib
import json

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.flow import local_time
from fieldforms.flow.calendar.due_days import months_later
from fieldforms.flow.people.actors import ITSELF
from fieldforms.flow.proof.erasures import erase_values, values_to_erase
from fieldforms.flow.seals import entry_seals
from fieldforms.forms.definition import PERSONAL_FACTS
from fieldforms.store import clock
from fieldforms.store.database import transaction
from fieldforms.store.library import definitions
from fieldforms.store.models import Record
from fieldforms.store.record import records, retentions

AT_ONCE = 200  # records of a form in one go: the errand comes again within the hour
REASON = N_(
    "保存期（%(months)s 个月）已满"
)  # sealed in Chinese, like the sentence of a step that ended by silence


def erase_outlived() -> list[str]:
    """The numbers of the records in which something was erased."""
    erased = []
    for version in definitions.in_use():
        definition = definitions.read_definition(version)
        if definition.keep:
            erased += erase_outlived_of_form(definition.key, definition.keep)
    return erased


def erase_outlived_of_form(key: str, keep: dict) -> list[str]:
    before = local_time.start_of(months_later(local_time.date_today(), -keep["months"]).isoformat())
    rule = digest_of_rule(keep)
    rows = retentions.records_outlived(key, before, rule, AT_ONCE)
    return [row.number for row in rows if erase_by_rule(row, keep, rule)]


def digest_of_rule(keep: dict) -> str:
    return hashlib.sha256(json.dumps(keep, sort_keys=True).encode()).hexdigest()


def erase_by_rule(row: Record, keep: dict, rule: str) -> bool:
    """Was there something to erase? A sheet that was opened again meanwhile waits until it is closed."""
    names = {name if name in PERSONAL_FACTS else records.ANSWER_CLAIM + name for name in keep["erase"]}
    with transaction():
        entry_seals.lock_chain(row.client_id)
        seen = records.record_in_full(row.uuid)
        if seen.row.closed_at is None or seen.row.closed_at > clock.now():
            return False
        targets = values_to_erase(seen, names)
        if targets:
            erase_values(ITSELF, seen, targets, i18n.gettext(REASON, "zh", months=keep["months"]))
        retentions.note_retention(row.uuid, rule)
    return bool(targets)
