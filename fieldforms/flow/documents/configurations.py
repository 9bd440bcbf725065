"""What was saved of devices: files in the library, and the notes of before there was one."""

from dataclasses import dataclass

from fieldforms.flow.documents.document_columns import CONFIGURATION
from fieldforms.store import scope
from fieldforms.store.documents import documents
from fieldforms.store.models import Backup, Device, DocumentVersion
from fieldforms.store.register import devices


@dataclass(frozen=True)
class SavedConfiguration:
    """`kind`: what it is, in words; `version`: as its maker calls it; `made_on`: ISO day."""

    device: Device
    kind: str
    version: str
    made_on: str


def configurations_of_devices(viewer: scope.Viewer, found: list[Device]) -> list[SavedConfiguration]:
    """Newest first; of devices in confidential rooms no files, and what the register notes only for who may read it.

    `found`: with their rooms.
    """
    ids = tuple(device.id for device in found)
    noted_ids = [device.id for device in found if scope.may_read_technical(viewer, device)]
    saved = [
        configuration_of_version(each) for each in documents.configurations_of_devices(ids, CONFIGURATION)
    ]
    noted = [configuration_of_backup(each) for each in devices.backups(noted_ids)]
    return sorted([*saved, *noted], key=lambda each: each.made_on, reverse=True)


def configuration_of_version(version: DocumentVersion) -> SavedConfiguration:
    document = version.document
    return SavedConfiguration(document.device, document.title, version.edition, version.dated_on)


def configuration_of_backup(backup: Backup) -> SavedConfiguration:
    return SavedConfiguration(backup.device, backup.kind, backup.version, backup.made_on)
