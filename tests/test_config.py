"""Settings are read strictly, once; a bad one stops the start with a sentence that names it."""

import re
import stat
from functools import partial
from pathlib import Path

import pytest

from fieldforms import config
from fieldforms.errors import BadSetting
from fieldforms.flow.people.accounts import ROLE_NAMES
from fieldforms.store import database
from tests.places import DOCS


def refused(**environ: str) -> dict:
    with pytest.raises(BadSetting) as caught:
        config.read(environ)
    assert caught.value.values["why"]
    return caught.value.values


def test_nothing_need_be_set(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = config.read({})
    assert settings.database == f"sqlite:///{tmp_path}/instance/fieldforms.db"
    assert (settings.tz, settings.host, settings.port, settings.demo) == (
        "Asia/Shanghai",
        "0.0.0.0",
        8000,
        True,
    )
    assert not (tmp_path / "instance").exists()  # reading makes nothing


def test_what_is_set_counts(tmp_path):
    settings = config.read(
        {
            "FIELDFORMS_INSTANCE": str(tmp_path), "FIELDFORMS_URL": "https://FF.example.cn/", "PORT": "9001",
            "HOST": "127.0.0.1", "FIELDFORMS_OLD_URLS": "https://a.cn http://b.cn:8080", "FIELDFORMS_DEMO": "no",
            "FIELDFORMS_FORMS": str(tmp_path), "FIELDFORMS_TZ": "Europe/Berlin", "FIELDFORMS_PROXIES": "1",
            "FIELDFORMS_DATABASE": "postgresql://db/ff", "FIELDFORMS_THREADS": "16", "PATH": "/usr/bin",
        }
    )  # fmt: skip
    assert settings.url == "https://FF.example.cn"
    assert settings.old_urls == ("https://a.cn", "http://b.cn:8080")
    assert (settings.host, settings.port, settings.demo, settings.proxies) == ("127.0.0.1", 9001, False, 1)
    assert (settings.database, settings.threads, settings.tz) == ("postgresql://db/ff", 16, "Europe/Berlin")
    assert settings.forms == tmp_path


def test_roles_of_a_setting_are_those_that_people_have():
    assert set(config.ROLES) == set(ROLE_NAMES)
    assert config.read({"FIELDFORMS_SECOND_FACTOR": "admin, supervisor"}).second_factor == (
        "admin",
        "supervisor",
    )
    assert config.read({"FIELDFORMS_SECOND_FACTOR": " "}).second_factor == ()


def test_the_company_has_a_name_in_each_language():
    settings = config.read({"FIELDFORMS_COMPANY": "甲公司", "FIELDFORMS_COMPANY_EN": "A Ltd"})
    assert [settings.company_name(lang) for lang in ("zh", "en")] == ["甲公司", "A Ltd"]


def test_only_the_demonstration_has_a_name_nobody_set():
    shown, real = config.read({}), config.read({"FIELDFORMS_DEMO": "no"})
    assert shown.company and shown.company_en and shown.service_phone
    assert not (real.company or real.company_en or real.service_phone)
    shown.need_company()
    with pytest.raises(BadSetting) as caught:
        real.need_company()
    assert caught.value.values["name"] == "FIELDFORMS_COMPANY"


@pytest.mark.parametrize("name", ["FIELDFORMS_COMPANY", "FIELDFORMS_SERVICE_PHONE"])
def test_nobody_else_has_the_demonstrations_even_where_it_was_typed(name):
    ours = {
        "FIELDFORMS_DEMO": "no", "FIELDFORMS_COMPANY": "甲公司", "FIELDFORMS_SERVICE_PHONE": "0571-1234",
    }  # fmt: skip
    config.read(ours).need_company()
    with pytest.raises(BadSetting) as caught:
        config.read(ours | {name: config.DEMONSTRATION[name]}).need_company()
    assert caught.value.values["name"] == name


def test_a_company_without_an_english_name_keeps_its_own():
    settings = config.read({"FIELDFORMS_DEMO": "no", "FIELDFORMS_COMPANY": "甲公司"})
    assert settings.company_name("en") == "甲公司"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("FIELDFORMS_DATABSE", "sqlite:///x.db"),  # misspelt
        ("PORT", "http"),
        ("PORT", "-1"),
        ("PORT", "65536"),
        ("PORT", ""),
        ("PORT", "²"),
        ("PORT", "80.0"),
        ("FIELDFORMS_PROXIES", "6"),
        ("FIELDFORMS_THREADS", "0"),
        ("FIELDFORMS_THREADS", "many"),
        ("FIELDFORMS_LOG_ADDRESSES", "1"),
        ("FIELDFORMS_SECOND_FACTOR", "admins"),
        ("FIELDFORMS_SECOND_FACTOR", "admin supervisor"),
        ("FIELDFORMS_SECOND_FACTOR", ","),
        ("FIELDFORMS_DEMO", "true"),
        ("FIELDFORMS_DEMO", ""),
        ("FIELDFORMS_URL", "ff.example.cn"),
        ("FIELDFORMS_URL", "ftp://ff.example.cn"),
        ("FIELDFORMS_URL", "https://"),
        ("FIELDFORMS_URL", "https://ff.example.cn/app"),
        ("FIELDFORMS_URL", "https://ff.example.cn?x=1"),
        ("FIELDFORMS_URL", "https://ff.example.cn/#top"),
        ("FIELDFORMS_URL", "https://me:secret@ff.example.cn"),
        ("FIELDFORMS_URL", "https://[::1"),
        ("FIELDFORMS_URL", "https://ff.example.cn:eighty"),
        ("FIELDFORMS_OLD_URLS", "https://a.cn b.cn"),
        ("FIELDFORMS_TZ", "Moon/Crater"),
        ("FIELDFORMS_TZ", ""),
        ("FIELDFORMS_TZ", "../../etc/passwd"),
        ("FIELDFORMS_TZ", "Asia"),
        ("FIELDFORMS_SECRET_KEY", "short"),
        ("FIELDFORMS_FORMS", "/no/such/folder"),
    ],
)
def test_a_bad_setting_is_named_with_a_reason(name, value):
    assert refused(**{name: value})["name"] == name


def test_a_file_is_no_folder_of_forms(tmp_path):
    path = tmp_path / "forms.toml"
    path.write_text("")
    assert refused(FIELDFORMS_FORMS=str(path))["name"] == "FIELDFORMS_FORMS"


@pytest.mark.parametrize("url", ["mysql://db/ff", "fieldforms.db", "", "sqlite://"])
def test_an_unknown_database_is_named(url):
    with usual_database(), pytest.raises(BadSetting) as caught:
        database.connect(url)
    assert caught.value.values["name"] == "FIELDFORMS_DATABASE"


def test_a_database_that_does_not_answer_is_named(tmp_path):
    (tmp_path / "folder").mkdir()
    with usual_database():
        for url in (f"sqlite:///{tmp_path}/folder", f"postgresql:///none?host={tmp_path}"):
            with pytest.raises(BadSetting) as caught:
                database.connect(url)
            assert caught.value.values["name"] == "FIELDFORMS_DATABASE"


class usual_database:
    """Other tests go on with the database they have."""

    def __enter__(self):
        self.usual = database.database.obj

    def __exit__(self, *_):
        database.database.initialize(self.usual)


# The cookies' key


def settings(folder: Path, **environ) -> config.Settings:
    return config.read({"FIELDFORMS_INSTANCE": str(folder), **environ})


def test_a_key_is_made_once_and_only_its_owner_reads_it(tmp_path):
    made = config.secret_key(settings(tmp_path / "instance"))
    assert len(made) == 64
    assert config.secret_key(settings(tmp_path / "instance")) == made
    path = tmp_path / "instance" / "secret.key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_key_that_is_set_is_used_and_not_kept(tmp_path):
    given = settings(tmp_path / "instance", FIELDFORMS_SECRET_KEY="x" * 32)
    assert config.secret_key(given) == "x" * 32
    assert not (tmp_path / "instance").exists()


def test_two_servers_that_start_together_have_one_key(tmp_path):
    from tests.shared import at_once

    made = at_once(*[partial(config.secret_key, settings(tmp_path / "instance"))] * 16)
    assert set(made) == {(tmp_path / "instance" / "secret.key").read_text()}


def test_settings_cannot_be_changed():
    with pytest.raises(AttributeError):
        config.read({}).port = 1


# docs/settings.md

ROWS = [
    line.split("|")[1]
    for line in (DOCS / "settings.md").read_text("utf-8").splitlines()
    if line.startswith("| `")
]
LISTED = [name for row in ROWS for name in re.findall(r"`(\w+)`", row)]


def test_every_setting_is_explained_once():
    missing = {*config.DEFAULTS, "HOST", "PORT"} - set(LISTED)
    assert not missing, f"give {sorted(missing)} a row in docs/settings.md"
    twice = sorted({name for name in LISTED if LISTED.count(name) > 1})
    assert not twice, f"docs/settings.md explains {twice} twice: leave one row of each"


def test_no_setting_is_explained_that_does_not_exist():
    unknown = sorted(set(LISTED) - {*config.DEFAULTS, "HOST", "PORT"})
    assert not unknown, f"docs/settings.md explains {unknown}, which config.DEFAULTS does not know"


def test_a_default_in_the_docs_is_the_programs():
    lines = (DOCS / "settings.md").read_text("utf-8").splitlines()
    shown = dict(re.findall(r"^\| `(FIELDFORMS_\w+)` \| `([^`]*)` \|", "\n".join(lines), re.MULTILINE))
    wanted = {name: default for name, default in config.DEFAULTS.items() if default}
    wrong = sorted(name for name in shown.keys() | wanted.keys() if shown.get(name) != wanted.get(name))
    rows = "\n".join(
        f"| `{name}` | `{wanted[name]}` | …" if name in wanted else f"| `{name}` | | …" for name in wrong
    )
    assert not wrong, f"config.DEFAULTS says otherwise: begin these rows of docs/settings.md so\n{rows}"


def test_every_setting_is_read():
    """A name in DEFAULTS that nothing reads would be taken without a word."""
    code = Path(config.__file__).read_text("utf-8").partition("def read(")[2]
    unread = [name for name in config.DEFAULTS if f'"{name}"' not in code]
    assert not unread, f"config.DEFAULTS names {unread}, and config.read reads nothing of it"
