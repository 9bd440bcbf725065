"""A workbook becomes a form, or says why not."""

import sys
from pathlib import Path

import pytest

from tests.workbooks import made, question

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
    path = workbook(tmp_path / "a.xlsx", relevant="${who} = 'x'")
    status, out, _err = shell("import-form", str(path), "--into", str(tmp_path))
    assert status == 1
    assert "没有写入，还有错误：\nkey-loan › part › who.relevant: 条件不能看自己\n" in out
    assert not list(tmp_path.glob("*.toml"))


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
