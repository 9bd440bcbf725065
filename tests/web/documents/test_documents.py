"""The library: who puts what into it, finds it, reads it on the phone, and takes it away."""

from fieldforms.store.models import Audit, Document, DocumentVersion
from tests.web.documents.hands import added, manual, picture, read_all_words, upload


def test_a_technician_adds_a_manual_at_the_device_and_reads_it_there(world):
    chen, device = world.browser("chen"), world.office.device
    document = added(chen, manual("开机先按电源"), "音频处理器.pdf", device=device.id)
    assert document.title == "音频处理器"
    page = chen.get(f"/d/{world.office.code.code}").text
    assert f"/documents/{document.id}" in page and "音频处理器" in page
    opened = chen.get(f"/documents/{document.id}").text
    assert f'src="/documents/{document.id}/versions/1/page/1"' in opened and 'loading="lazy"' in opened
    shown = chen.get(f"/documents/{document.id}/versions/1/page/1")
    assert shown.status_code == 200 and shown.mimetype == "image/webp" and len(shown.data) <= 100_000
