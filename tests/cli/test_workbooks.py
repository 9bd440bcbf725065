"""A workbook becomes a form, or says why not."""

import sys
import zipfile
from pathlib import Path

import pytest

from fieldforms.forms.loading import load
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
    assert "没有写入，还有错误：\nkey-loan › fill: " in out
    assert not list(tmp_path.glob("*.toml"))


BAD = {
    "a condition on itself": ([question("text", "bad", relevant="${bad} = 'x'")], "  bad: 条件不能看自己\n"),
    "a condition on nothing": (
        [question("text", "bad", relevant="${nobody} = 'x'")], "  survey › 3 › relevant: pyxform 不接受",
    ),
    "a condition that is none": (
        [question("text", "bad", relevant="${} = 'x'")],
        "  bad: 没有公式语言",
    ),
    "a text that cites nothing": (
        [question("text", "bad", "${nobody} 好吗")], "  survey › 3 › label::中文 (zh): pyxform 不接受",
    ),
    "a question twice": ([question("text", "bad"), question("text", "bad")], "  survey › 4: pyxform 不接受"),
    "choices that are not there": ([question("select_one moon", "other"), question("text", "bad")], "  survey › 3: pyxform 不接受"),
    "a choice twice": ([question("select_one yn", "bad")], "  bad › yes: 选项重复，只留第一个\n"),
    "a choice with a space": ([question("select_multiple yn", "bad")], "  choices › 5: pyxform 不接受"),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "said"), BAD.values(), ids=BAD)
def test_one_bad_item_costs_itself_alone(shell, tmp_path, rows, said):
    choices = [*CHOICES, {"list_name": "yn", "name": "yes"}, {"list_name": "yn", "name": "may be"}]
    path = made(tmp_path / "a.xlsx", [question("text", "who"), *rows], choices, form_id="key-loan")
    status, out, err = shell("import-form", str(path), "--into", str(tmp_path))
    assert (status, err) == (0, "")
    assert said in out
    assert {"who", "bad"} <= load(tmp_path / "key-loan.toml").fields.keys()


def test_a_group_that_does_not_end_is_a_sentence(shell, tmp_path):
    path = made(tmp_path / "a.xlsx", [{"type": "begin group", "name": "all"}, question("text", "who")])
    status, out, err = shell("import-form", str(path), "--into", str(tmp_path))
    assert (status, out) == (2, "")
    assert "不是能读的 XLSForm 工作簿" in err


def test_groups_within_groups_without_end_are_a_sentence(shell, tmp_path):
    deep = [{"type": "begin group", "name": f"g{n}"} for n in range(990)]
    path = made(tmp_path / "a.xlsx", [*deep, question("text", "who"), *[{"type": "end group"}] * 990])
    status, out, err = shell("import-form", str(path), "--into", str(tmp_path))
    assert (status, out) == (2, "")
    assert "组套得太深" in err


def test_forms_in_a_folder_of_their_own_share_no_prefix(shell, tmp_path):
    folder = tmp_path / "drafts"
    folder.mkdir()
    for form_id in ("key-loan", "kiln-log", "key-list"):
        path = made(tmp_path / f"{form_id}.xlsx", [question("text", "who")], form_id=form_id)
        assert shell("import-form", str(path), "--into", str(folder))[0] == 0
    assert {path.stem: load(path).number for path in folder.iterdir()} == {
        "key-loan": "KL", "kiln-log": "KL2", "key-list": "KL3",
    }  # fmt: skip


def test_a_workbook_of_too_many_questions_is_refused(shell, tmp_path):
    path = made(tmp_path / "a.xlsx", [{"type": "text", "name": f"q{n}", "label": "问"} for n in range(2_001)])
    status, out, err = shell("import-form", str(path), "--into", str(tmp_path))
    assert (status, out) == (2, "")
    assert "太大：最多 4 MB、2000 个问题、20000 个选项" in err


def test_a_long_list_that_many_questions_share_is_refused(shell, tmp_path):
    choices = [{"list_name": "rooms", "name": f"r{n}", "label": "室"} for n in range(300)]
    rows = [{"type": "select_one rooms", "name": f"q{n}", "label": "问"} for n in range(100)]
    status, out, err = shell(
        "import-form", str(made(tmp_path / "a.xlsx", rows, choices)), "--into", str(tmp_path)
    )
    assert (status, out) == (2, "")
    assert "20000 个选项" in err


def test_a_workbook_of_endless_rows_is_refused_before_it_is_read(shell, tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"<row><c><v>1</v></c></row>" * 250_000)
    status, out, err = shell("import-form", str(tmp_path / "a.xlsx"), "--into", str(tmp_path))
    assert (status, out) == (2, "")
    assert "100000 个填了内容的格" in err


def test_a_bomb_is_refused(shell, tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 90_000_000)
    status, out, err = shell("import-form", str(tmp_path / "a.xlsx"), "--into", str(tmp_path))
    assert (status, out) == (2, "")
    assert "太大" in err


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
