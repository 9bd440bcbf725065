"""What was saved of a device stands on its maintenance sheet: files of the library, and notes of before there were any."""

import io

import pytest

from fieldforms.flow.documents import documents
from fieldforms.flow.documents.configurations import configurations_of_devices
from fieldforms.flow.documents.document_targets import DocumentTarget
from fieldforms.store.models import Backup, Device, Room


@pytest.fixture
def device(world):
    device = world.office.device
    Backup.create(device=device, kind="矩阵预设", version="预设 1–9", made_on="2026-02-27")
    given = {"kind": "configuration", "title": "DSP 工程", "edition": "v3.2", "dated_on": "2026-08-19"}
    target, body = DocumentTarget(device=device), io.BytesIO(b"\0TESIRA")
    documents.add_document(world.actor("chen"), target, given, body, "302.tmf")
    return device


def test_files_and_older_notes_stand_together_the_newest_first(world, device):
    saved = configurations_of_devices(world.actor("chen").viewer, [device])
    found = [(each.kind, each.version, each.made_on) for each in saved]
    assert found == [("DSP 工程", "v3.2", "2026-08-19"), ("矩阵预设", "预设 1–9", "2026-02-27")]


def test_of_a_confidential_room_a_sheet_names_no_file_and_notes_for_the_cleared_alone(world, device):
    Room.update(confidential=True).execute()
    cleared = world.users["gao"]
    cleared.confidential = True
    cleared.save()
    for login, kinds in {"chen": [], "gao": ["矩阵预设"]}.items():
        viewer = world.actor(login).viewer
        saved = configurations_of_devices(viewer, [Device.get_by_id(device.id)])
        assert [each.kind for each in saved] == kinds
