"""What filling a step needs to know, read when it is first asked for."""

from dataclasses import dataclass
from functools import cached_property

from fieldforms.flow.files import photos
from fieldforms.flow.people.actors import SIGNERS
from fieldforms.flow.record import folding
from fieldforms.forms.definition import Definition, Step
from fieldforms.store import scope
from fieldforms.store.models import Client, Device, Draft, Room
from fieldforms.store.record import records
from fieldforms.store.register import clients, devices


@dataclass(frozen=True)
class DraftContext:
    """A draft with all that is needed to fill it: its form, step, and what came before (`seen`, `fold`, `earlier`).

    What came before is read at the first question about it, and not again: an autosave asks none. `begun` False: a
    new record, nothing came before.
    """

    draft: Draft
    definition: Definition
    step: Step
    begun: bool = True

    @cached_property
    def seen(self) -> records.Seen | None:
        return records.by_uuid(scope.SYSTEM, self.draft.record) if self.begun else None

    @property
    def before(self) -> tuple[records.Sealed, ...]:
        """The entries that the record has so far."""
        return self.seen.entries if self.seen else ()

    @cached_property
    def fold(self) -> folding.Fold | None:
        return folding.fold_entries(self.definition, self.seen.entries) if self.seen else None

    @cached_property
    def earlier(self) -> dict:
        return folding.answers_before(self.definition, self.fold, self.step) if self.fold else {}

    @cached_property
    def client(self) -> Client | None:
        return clients.get_client(scope.SYSTEM, self.draft.client_id) if self.draft.client_id else None

    @property
    def from_paper(self) -> bool:
        """Is this the first step of a sheet that was filled by hand, where no phone may be? What a client signs on paper
        is photographed at their step."""
        signed = any(step.by in SIGNERS for step in self.definition.steps)
        return bool(self.draft.origin.get("on_paper")) and self.seen is None and not signed

    @property
    def forbids_photos(self) -> bool:
        """Is it filled where nobody may take photos? The paper's own photo is taken elsewhere, afterwards."""
        elsewhere = self.from_paper or self.step.by in SIGNERS
        return not elsewhere and not photos.may_be_taken_in(self.room)

    @cached_property
    def device(self) -> Device | None:
        return (
            devices.get_device(scope.SYSTEM, self.draft.origin["device"])
            if self.draft.origin.get("device")
            else None
        )

    @cached_property
    def room(self) -> Room | None:
        if self.draft.origin.get("room"):
            return clients.get_room(scope.SYSTEM, self.draft.origin["room"])
        device = self.device
        if device:
            return device.room if device.room_id else None
        row = self.seen.row if self.seen else None  # a later step is filled where the record is about
        return clients.get_room(scope.SYSTEM, row.room_id) if row and row.room_id else None
