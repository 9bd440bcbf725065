"""Forms: are they written as they must be? And workbooks as forms."""

from pathlib import Path

from fieldforms import config
from fieldforms.cli import workbooks
from fieldforms.cli.words import _
from fieldforms.flow.library import form_files
from fieldforms.forms import xlsform


def commands(command) -> None:
    check = command(check_forms, "check-forms", _("检查表单定义，列出每个错误的位置"))
    check.add_argument("files", nargs="*", type=Path, metavar="FILE")
    importing = command(import_form, "import-form", _("把 XLSForm 工作簿转成表单定义，列出带不过来的内容"))
    importing.add_argument("file", type=Path, metavar="FILE.xlsx")
    importing.add_argument(
        "--into",
        type=Path,
        metavar="FOLDER",
        help=_("写到这个文件夹，默认 FIELDFORMS_FORMS，没有就写到当前文件夹"),
    )


def check_forms(arguments) -> int:
    """Needs no database, and reads no further setting than where the forms lie."""
    config.use(config.read())
    return print_mistakes(form_files.mistakes_of_files(arguments.files))


def print_mistakes(mistakes) -> int:
    fine = True
    for mistake in mistakes:
        fine = False
        print(mistake_line(*mistake))
    return 0 if fine else 1


def mistake_line(place: str, sentence: str, values: dict) -> str:
    return f"{place}: {_(sentence, **values)}"


def import_form(arguments) -> int:
    """Writes the file only when it could be published as it is; what did not come along is listed either way."""
    settings = config.use(config.read())
    folder = arguments.into or settings.forms or Path()
    survey, refused = workbooks.read_workbook(arguments.file)
    found = imported_form(arguments.file, survey, folder)
    path, mistakes = form_files.add_form_file(
        found.data, folder, _("由 %(file)s 转来。", file=arguments.file.name)
    )
    if not mistakes:
        print(_("已写入 %(file)s", file=path))
    left = [*refused, *found.left]
    print(_("没有带过来、或者要请人看一看的（%(n)s 处）：", n=len(left)))
    for each in left:
        print(f"  {mistake_line(*each)}")
    if mistakes:
        print(_("没有写入，还有错误："))
    return print_mistakes(mistakes)


def imported_form(file: Path, survey: dict, folder: Path) -> xlsform.Imported:
    """Its prefix is nobody's: of the forms in use, and of those that lie where it goes. Raises BadWorkbook."""
    others = form_files.readable_definitions(form_files.files_beside(folder))
    try:
        return xlsform.import_survey(
            survey, file.stem, form_files.company_keys(), {form.number for form in others.values()}
        )
    except RecursionError as error:
        raise workbooks.BadWorkbook(file=file, why=_("组套得太深")) from error
