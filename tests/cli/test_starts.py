"""What a start relies on is looked at, and what is broken is said in a sentence, with what to do."""

import pytest

from fieldforms.flow.seals import sdjwt, signing_keys
from fieldforms.web import static


@pytest.fixture
def key_file(world, settings):
    """Of the key that signs."""
    signing_keys.load_key.cache_clear()
    (path,) = (settings.instance / "keys").glob("*.pem")
    yield path
    signing_keys.load_key.cache_clear()


OTHER_KEY = sdjwt.SigningKey.generate()


def locked_by_a_password() -> bytes:
    from cryptography.hazmat.primitives import serialization as form

    return OTHER_KEY.private.private_bytes(
        form.Encoding.PEM, form.PrivateFormat.PKCS8, form.BestAvailableEncryption(b"secret")
    )


BROKEN_KEYS = {
    "empty": lambda _whole: b"",
    "half": lambda whole: whole[:120],
    "zeros after a power cut": lambda whole: bytes(len(whole)),
    "locked": lambda _whole: locked_by_a_password(),
    "another's": lambda _whole: OTHER_KEY._pem(),
}


@pytest.mark.parametrize("how", BROKEN_KEYS)
def test_a_broken_key_or_another_ones_is_not_signed_with(shell, key_file, how):
    key_file.write_bytes(BROKEN_KEYS[how](key_file.read_bytes()))
    status, out, err = shell("rebuild")
    assert (status, out) == (2, "")
    assert str(key_file) in err and "请从备份恢复" in err and "Traceback" not in err
    assert ("另一把密钥" in err) == (how == "another's")


def test_verify_says_it_too_and_does_not_stop_there(shell, world, key_file):
    key_file.write_bytes(b"")
    signing_keys.load_key.cache_clear()
    status, out, err = shell("verify")
    assert (status, err) == (1, "") and "no key of ours endorsed it" in out


@pytest.mark.parametrize("left", [b"", b"abc", b"\0" * 64, b"\xff" * 64])
def test_what_a_power_cut_left_of_the_secret_signs_no_cookie(shell, settings, left):
    settings.instance.mkdir(parents=True)
    secret = settings.instance / "secret.key"
    secret.write_bytes(left)
    status, out, err = shell("serve")
    assert (status, out) == (2, "")
    assert str(secret) in err and "重新登录" in err
    assert secret.read_bytes() == left


def test_static_files_that_a_power_cut_emptied_are_made_anew(tmp_path):
    folder = static.prepare_folder(tmp_path)
    whole = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    emptied = folder / "app.css.br"
    for spoil in (lambda: emptied.write_bytes(b""), emptied.unlink):
        spoil()
        assert static.prepare_folder(tmp_path) == folder
        assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == whole
    assert {path.name for path in tmp_path.iterdir()} == {folder.name, f"{folder.name}.json"}


def test_static_files_are_made_once_for_each_version(tmp_path):
    (tmp_path / "0123456789ab").mkdir()
    folder = static.prepare_folder(tmp_path)
    before = (folder / "app.css").stat().st_ino
    assert static.prepare_folder(tmp_path) == folder
    assert (folder / "app.css").stat().st_ino == before
    assert not (tmp_path / "0123456789ab").exists()
