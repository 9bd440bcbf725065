"""A form as data (design.md, "A field is written once"): what `forms/loading.py` makes of one TOML file."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

import rfc8785

Text = dict[str, str]  # {"zh": …, "en": …}
SIGNERS = ("client", "client_lead")  # have no account: their step is vouched for by a signature
REVIEWERS = ("supervisor", "dispatcher", "manager")  # roles that look after what others have filled
ANSWER_SOURCE = "answer."  # begins a source that is no place in the register


@dataclass(frozen=True)
class Choice:
    name: str
    label: Text
    relevant: dict | None = None  # else it cannot be chosen


@dataclass(frozen=True)
class Field:
    """One question. Names are XLSForm's; `means` is how projection and statistics find it."""

    name: str
    type: str
    label: Text
    hint: Text | None = None
    required: bool | dict = False
    relevant: dict | None = None
    constraint: dict = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    default: object = None
    read_only: bool = False
    source: str = ""  # `from` in the file: a path into the register
    suggest: str = ""
    width: str = "full"
    no: str = ""
    private_to: tuple[str, ...] = ()
    means: str = ""
    counts: tuple[dict, ...] = ()
    within: bool = False
    category: tuple[str, ...] = ()
    backups: bool = False
    boxed: bool = False  # of photos: the paper has a box there, and it is printed empty, too
    text_when: str = ""
    fields: tuple["Field", ...] = ()  # of each row of a repeat
    row_label: Text | None = None
    fixed: bool = False  # its rows come from the register, none are added

    @property
    def taken_from(self) -> str:
        """The field of an earlier step whose answer this one starts with: `from = "answer.outcome"`."""
        return self.source.removeprefix(ANSWER_SOURCE) if self.source.startswith(ANSWER_SOURCE) else ""

    def row(self, number: int | str) -> tuple["Field", ...]:
        """The questions of one row of a repeat: `site` becomes `sites.0.site`, and so do conditions on its siblings."""
        prefix, siblings = f"{self.name}.{number}.", {child.name for child in self.fields}
        return tuple(child.placed_in_row(prefix, siblings) for child in self.fields)

    def placed_in_row(self, prefix: str, siblings: set[str]) -> "Field":
        def rename_siblings(condition):
            return rename_fields(condition, lambda name: prefix + name if name in siblings else name)

        limits = {
            word: prefix + limit if isinstance(limit, str) and limit in siblings else limit
            for word, limit in self.constraint.items()
        }
        return replace(
            self,
            name=prefix + self.name,
            relevant=rename_siblings(self.relevant),
            required=rename_siblings(self.required),
            constraint=limits,
            choices=tuple(replace(each, relevant=rename_siblings(each.relevant)) for each in self.choices),
        )

    def choice(self, name: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.name == name), None)


@dataclass(frozen=True)
class Section:
    name: str
    label: Text
    fields: tuple[Field, ...]
    layout: str = "rows"
    columns: tuple[Text, ...] = ()
    intro: Text | None = None
    item_label: Text | None = None
    off_sheet: bool = False
    relevant: dict | None = None
    not_applicable: bool = False


@dataclass(frozen=True)
class Step:
    """Who fills which sections and whether they sign. `by` may name an assignee by `assignee` = a user field."""

    name: str
    by: str
    label: Text
    sections: tuple[str, ...]
    sign: Text | None = None
    relevant: dict | None = None
    returns_to: str = ""
    return_label: Text | None = None
    return_relevant: dict | None = None
    consent: dict | None = None
    assignee: str = ""
    other_than: tuple[str, ...] = ()  # earlier steps: who completed them does not do this one …
    else_by: str = ""  # … which is this role's when nobody else is left
    approves: str = ""  # the field that says when what it approves begins: sealed later, it says so
    after_approvals: tuple[str, ...] = ()  # not written in a file: the approvals before this one (loading.py)
    deemed: dict | None = None  # {"by": a date field, "zh", "en"}: what counts when that day has passed
    takes_over: dict | None = (
        None  # {"rows": a repeat of devices, "when": …}: what the register learns from it
    )
    moves: dict | None = (
        None  # {"kind": issued, returned or fitted, "rows": a repeat of parts, "when": …}: what leaves the stock
    )

    @property
    def not_by_authors_of(self) -> tuple[str, ...]:
        """Earlier steps: who completed one of them does not do this one."""
        return (*self.other_than, *self.after_approvals)


@dataclass(frozen=True)
class Opens:
    """A sheet that follows from this one: offered after a step, or opened by itself, with what is known carried over.

    `carry`: field there → field here, or one of CARRIED; `given`: field there → an answer it starts with. `through`: the
    step there up to which these answer, so that the sheet goes on behind it. `completes`: the step of this form that is
    done when the opened sheet is closed and signed and its answers hold `completed_if`.
    """

    form: str
    label: Text
    after: str = ""
    relevant: dict | None = None
    unsettled: bool = False
    by_itself: bool = False
    carry: dict = field(default_factory=dict)
    given: dict = field(default_factory=dict)
    through: str = ""
    completes: str = ""
    completed_if: dict | None = None


# Beside fields: what a seal says of who signed and filled it in, and how (flow/completing/submissions.py).
PERSONAL_FACTS = ("signer", "signature", "actor", "paper", "evidence")

DATING_MEANINGS = (
    "maintenance_date",
    "service_time",
    "arrival",
)  # the day of the work, where no field is named

CARRIED = (
    "unsettled",
    "number",
    "summary",
)  # what no field says: what is abnormal, this record's number and line


@dataclass(frozen=True)
class Definition:
    key: str
    number: str
    label: Text
    sections: tuple[Section, ...]
    steps: tuple[Step, ...]
    starts_from: tuple[str, ...] = ()
    starts_alone: bool = False  # needs neither device, room nor client
    public: bool = False
    personal: bool = False  # a technician sees their own only
    confidential: bool | dict = False
    register: tuple[str, ...] = ()  # the columns of its list: what the paper book was
    register_date: str = ""  # the date field that dates its sheets
    opens: tuple[Opens, ...] = ()
    review: str = ""  # the role that reads and approves its closed sheets
    order: int = 100  # where it stands among the forms that can start somewhere
    number_label: Text | None = None
    keep: dict | None = (
        None  # {"months": so long after it was closed, "erase": fields and facts that go then}
    )
    source: dict = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def digest(self) -> str:
        """SHA-256 (hex) of the RFC 8785 canonical form of the file's data: the version's name."""
        return hashlib.sha256(rfc8785.dumps(self.source)).hexdigest()

    @cached_property
    def fields(self) -> dict[str, Field]:
        return {item.name: item for section in self.sections for item in section.fields}

    @cached_property
    def off_sheet(self) -> frozenset[str]:
        """The names of fields that are the staff's own: they don't stand on the sheet that a client keeps."""
        return frozenset(
            item.name for section in self.sections if section.off_sheet for item in section.fields
        )

    @cached_property
    def dating_field(self) -> str:
        """The name of the field that says on which day the work was done, "" for none: then a sheet's day is that of sealing.

        Versions of before forms named it go by what their fields mean.
        """
        meant = (field.name for means in DATING_MEANINGS for field in self.meanings.get(means, ()))
        return self.register_date or next(meant, "")

    @property
    def begins_by_itself(self) -> bool:
        """Not only opened by another sheet, which may bring answers along."""
        return bool(self.starts_from) or self.starts_alone or self.public

    @property
    def roles(self) -> set[str]:
        return {role for step in self.steps for role in (step.by, step.else_by) if role}

    @cached_property
    def repeats(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields.values() if field.fields)

    def section(self, name: str) -> Section:
        return next(section for section in self.sections if section.name == name)

    def step(self, name: str) -> Step:
        """Raises KeyError: entries and drafts only name steps of their own version."""
        return self.steps_by_name[name]

    @cached_property
    def steps_by_name(self) -> dict[str, Step]:
        return {step.name: step for step in self.steps}

    def sections_of(self, step: Step) -> list[Section]:
        return [self.section(name) for name in step.sections]

    def fields_of(self, step: Step) -> list[Field]:
        return [item for section in self.sections_of(step) for item in section.fields]

    def meaning(self, means: str) -> Field | None:
        """The first field that means this, if the form has one."""
        return next(iter(self.meanings.get(means, ())), None)

    @property
    def rating_readers(self) -> tuple[str, ...]:
        """Roles that alone may read how satisfied the client was; empty when all may, or nobody is asked."""
        rating = self.meaning("satisfaction")
        return rating.private_to if rating else ()

    @cached_property
    def meanings(self) -> dict[str, tuple[Field, ...]]:
        """Several fields may mean the same: a remedy is asked at the check and at the repair, the last given holds."""
        found: dict[str, tuple[Field, ...]] = {}
        for item in self.fields.values():
            if item.means:
                found[item.means] = (*found.get(item.means, ()), item)
        return found


def rename_fields(condition, name: Callable[[str], str]):
    """A condition that looks at fields by other names; what is none stays as it is."""
    if not isinstance(condition, dict):
        return condition
    return {
        "any_of" if key == "any_of" else name(key): [name(each) for each in value]
        if key == "any_of"
        else value
        for key, value in condition.items()
    }
