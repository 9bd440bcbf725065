"""What nobody names any more: photos of drafts that were given up, and what a crash left in the folder."""

from typing import Any

from fieldforms.flow.files.file_digests import digests_in
from fieldforms.store import audit, clock
from fieldforms.store.database import transaction
from fieldforms.store.documents import documents
from fieldforms.store.faults import known_faults
from fieldforms.store.files import files
from fieldforms.store.filling import drafts
from fieldforms.store.importing import imports
from fieldforms.store.record import records

KEPT_FOR = (
    30 * clock.DAY_MS
)  # after a draft was finished or given up: until then its phone may send it once more
UNTOUCHED = clock.DAY_MS  # what is younger may be a photo on its way


def sweep_files(delete: bool) -> dict[str, int]:
    """How many `files`, `uploads` and `strays` nobody names; with `delete` they are gone then.

    A file is named by an entry, by a draft in hand, as what that draft's phone sent, as the list of an import, by a document, or by a known fault.
    """
    now = clock.now()
    since = now - KEPT_FOR
    unnamed = files.digests_kept_before(since)
    for (
        name,
        value,
    ) in records.everything_said():  # reads every seal: outside of the transaction, writers go on
        unnamed.difference_update(digests_in({name: value}))
    with transaction():
        for answers in drafts.answers_in_hand(since):
            unnamed.difference_update(digests_in(answers))
        unnamed -= files.sent_for_drafts_in_hand(since) | imports.files_of_imports()
        unnamed -= documents.digests_of_documents() | known_faults.photos_of_faults()
        strays = files.strays(now - UNTOUCHED)
        found: dict[str, Any] = {
            "files": len(unnamed),
            "uploads": files.finished_uploads(since),
            "strays": len(strays),
        }
        if delete:
            files.delete_contents(unnamed, since, strays)
            audit.record_action(None, "files.sweep", "", **found)
    return found
