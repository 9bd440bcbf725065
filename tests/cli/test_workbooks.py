"""A workbook becomes a form, or says why not."""

import sys
import zipfile
from pathlib import Path

import pytest

from tests.workbooks import CHOICES, made, question

NOBODY = ("没有计算字段", "没有步骤")


def workbook(path, **more) -> Path:
    return made(path, [question("text", "who", "谁", "Who", **more), question("calculate", "sum", calculation="1")],
                form_id="key-loan", form_title="钥匙")  # fmt: skip


def test_a_workbook_becomes_a_form_that_checks_clean_and_says_what_did_not_come_along(shell, tmp_path):
    path = workbook(tmp_path / "a.xlsx", required="yes")
    status, out, err = shell("import-form", str(path), "--into", str(tmp_path))
    assert (status, err) == (0, "")
    assert out.startswith(f"已写入 {tmp_path / 'key-loan.toml'}\n")
    assert all(sentence in out for sentence in NOBODY) and "  sum: " in out
    assert shell("check-forms", str(tmp_path / "key-loan.toml")) == (0, "", "")
    text = (tmp_path / "key-loan.toml").read_text("utf-8")
    assert text.startswith("# 由 a.xlsx 转来。\n")
    status, _out, err = shell("import-form", str(path), "--into", str(tmp_path))
    assert status == 2 and "不会覆盖" in err
    assert (tmp_path / "key-loan.toml").read_text("utf-8") == text


def test_a_workbook_that_makes_no_form_writes_nothing_and_names_the_mistakes(shell, tmp_path):
    path = made(tmp_path / "a.xlsx", [question("calculate", "sum", calculation="1")], form_id="key-loan")
    status, out, _err = shell("import-form", str(path), "--into", str(tmp_path))
    assert status == 1
    assert "没有写入，还有错误：\nkey-loan" in out
    assert not list(tmp_path.glob("*.toml"))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"relevant": "${who} = 'x'"}, "条件不能看自己"),
        ({"relevant": "${nobody} = 'x'"}, "第 2 行的 relevant 读不懂，没有带过来：${nobody} = 'x'"),
        ({"constraint": "${nobody} > 1"}, "第 2 行的 constraint 读不懂"),
        ({"required": "${nobody} = 'x'"}, "第 2 行的 required 读不懂"),
        ({"hint::English (en)": "see ${nobody}"}, "${nobody}"),
    ],
)
def test_one_bad_condition_refuses_no_workbook_and_is_listed(shell, tmp_path, more, said):
    path = workbook(tmp_path / "a.xlsx", **more)
    status, out, err = shell("import-form", str(path), "--into", str(tmp_path))
    assert (status, err) == (0, "") and said in out
    assert shell("check-forms", str(tmp_path / "key-loan.toml")) == (0, "", "")


def test_a_repeated_choice_refuses_no_workbook_and_is_listed(shell, tmp_path):
    path = made(
        tmp_path / "a.xlsx", [question("select_one yn", "ok")], [*CHOICES, CHOICES[1]], form_id="key-loan"
    )
    status, out, _err = shell("import-form", str(path), "--into", str(tmp_path))
    assert status == 0 and "  ok › no: 选项重复" in out


def test_forms_of_any_folder_keep_their_prefixes_apart(shell, tmp_path):
    for key in ("key-loan", "kit-list", "keg-log"):
        path = made(tmp_path / "a.xlsx", [question("text", "who")], form_id=key)
        assert shell("import-form", str(path), "--into", str(tmp_path))[0] == 0
    assert shell("check-forms", *map(str, sorted(tmp_path.glob("*.toml")))) == (0, "", "")


@pytest.mark.parametrize("full", [True, False], ids=["rows", "empty rows"])
def test_a_workbook_of_endless_rows_is_refused_before_it_is_read(shell, tmp_path, full):
    path = workbook(tmp_path / "a.xlsx")
    row = b'<row r="9"><c r="A9" t="n"><v>1</v></c></row>' if full else b'<row r="9" s="1"/>'
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"</sheetData>", row * 250_000 + b"</sheetData>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, body in parts.items():
            packed.writestr(name, body)
    status, _out, err = shell("import-form", str(path), "--into", str(tmp_path))
    assert status == 2 and "不会超过 20000 行" in err


def test_a_workbook_goes_to_the_organisation_s_folder(shell, monkeypatch, tmp_path):
    (tmp_path / "forms").mkdir()
    monkeypatch.setenv("FIELDFORMS_FORMS", str(tmp_path / "forms"))
    assert shell("import-form", str(workbook(tmp_path / "a.xlsx")))[0] == 0
    assert (tmp_path / "forms" / "key-loan.toml").exists()


@pytest.mark.parametrize("content", [b"no workbook", b"PK\x03\x04 no zip", b""])
def test_what_is_no_workbook_is_a_sentence(shell, tmp_path, content):
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    status, out, err = shell("import-form", str(path), "--into", str(tmp_path))
    assert (status, out) == (2, "")
    assert "不是能读的 XLSForm 工作簿" in err


def test_a_workbook_that_is_not_there_is_a_sentence(shell, tmp_path):
    assert shell("import-form", str(tmp_path / "none.xlsx"))[0] == 2


def test_without_pyxform_a_sentence_says_what_to_install(shell, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "pyxform.errors", None)
    status, _out, err = shell("import-form", str(workbook(tmp_path / "a.xlsx")))
    assert (status, "pip install" in err) == (2, True)
