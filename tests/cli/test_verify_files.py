"""`fieldforms verify FILE.zip`: is a client's file, once it has left the house, whole and ours?"""

import io
import zipfile

import pytest

from fieldforms.flow.proof import client_file_checks
from fieldforms.flow.reporting import client_files
from fieldforms.flow.seals import manifests, sdjwt


def zip_for(world, login: str) -> bytes:
    return b"".join(client_files.begin_client_file(world.actor(login), world.office.client, "zh", ""))


def opened(body: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(body))


def written(tmp_path, body: bytes):
    path = tmp_path / "client.zip"
    path.write_bytes(body)
    return path


def test_verify_says_that_it_is_whole_and_whose(shell, world, tmp_path):
    world.signed_sheet()
    path = written(tmp_path, zip_for(world, "gao"))
    status, out, err = shell("verify", str(path))
    assert (status, err) == (0, "") and "市政务服务中心" in out and "8 个文件：完好" in out


def tampered(body: bytes, change: str) -> bytes:
    """As somebody would who has a tool for ZIPs."""
    source, made = opened(body), io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if change == "content" and name.startswith("sheets/"):
                content = content.replace(b"%PDF", b"%pdf")
            if change == "list" and name == "MANIFEST.txt":
                content = content.splitlines(keepends=True)[0]
            if change == "unsigned" and name == "MANIFEST.jws":
                continue
            if not (change == "gone" and name.startswith("sheets/")):
                target.writestr(name, content)
        if change == "more":
            target.writestr("sheets/FW-000000-0001.pdf", b"%PDF")
    return made.getvalue()


@pytest.mark.parametrize(
    "change, said",
    [
        ("content", ".pdf: was changed"), ("gone", ".pdf: is missing"), ("more", "is not in the list"),
        ("list", "another list than the one that was signed"), ("unsigned", "MANIFEST.jws: is missing"),
    ],
)  # fmt: skip
def test_verify_names_what_was_changed(world, tmp_path, change, said):
    world.signed_sheet()
    found = client_file_checks.check_client_file(written(tmp_path, tampered(zip_for(world, "gao"), change)))
    assert any(said in f"{name}: {what}" for name, what in found.differences)


def test_verify_refuses_what_is_no_zip_and_names_one_that_broke_off(shell, world, tmp_path):
    body = zip_for(world, "gao")
    for broken in (b"PK", b""):
        status, _out, err = shell("verify", str(written(tmp_path, broken)))
        assert status == 2 and "不是完整的 ZIP 文件" in err
    status, out, err = shell("verify", str(written(tmp_path, body[: len(body) // 2])))
    assert "MANIFEST.txt: is missing" in out or "不是完整的 ZIP 文件" in err
    assert status


def test_a_list_signed_by_somebody_else_is_not_ours(shell, world, tmp_path):
    body, made = zip_for(world, "gao"), io.BytesIO()
    source = opened(body)
    with zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "MANIFEST.jws":
                listed = source.read("MANIFEST.txt")
                content = manifests.sign_list(
                    listed, "市政务服务中心", 1, sdjwt.SigningKey.generate()
                ).encode()
            target.writestr(name, content)
    status, out, _err = shell("verify", str(written(tmp_path, made.getvalue())))
    assert status == 1 and "MANIFEST.jws: unknown-key" in out
