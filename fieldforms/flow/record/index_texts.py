"""What the search finds a record by."""

from fieldforms import i18n
from fieldforms.flow.record.folding import MERGED, Fold
from fieldforms.forms.definition import Definition
from fieldforms.forms.kinds import KINDS
from fieldforms.store import scope


def texts_to_index(definition: Definition, folded: Fold, values: dict, entries) -> tuple[str, str]:
    """(public, private) text to index: in both languages, so that either finds it; what further reporters wrote, too.

    In the private index those who read ratings search: what they may read beside others is found by them alone, what only
    others may read by nobody.
    """
    public = [values["number"], values["technician_name"], values["client_name"], values["device_names"]]
    private: list[str] = []
    said = [folded.told_answers, *(entry.answers for entry in entries if entry.outcome == MERGED)]
    for field in definition.fields.values():
        kind = KINDS[field.type]
        given = [value for answers in said if kind.answered(value := answers.get(field.name))]
        if kind.searchable and scope.found_with_ratings(field.private_to):
            # Each once, in an order that the next process has, too: `verify` compares.
            words = dict.fromkeys(kind.text(value, field, lang) for value in given for lang in i18n.LANGUAGES)
            (private if field.private_to else public).extend(words)
    if folded.signed:
        public.append(folded.signed.facts.get("signer") or "")
    return " ".join(public), " ".join(private)
