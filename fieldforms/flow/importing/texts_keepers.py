"""Rows whose pages take texts: what a list says is laid over what the page would show, and given to the page's verb."""

from collections.abc import Mapping
from typing import Any, ClassVar

from fieldforms.errors import Invalid
from fieldforms.flow.importing.list_rows import ImportColumn, ListRow
from fieldforms.flow.importing.row_keepers import RowKeeper
from fieldforms.flow.register import register_columns
from fieldforms.flow.register.register_columns import Columns


class TextsKeeper(RowKeeper):
    """`own_columns`: those of the register."""

    own_columns: ClassVar[Columns] = ()

    def texts_to_write(self, row: ListRow) -> dict[str, str]:
        """As the page would post them."""
        shown: Mapping[str, str] = {}
        if row.known is not None:
            shown = register_columns.input_texts(self.own_columns, self.values_now(row))
        said = {name: text for name, text in row.given.items() if not self.by_name[name].is_helper}
        return {**shown, **said}

    def add_row(self, row: ListRow, texts: dict[str, str]) -> Any:
        raise NotImplementedError

    def edit_row(self, row: ListRow, texts: dict[str, str]) -> Any:
        raise NotImplementedError

    def write_row(self, row: ListRow) -> list[Any]:
        texts = self.texts_to_write(row)
        return [self.add_row(row, texts) if row.known is None else self.edit_row(row, texts)]

    def refuse_as_page(self, row: ListRow, check) -> None:
        """What the page's verb would refuse beside an input, the row says."""
        if row.mistakes or row.unknown:
            return
        try:
            check(self.texts_to_write(row))
        except Invalid as refused:
            for name, sentence, values in refused.problems:
                row.refuse(name, sentence, **values)


def columns_of_list(columns: Columns, **more: dict) -> tuple[ImportColumn, ...]:
    """The register's columns as a list may bring them; `more`: what of ImportColumn is another for one of them."""
    return tuple(ImportColumn(column.name, column.kind, **more.get(column.name, {})) for column in columns)
