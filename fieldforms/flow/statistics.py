"""Satisfaction, counted: by month, client and technician, with reasons. Only for who may read ratings at all."""

from collections.abc import Iterable
from dataclasses import dataclass

from fieldforms.errors import NotAllowed
from fieldforms.flow import folding, localtime, wording
from fieldforms.flow.actors import Actor
from fieldforms.flow.timeline import words
from fieldforms.i18n import pick
from fieldforms.store import definitions, lists, ratings

MONTHS = 12
FEWEST = 5  # a person's own ratings are told from five on, and in fives: nobody can tell who said what
MOST_COMMENTS = 20


@dataclass(frozen=True)
class Counted:
    """How often each answer was given, in the order of the sheet. `name` in words; `id` of a client or technician."""

    name: str
    counts: tuple[int, ...]
    id: int | None = None

    @property
    def n(self) -> int:
        return sum(self.counts)

    @property
    def csat(self) -> float | None:
        """The share of the top two of four among those who answered, in percent (experience.md)."""
        return 100 * sum(self.counts[:2]) / self.n if self.n else None


@dataclass(frozen=True)
class Comment:
    """A low rating: which record, what was said."""

    line: wording.Line
    reasons: str
    text: str


@dataclass(frozen=True)
class Satisfaction:
    answers: tuple[str, ...]
    months: tuple[Counted, ...]
    clients: tuple[Counted, ...]
    technicians: tuple[Counted, ...]
    reasons: tuple[tuple[str, int], ...]
    comments: tuple[Comment, ...]

    @property
    def total(self) -> Counted:
        return Counted("", tuple(map(sum, zip(*(month.counts for month in self.months), strict=True))))


def satisfaction(
    actor: Actor, year: int | None, client: int | None, technician: int | None, lang: str
) -> Satisfaction:
    """Of a calendar year, or of the last twelve months. Raises NotAllowed."""
    if actor.viewer.role not in lists.RATING_READERS:
        raise NotAllowed
    asked, of = months(year), (client, technician)
    choices = wording.choices("satisfaction")
    names = [choice.name for choice in choices]
    labels = {choice.name: pick(choice.label, lang) for choice in wording.choices("dissatisfaction_reasons")}
    by_month = ((month, month, answer, n) for month, answer, n in ratings.by_month(asked, *of))
    return Satisfaction(
        answers=tuple(pick(choice.label, lang) for choice in choices),
        months=tuple(counted(by_month, names, [(month, month) for month in asked])),
        clients=tuple(counted(ratings.by_client(asked, *of), names)),
        technicians=tuple(counted(ratings.by_technician(asked, *of), names)),
        reasons=tuple((labels.get(name, name), n) for name, n in ratings.reasons(asked, *of)),
        comments=tuple(comments(actor, names[2:], asked, of, lang)),
    )


def months(year: int | None) -> list[str]:
    """2026-01 …: the twelve of a year, or the last twelve with this one."""
    today = localtime.date_today()
    last = year * 12 + 11 if year else today.year * 12 + today.month - 1
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(last - MONTHS + 1, last + 1)]


def counted(rows: Iterable[tuple], names: list[str], every: list[tuple] | None = None) -> list[Counted]:
    """(id, name, answer, n) rows gathered; worst first when nobody says which there must be."""
    found: dict[tuple, dict[str, int]] = {key: {} for key in every or ()}
    for id, name, answer, n in rows:
        found.setdefault((id, name), {})[answer] = n
    gathered = [
        Counted(name, tuple(given.get(answer, 0) for answer in names), id)
        for (id, name), given in found.items()
    ]
    return gathered if every else sorted(gathered, key=lambda each: (each.csat or 0, -each.n))


def comments(actor: Actor, low: list[str], asked: list[str], of: tuple, lang: str) -> list[Comment]:
    rows = lists.with_forms(ratings.rated(actor.viewer, low, asked, of[0], of[1], MOST_COMMENTS))
    entries = lists.entries_of(rows, actor.viewer)
    told = []
    for row in rows:
        definition = definitions.read(row.definition)
        answers = folding.fold(definition, entries[row.uuid]).answers
        said = {
            means: meant(definition, answers, means, lang)
            for means in ("dissatisfaction_reasons", "comments")
        }
        told.append(Comment(wording.line(row, lang), said["dissatisfaction_reasons"], said["comments"]))
    return told


def meant(definition, answers: dict, means: str, lang: str) -> str:
    fields = definition.meanings.get(means, ())
    said = [words(field, answers[field.name], lang) for field in fields if answers.get(field.name)]
    return ("；" if lang == "zh" else "; ").join(said)


@dataclass(frozen=True)
class Own:
    """A person's own total of a year; `counted` is None below five."""

    year: int
    counted: Counted | None


def own(actor: Actor) -> list[Own]:
    """This year's and last year's, in fives, in the order of signing: a new rating never shows by itself."""
    year = int(localtime.today()[:4])
    return [own_year(actor.user.id, each) for each in (year, year - 1)] if actor.user else []


def own_year(user_id: int, year: int) -> Own:
    given = ratings.own(user_id, str(year))
    told = given[: len(given) // FEWEST * FEWEST]
    names = [choice.name for choice in wording.choices("satisfaction")]
    return Own(year, Counted("", tuple(told.count(name) for name in names)) if told else None)
