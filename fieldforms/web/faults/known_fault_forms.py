"""The form of a known fault, whether it grows from a sheet, is written by hand or edited."""

from collections.abc import Mapping

from fieldforms.errors import Problem
from fieldforms.flow.faults.known_faults import NAMED_INPUT, PHOTOS_INPUT, columns_with_subjects
from fieldforms.flow.register import register_columns
from fieldforms.web import inputs


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
    return inputs.versioned_page(
        "faults/known_faults/sheet.html",
        texts,
        refused,
        groups=register_columns.columns_by_group(columns_with_subjects(subjects)),
        texts=shown,
        photos=[
            (digest, address, digest in shown.get(PHOTOS_INPUT, "").split()) for digest, address in photos
        ],
        keeps_names=bool(typed.get(NAMED_INPUT)),
        **values,
    )
