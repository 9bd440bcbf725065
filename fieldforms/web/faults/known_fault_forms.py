"""The form of a known fault, whether it grows from a sheet, is written by hand or edited."""

from collections.abc import Mapping

from fieldforms.errors import Problem
from fieldforms.flow.faults.known_faults import NAMED_INPUT, PHOTOS_INPUT, columns_with_subjects
from fieldforms.flow.register import register_columns, row_history
from fieldforms.web import inputs, page


def known_fault_form(
    texts: Mapping[str, str],
    refused: Problem | None,
    subjects: Mapping[str, str],
    photos: list[tuple[str, str]] = [],  # noqa: B006
    /,
    **values,
):
    """`texts`: input → what it shows when it is opened. `photos`: (digest, address) of those to choose from."""
    typed = inputs.posted_texts() if refused else dict(texts)
    shown = getattr(refused, "merged", typed)
    columns, fault = columns_with_subjects(subjects), values.get("fault")
    edits = row_history.edits_of_row(fault, columns, page.lang()) if fault else []
    return inputs.versioned_page(
        "faults/known_faults/sheet.html",
        texts,
        refused,
        groups=register_columns.columns_by_group(columns),
        edits=[edit for edit in edits if edit.differences],
        texts=shown,
        photos=[
            (digest, address, digest in shown.get(PHOTOS_INPUT, "").split()) for digest, address in photos
        ],
        keeps_names=bool(typed.get(NAMED_INPUT)),
        **values,
    )
