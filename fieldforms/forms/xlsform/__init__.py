"""An XLSForm workbook, as pyxform reads it, → a definition's data, and a list of all that could not be carried over.

Pure: takes the JSON of `pyxform.xls2json`, knows no file and no pyxform. What our kinds cannot say is left out and
named, with its place; nothing is guessed.
"""

from fieldforms.forms.xlsform.workbook import Imported, Workbook

__all__ = ["Imported", "import_survey"]


def import_survey(survey: dict, stem: str = "", keys=frozenset(), numbers=frozenset()) -> Imported:
    """`stem`: the file's name, where the workbook names no form. `keys`, `numbers`: taken by other forms."""
    return Workbook(survey).read(stem, keys, numbers)
