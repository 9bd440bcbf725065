"""A contact as a vCard: what address books and cameras make of it (RFC 6350)."""

from fieldforms.paper.vcards import ContactCard, vcard_file, vcard_for_qr


def lines(card: ContactCard) -> list[str]:
    """Unfolded, as a reader of the file sees them (§3.2)."""
    return vcard_file(card).decode().replace("\r\n ", "").split("\r\n")


def test_a_card_says_how_to_reach_somebody():
    card = ContactCard(
        "徐明",
        "市政务服务中心",
        "主任",
        "139 0000 0001",
        "0571-5555 0111",
        "xu@example.com",
        "行政楼 305",
        "中山路 1 号",
    )
    assert lines(card) == [
        "BEGIN:VCARD", "VERSION:4.0", "FN:徐明", "N:徐明;;;;", "ORG:市政务服务中心", "TITLE:主任",
        "TEL;TYPE=cell:139 0000 0001", "TEL;TYPE=work:0571-5555 0111", "EMAIL;TYPE=work:xu@example.com",
        "ADR;TYPE=work:;;中山路 1 号 行政楼 305;;;;", "END:VCARD", "",
    ]  # fmt: skip


def test_what_would_end_a_value_is_escaped_and_nothing_can_be_smuggled_in():
    card = ContactCard("A;B,C\\D", "上\r\n下\rEND:VCARD", note="一\n二\x00\x1b")
    assert lines(card)[2:4] == ["FN:A\\;B\\,C\\\\D", "N:A\\;B\\,C\\\\D;;;;"]
    assert "ORG:上\\n下\\nEND:VCARD" in lines(card) and "NOTE:一\\n二" in lines(card)
    assert lines(card).count("END:VCARD") == 1


def test_no_line_is_longer_than_75_octets_and_no_character_is_torn():
    body = vcard_file(ContactCard("很长的名字" * 12, "a" + "市政务服务中心" * 15, note="x" * 300))
    for line in body.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    assert lines(ContactCard("很长的名字" * 12))[2] == "FN:" + "很长的名字" * 12


def test_nobody_is_nobody_knows_more_than_a_name_of():
    assert lines(ContactCard("丁")) == ["BEGIN:VCARD", "VERSION:4.0", "FN:丁", "N:丁;;;;", "END:VCARD", ""]


def test_a_camera_reads_it_without_folds():
    text = vcard_for_qr(ContactCard("丁" * 60, "市政务服务中心" * 10, note="主管领导"))
    assert "\r\n " not in text and "NOTE" not in text and text.startswith("BEGIN:VCARD\r\n")
