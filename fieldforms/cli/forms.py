"""Forms: are they written as they must be?"""

from pathlib import Path

from fieldforms import config
from fieldforms.cli.words import _
from fieldforms.flow import library


def commands(command) -> None:
    check = command(check_forms, "check-forms", _("检查表单定义，列出每个错误的位置"))
    check.add_argument("files", nargs="*", type=Path, metavar="FILE")


def check_forms(arguments) -> int:
    """Needs no database, and reads no further setting than where the forms lie."""
    config.use(config.read())
    fine = True
    for place, mistake in library.mistakes(arguments.files):
        fine = False
        print(f"{place}: {mistake}")
    return 0 if fine else 1
