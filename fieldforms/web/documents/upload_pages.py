"""What the pages share that take a file into the library."""

from fieldforms.errors import N_, BadDocument, Problem
from fieldforms.flow.documents.file_checks import MOST_DOCUMENT_BYTES
from fieldforms.flow.register import register_columns
from fieldforms.web import inputs, page

MOST_BODY = MOST_DOCUMENT_BYTES + 1024 * 1024  # what else the form says
FILE_INPUT = "file"


def no_file() -> BadDocument:
    return BadDocument(why=N_("没有选择文件"))


def file_page(asked: register_columns.Columns, texts, refused: Problem | None, /, **values):
    """A form with a file; what is wrong with the file stands at its input."""
    said = {}
    if isinstance(refused, BadDocument):
        sentence = page.say(refused.sentence, **refused.values)
        said = {"wrong": {FILE_INPUT: sentence}, "errors": [(f"f-{FILE_INPUT}", sentence)]}
    return inputs.row_page("documents/documents/upload.html", asked, texts, refused, **said, **values)
