"""`fieldforms doctor` says what is wrong, and what mends it."""

import pytest

from fieldforms.flow.archives import keeping
from fieldforms.flow.seals import signing_keys
from fieldforms.store import database
from tests.kept.loading import Kept
from tests.kept.make import KEPT

WELL = {
    "FIELDFORMS_DEMO": "no",
    "FIELDFORMS_COMPANY": "甲公司",
    "FIELDFORMS_SERVICE_PHONE": "0571-5555 0199",
    "FIELDFORMS_URL": "https://ff.example.cn",
    "FIELDFORMS_PROXIES": "1",
    "HOST": "127.0.0.1",
    "FIELDFORMS_BACKUP_PASSPHRASE": "a passphrase of some length",
}


@pytest.fixture
def doctor(shell, world, settings, monkeypatch, tmp_path):
    """`doctor()` gives (status, what it said) of an installation that is well but for what a test spoils."""
    folder = tmp_path / "disk"
    folder.mkdir()
    for name, value in (WELL | {"FIELDFORMS_BACKUPS": str(folder)}).items():
        monkeypatch.setenv(name, value)
    world.signed_sheet()
    for path in settings.instance.rglob("*"):
        path.chmod(0o700)
    assert shell("backup")[0] == 0
    signing_keys.load_key.cache_clear()
    yield lambda: shell("doctor")[:2]
    signing_keys.load_key.cache_clear()


def grave(said: str) -> list[str]:
    """PostgreSQL of the tests is in a hurry."""
    return [line for line in said.splitlines() if line.startswith("要改") and "停电会丢" not in line]


def test_one_that_is_well_is_said_to_be(doctor):
    status, said = doctor()
    assert grave(said) == []
    assert status == 0 or database.dialect_of() == "postgresql"


SPOILT = {
    "a key that others read": (lambda env, at: next(at.glob("keys/*.pem")).chmod(0o644), "chmod"),
    "a broken key": (lambda env, at: next(at.glob("keys/*.pem")).write_bytes(b""), "签章密钥的文件"),
    "a broken secret": (lambda env, at: (at / "secret.key").write_bytes(b""), "secret.key"),
    "no backups": (lambda env, at: env.delenv("FIELDFORMS_BACKUPS"), "FIELDFORMS_BACKUPS"),
    "keys beside each backup": (lambda env, at: env.delenv("FIELDFORMS_BACKUP_PASSPHRASE"), "BACKUP_PASSPHRASE"),
    "backups long ago": (lambda env, at: keeping.regular_archives()[0].path.rename(
        keeping.folder_of_archives() / "fieldforms-20260101-000000.zip"), "两天"),
    "lost entries": (lambda env, at: (at / "heads.txt").write_text(f"company 9 {'a' * 43}\n"), "第 9 条"),
    "plain http": (lambda env, at: env.setenv("FIELDFORMS_URL", "http://ff.example.cn"), "https"),
    "a proxy that is not believed": (lambda env, at: env.setenv("FIELDFORMS_PROXIES", "0"), "FIELDFORMS_PROXIES"),
    "an address of nobody's": (lambda env, at: env.setenv("FIELDFORMS_URL", "https://localhost"), "手机"),
}  # fmt: skip


@pytest.mark.parametrize("what", SPOILT)
def test_what_is_wrong_is_said_with_what_mends_it(doctor, settings, monkeypatch, what):
    spoil, said = SPOILT[what]
    spoil(monkeypatch, settings.instance)
    status, out = doctor()
    assert status == 1
    assert any(said in line for line in grave(out)), out


def test_it_says_that_the_secret_is_gone_and_makes_none(doctor, settings):
    secret = settings.instance / "secret.key"
    secret.unlink(missing_ok=True)
    out = doctor()[1]
    assert any(line.startswith("留意") and str(secret) in line for line in out.splitlines())
    assert not secret.exists()


def test_before_a_migration_an_archive_is_made_that_leads_back(shell, settings, engine, database_url):
    """A database that people worked with under an earlier version."""
    if engine == "postgresql":
        pytest.skip("its administrators have their own (docs/operations.md)")
    kept = Kept(KEPT / "0018", engine, database_url, settings.instance).load()
    database.database.close()
    assert shell("migrate")[0] == 0
    (made,) = (kept.instance / "backups").glob("fieldforms-*-before-0019.zip")
    database.database.close()
    status, out, err = shell("restore", str(made), "--yes")
    assert (status, err) == (0, "") and "0018_client_file" in out
    database.database.close()
    assert any((kept.instance / "files").iterdir()), "photos stayed: no migration touches them"
    status, out, err = shell("migrate")
    assert (status, err) == (0, "") and "0019_stages" in out


def test_without_that_archive_nothing_is_migrated(shell, settings, engine, database_url):
    if engine == "postgresql":
        pytest.skip("its administrators have their own (docs/operations.md)")
    Kept(KEPT / "0018", engine, database_url, settings.instance).load()
    (settings.instance / "backups").write_text("a file where the folder should be")
    status, out, err = shell("migrate")
    assert (status, out) == (2, "") and "没有升级" in err
    assert "0019_stages" in database.pending_migrations()
