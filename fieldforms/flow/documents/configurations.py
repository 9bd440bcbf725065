"""What was saved of devices: files in the library, and the notes of before there was one."""

from dataclasses import dataclass

from fieldforms.flow.documents.document_columns import CONFIGURATION
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


def configurations_of_devices(device_ids: list[int]) -> list[SavedConfiguration]:
    """Newest first; none of devices in confidential rooms but what the register itself says."""
    ids = tuple(device_ids)
    saved = [
        configuration_of_version(each) for each in documents.configurations_of_devices(ids, CONFIGURATION)
    ]
    noted = [configuration_of_backup(each) for each in devices.backups(ids)]
    return sorted([*saved, *noted], key=lambda each: each.made_on, reverse=True)


def configuration_of_version(version: DocumentVersion) -> SavedConfiguration:
    document = version.document
    return SavedConfiguration(document.device, document.title, version.edition, version.dated_on)


def configuration_of_backup(backup: Backup) -> SavedConfiguration:
    return SavedConfiguration(backup.device, backup.kind, backup.version, backup.made_on)
