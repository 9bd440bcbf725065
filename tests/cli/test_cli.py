"""What an administrator does from a shell: sentences, exit statuses, and no surprises on a second call."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from dataclasses import replace
from pathlib import Path

import pyotp
import pytest

from fieldforms import create_app
from fieldforms.cli import people
from fieldforms.cli.server import lan_origin
from fieldforms.flow.people import second_factor_changes, second_factors, sessions
from fieldforms.forms.loading import LIBRARY, load
from fieldforms.store import clock
from fieldforms.store.files import files
from fieldforms.store.library import definitions
from fieldforms.store.models import Code, Entry, File
from fieldforms.store.people import accounts
from tests.flow.library.hands import FAULT, TINY

ROOT = Path(__file__).parents[2]
SECRET = "a long enough secret"


def speak(monkeypatch, lang: str) -> None:
    if lang.startswith("en") and not list((ROOT / "fieldforms/translations").glob("en/*/messages.mo")):
        pytest.skip("the English catalogue is not compiled")
    monkeypatch.setenv("LC_ALL", lang)


def add_chen(shell, secret: str = SECRET):
    return shell(
        "add-user",
        "chen",
        "--name",
        "陈志远",
        "--role",
        "technician",
        "--password-stdin",
        stdin=f"{secret}\n",
    )


def test_migrating_twice_says_so(shell):
    assert shell("migrate") == (0, "数据库已是最新。\n", "")


def test_a_user_is_added_with_a_password_from_standard_input(shell):
    assert add_chen(shell) == (0, "technician chen 陈志远\n", "")
    session, _token = sessions.sign_in("chen", SECRET, "Android", True, "127.0.0.1")
    assert session.user.role == "technician"


def test_telephone_and_clearance_are_given_at_once(shell):
    more = ("--role", "dispatcher", "--phone", "１３８００００００５５", "--confidential", "--password-stdin")
    status, _out, err = shell("add-user", "sun", "--name", "孙敏", *more, stdin=f"{SECRET}\n")
    user = accounts.by_login("sun")
    assert (status, err, user.phone, user.confidential) == (0, "", "138 0000 0055", True)
    assert (
        shell("add-user", "li", "--name", "李", *more[:2], "--phone", "群里问", stdin=f"{SECRET}\n")[0] == 2
    )
    assert accounts.by_login("li") is None


def test_the_last_administrator_who_lost_the_second_factor_gets_in_again(shell):
    add_chen(shell)
    row, _token = sessions.sign_in("chen", SECRET, "Android", True, "127.0.0.1")
    secret = second_factors.new_app_secret()
    code = pyotp.TOTP(secret).generate_otp(clock.now() // second_factors.CODE_STEP_MS)
    second_factor_changes.set_up(row, secret, code)
    assert shell("reset-second-factor", "chen")[:2] == (0, "陈志远 的两步验证已重置，所有设备都已退出。\n")
    assert accounts.by_login("chen").second_factor_at is None and sessions.live_session(_token) is None
    for nobody in ("chen", "nobody"):
        status, out, err = shell("reset-second-factor", nobody)
        assert (status, out) == (2, "") and "Traceback" not in err


def test_without_a_terminal_it_is_a_sentence_and_no_traceback(shell):
    status, _out, err = shell("add-user", "gao", "--name", "高毅", "--role", "supervisor")
    assert status == 2 and "--password-stdin" in err and "Traceback" not in err
    assert accounts.by_login("gao") is None


def test_what_is_written_is_nobody_elses_to_read(tmp_path):
    """Whoever starts it, and with whatever mask: a shared machine has other people on it."""
    folder = tmp_path / "instance"
    folder.mkdir(mode=0o755)
    (folder / "of_before.txt").write_text("world-readable until now")
    command = [
        sys.executable,
        "-c",
        "import sys; from fieldforms.cli import main; sys.exit(main(sys.argv[1:]))",
    ]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FIELDFORMS_")}
    subprocess.run(
        [*command, "add-user", "a", "--name", "甲", "--role", "admin", "--password-stdin"], env=kept | {"FIELDFORMS_INSTANCE": str(folder)}, cwd=ROOT, check=True, umask=0o022,
        stdout=subprocess.DEVNULL, input=SECRET, text=True,
    )  # fmt: skip
    assert folder.stat().st_mode & 0o077 == 0, "what was written before is closed, too"
    made = [path for path in folder.rglob("*") if path.name != "of_before.txt"]
    assert {"fieldforms.db", "keys"} <= {path.name for path in made}
    assert [path for path in made if path.stat().st_mode & 0o077] == []


def test_a_user_is_added_with_a_password_typed_twice(shell, monkeypatch):
    monkeypatch.setattr(people.getpass, "getpass", lambda _prompt: SECRET)
    assert shell("add-user", "gao", "--name", "高毅", "--role", "supervisor", "--language", "en")[0] == 0
    assert accounts.by_login("gao").language == "en"


def test_two_different_passwords_are_refused(shell, monkeypatch):
    typed = iter((SECRET, "another long secret"))
    monkeypatch.setattr(people.getpass, "getpass", lambda _prompt: next(typed))
    status, _out, err = shell("add-user", "gao", "--name", "高毅", "--role", "supervisor")
    assert (status, err) == (2, "两次输入的密码不同。\n")
    assert accounts.by_login("gao") is None


def test_a_weak_password_is_refused_with_a_sentence(shell):
    status, out, err = add_chen(shell, "short")
    assert (status, out) == (2, "")
    assert "10" in err


def test_a_name_that_is_taken_is_refused(shell):
    add_chen(shell)
    status, _out, err = add_chen(shell)
    assert (status, err) == (2, "这个用户名已经有人使用。\n")


def test_an_unknown_setting_is_refused_with_a_sentence(shell, monkeypatch):
    monkeypatch.setenv("FIELDFORMS_COLOUR", "red")
    status, _out, err = shell("verify")
    assert status == 2
    assert "FIELDFORMS_COLOUR" in err


def test_a_database_that_cannot_be_reached_is_a_sentence(shell, monkeypatch, tmp_path):
    monkeypatch.setenv("FIELDFORMS_DATABASE", f"postgresql://nobody@/nothing?host={tmp_path}")
    status, _out, err = shell("migrate")
    assert status == 2
    assert "FIELDFORMS_DATABASE" in err
    assert "Traceback" not in err


def test_an_unmigrated_database_is_not_verified(shell, monkeypatch, tmp_path):
    monkeypatch.setenv("FIELDFORMS_DATABASE", f"sqlite:///{tmp_path / 'empty.db'}")
    status, _out, err = shell("verify")
    assert status == 2
    assert "fieldforms migrate" in err


def test_the_company_s_forms_have_no_mistakes(shell):
    assert shell("check-forms") == (0, "", "")


def test_every_mistake_of_a_form_is_named_with_its_place(shell, tmp_path):
    broken = tmp_path / "broken.toml"
    broken.write_text('key = "broken"\nnumber = "BR"\nlabel = { zh = "坏", en = "Bad" }\ncolour = "red"\n')
    status, out, err = shell("check-forms", str(broken))
    assert (status, err) == (1, "")
    assert re.search(r"^broken.*: .*colour", out, re.MULTILINE)


MISTAKEN = {
    "zh_CN.UTF-8": """\
broken: 不认识的键 colour
tiny-visit › visit: by 不认识 boss
tiny-visit › visit: moves.rows 要写一个有 part 和 integer 的 repeat
tiny-visit › visit: moves.kind 只能是 issued、returned、fitted
tiny-visit › moon-report: 没有名为 moon-report 的表单
""",
    "en_US.UTF-8": """\
broken: unknown key colour
tiny-visit › visit: by cannot be boss
tiny-visit › visit: moves.rows must name a repeat with a part and an integer
tiny-visit › visit: moves.kind must be one of: issued, returned, fitted
tiny-visit › moon-report: there is no form moon-report
""",
}


@pytest.mark.parametrize("lang", MISTAKEN)
def test_mistakes_are_named_in_the_shell_s_language(shell, monkeypatch, tmp_path, lang):
    speak(monkeypatch, lang)
    broken, tiny = tmp_path / "broken.toml", tmp_path / "tiny-visit.toml"
    broken.write_text(
        'key = "broken"\nnumber = "BR"\nlabel = { zh = "坏", en = "Bad" }\ncolour = "red"\n', "utf-8"
    )
    moves = 'moves = { kind = "lost", rows = "visitor" }\n'
    following = FAULT.replace("fault-report", "moon-report")
    tiny.write_text(TINY.replace("technician", "boss") + moves + following, "utf-8")
    assert shell("check-forms", str(broken), str(tiny)) == (1, MISTAKEN[lang], "")


@pytest.mark.parametrize("lang", MISTAKEN)
def test_a_refusal_of_a_form_speaks_the_shell_s_language(shell, monkeypatch, tmp_path, lang):
    speak(monkeypatch, lang)
    (tmp_path / "tiny-visit.toml").write_text(TINY.replace("technician", "boss"), "utf-8")
    monkeypatch.setenv("FIELDFORMS_FORMS", str(tmp_path))
    status, out, err = shell("serve")
    assert (status, out) == (2, "")
    assert MISTAKEN[lang].splitlines()[1] in err


def test_forms_are_checked_without_a_database(shell, monkeypatch):
    monkeypatch.setenv("FIELDFORMS_DATABASE", "postgresql://nobody@127.0.0.1:1/nothing")
    assert shell("check-forms")[0] == 0


def test_a_command_leaves_the_organisations_own_forms_as_the_server_published_them(shell, settings, tmp_path):
    """Whoever types it may not know FIELDFORMS_FORMS."""
    folder = tmp_path / "forms"
    folder.mkdir()
    (folder / "tiny-visit.toml").write_text(TINY, "utf-8")
    company = LIBRARY / "service-contact.toml"
    (folder / company.name).write_text(
        company.read_text("utf-8").replace("客户服务联络单", "我们的联络单"), "utf-8"
    )
    create_app(replace(settings, forms=folder))
    digests = {row.key: row.digest for row in definitions.in_use()}
    assert "tiny-visit" in digests and digests["service-contact"] != load(company).digest
    for command in (
        ("demo", "--accounts"),
        ("rebuild",),
        ("rotate-key",),
        ("rotate-part-key",),
        ("migrate",),
    ):
        assert shell(*command)[0] == 0
        assert {row.key: row.digest for row in definitions.in_use()} == digests


def test_the_demo_is_loaded_once_and_names_who_signs_in(shell):
    status, out, err = shell("demo")
    assert (status, err) == (0, "")
    assert "technician chen fieldforms-demo" in out.splitlines()
    assert all(len(line.split(" ")) == 3 for line in out.splitlines())
    assert shell("demo", "--accounts") == (0, out, "")
    assert shell("demo") == (2, "", "数据库里已经有人员，演示数据只能装入空数据库。\n")
    chains = 4  # three clients, and the company's own
    assert shell("verify") == (0, f"{Entry.select().count()} 条、{chains} 条链：完好。\n", "")
    assert Entry.select().count() > 100


def test_no_demo_account_is_shown_where_there_is_no_demo(shell):
    add_chen(shell)
    assert shell("demo", "--accounts") == (0, "", "")


def test_a_sweep_says_what_would_go_and_deletes_when_told_to(shell, world):
    row = files.keep_file(b"a photo" * 9_000, "image/jpeg")
    File.update(created_at=1).where(File.id == row.id).execute()
    found = "没有单据提到的照片 1 张、上传记录 0 条，残留文件 0 个。\n"
    assert shell("sweep") == (0, found + "什么也没有删除；删除请加 --delete。\n", "")
    assert files.path_of(row.digest).exists()
    assert shell("sweep", "--delete") == (0, found + "已删除。\n", "")
    assert not files.path_of(row.digest).exists()


def test_labels_of_one_client_are_printed(shell, world, monkeypatch, tmp_path):
    monkeypatch.setenv("FIELDFORMS_URL", "https://ff.example.cn")
    pdf = tmp_path / "labels.pdf"
    status, out, _err = shell("labels", "--out", str(pdf), "--client", world.office.client.short_name)
    assert (status, out) == (0, f"1 张标签：{pdf}\n")
    assert pdf.read_bytes().startswith(b"%PDF")


def test_blank_labels_are_new_codes(shell, monkeypatch, tmp_path):
    monkeypatch.setenv("FIELDFORMS_URL", "https://ff.example.cn")
    assert shell("labels", "--out", str(tmp_path / "l.pdf"), "--blank", "5", "--layout", "50x30")[0] == 0
    assert Code.select().where(Code.device.is_null()).count() == 5


@pytest.mark.parametrize("url", ["", "http://127.0.0.1:8000", "http://localhost", "http://[::1]"])
def test_labels_need_the_address_that_goes_on_them(shell, monkeypatch, tmp_path, url):
    monkeypatch.setenv("FIELDFORMS_URL", url)
    status, _out, err = shell("labels", "--out", str(tmp_path / "l.pdf"))
    assert status == 2
    assert "FIELDFORMS_URL" in err


def test_labels_of_an_unknown_client_are_refused(shell, monkeypatch, tmp_path):
    monkeypatch.setenv("FIELDFORMS_URL", "https://ff.example.cn")
    status, _out, err = shell("labels", "--out", str(tmp_path / "l.pdf"), "--client", "火星")
    assert (status, err) == (2, "没有名为 火星 的客户。\n")


@pytest.mark.parametrize(("lang", "words"), [("zh_CN.UTF-8", "两次"), ("en_GB.UTF-8", "password")])
def test_the_shell_s_language_is_spoken(shell, monkeypatch, lang, words):
    speak(monkeypatch, lang)
    typed = iter((SECRET, "another long secret"))
    monkeypatch.setattr(people.getpass, "getpass", lambda _prompt: next(typed))
    assert words in shell("add-user", "gao", "--name", "高毅", "--role", "supervisor")[2]


def test_a_taken_port_is_a_sentence(shell, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as other:
        monkeypatch.setenv("HOST", "127.0.0.1")
        monkeypatch.setenv("PORT", str(other.getsockname()[1]))
        monkeypatch.setenv("FIELDFORMS_DEMO", "no")
        monkeypatch.setenv("FIELDFORMS_COMPANY", "甲公司")
        monkeypatch.setenv("FIELDFORMS_SERVICE_PHONE", "0571-5555 0199")
        status, _out, err = shell("serve")
    assert status == 2
    assert "HOST, PORT" in err


@pytest.mark.parametrize("command", [["serve"], ["labels", "--blank", "1", "--out", "labels.pdf"]])
@pytest.mark.parametrize("missing", ["FIELDFORMS_COMPANY", "FIELDFORMS_SERVICE_PHONE"])
def test_real_work_does_not_begin_under_the_demonstration_s_name(shell, monkeypatch, command, missing):
    given = {
        "FIELDFORMS_COMPANY": "甲公司",
        "FIELDFORMS_SERVICE_PHONE": "0571-5555 0199",
        "FIELDFORMS_DEMO": "no",
    }
    for name, value in (given | {missing: "  "}).items():
        monkeypatch.setenv(name, value)
    status, _out, err = shell(*command)
    assert status == 2 and missing in err
    assert not Path("labels.pdf").exists()


def test_serve_prints_its_address_a_code_and_the_demo_s_accounts(database_url, tmp_path):
    own = {"HOST": "127.0.0.1", "PORT": "0", "FIELDFORMS_DATABASE": database_url}
    environ = (
        os.environ | own | {"FIELDFORMS_INSTANCE": str(tmp_path / "instance"), "PYTHONIOENCODING": "utf-8"}
    )
    command = [sys.executable, "-m", "fieldforms.cli", "serve"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as server:
        try:
            url = server.stdout.readline().strip()
            assert re.fullmatch(r"http://127\.0\.0\.1:\d+", url)
            lines = iter(server.stdout.readline, "")
            shown = [next(line for line in lines if line.startswith("technician chen"))]
            shown += [next(lines) for _ in range(9)]
            assert shown[-1] == "admin admin fieldforms-demo\n"
            with urllib.request.urlopen(f"{url}/healthz") as answer:
                assert answer.status == 200
        finally:
            server.send_signal(signal.SIGTERM)
        assert server.wait() == 0


@pytest.mark.parametrize(
    ("host", "port", "url"),
    [
        ("192.168.1.9", 8000, "http://192.168.1.9:8000"),
        ("127.0.0.1", 80, "http://127.0.0.1"),
        ("::1", 8000, "http://[::1]:8000"),
    ],
)
def test_the_address_is_one_that_a_phone_can_open(host, port, url):
    assert lan_origin(host, port) == url


def test_listening_everywhere_is_shown_as_one_address():
    assert re.fullmatch(r"http://[\d.]+:8000", lan_origin("0.0.0.0", 8000))
    assert "0.0.0.0" not in lan_origin("0.0.0.0", 8000)
