"""Satisfaction, counted: by month, client and technician, with reasons. Only for who may read ratings at all."""

from collections.abc import Iterable
from dataclasses import dataclass

from fieldforms.errors import NotAllowed
from fieldforms.flow import local_time
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import folding
from fieldforms.flow.sheets import words_of_records
from fieldforms.flow.sheets.timeline import answer_in_words
from fieldforms.i18n import pick
from fieldforms.store.library import definitions
from fieldforms.store.record import lists, rating_groups, ratings

MONTHS = 12
MOST_COMMENTS = 20


@dataclass(frozen=True)
class RatingCounts:
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

    line: words_of_records.RecordLine
    reasons: str
    text: str


@dataclass(frozen=True)
class Satisfaction:
    answers: tuple[str, ...]
    months: tuple[RatingCounts, ...]
    clients: tuple[RatingCounts, ...]
    technicians: tuple[RatingCounts, ...]
    reasons: tuple[tuple[str, int], ...]
    comments: tuple[Comment, ...]

    @property
    def total(self) -> RatingCounts:
        return RatingCounts("", tuple(map(sum, zip(*(month.counts for month in self.months), strict=True))))


def satisfaction_of_period(
    actor: Actor, year: int | None, client: int | None, technician: int | None, lang: str
) -> Satisfaction:
    """Of a calendar year, or of the last twelve months. Raises NotAllowed."""
    if not actor.viewer.reads_ratings:
        raise NotAllowed
    asked, of = months_of_year(year), (client, technician)
    choices = words_of_records.choices_meaning("satisfaction")
    names = [choice.name for choice in choices]
    labels = {
        choice.name: pick(choice.label, lang)
        for choice in words_of_records.choices_meaning("dissatisfaction_reasons")
    }
    by_month = ((month, month, answer, n) for month, answer, n in ratings.by_month(asked, *of))
    return Satisfaction(
        answers=tuple(pick(choice.label, lang) for choice in choices),
        months=tuple(count_answers(by_month, names, [(month, month) for month in asked])),
        clients=tuple(count_answers(ratings.by_client(asked, *of), names)),
        technicians=tuple(count_answers(ratings.by_technician(asked, *of), names)),
        reasons=tuple((labels.get(name, name), n) for name, n in ratings.reasons_by_count(asked, *of)),
        comments=tuple(comments_on_low_ratings(actor, names[2:], asked, of, lang)),
    )


def months_of_year(year: int | None) -> list[str]:
    """2026-01 …: the twelve of a year, or the last twelve with this one."""
    today = local_time.date_today()
    last = year * 12 + 11 if year else today.year * 12 + today.month - 1
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(last - MONTHS + 1, last + 1)]


def count_answers(
    rows: Iterable[tuple], names: list[str], every: list[tuple] | None = None
) -> list[RatingCounts]:
    """(id, name, answer, n) rows gathered; worst first when nobody says which there must be."""
    found: dict[tuple, dict[str, int]] = {key: {} for key in every or ()}
    for id, name, answer, n in rows:
        found.setdefault((id, name), {})[answer] = n
    gathered = [
        RatingCounts(name, tuple(given.get(answer, 0) for answer in names), id)
        for (id, name), given in found.items()
    ]
    return gathered if every else sorted(gathered, key=lambda each: (each.csat or 0, -each.n))


def comments_on_low_ratings(
    actor: Actor, low: list[str], asked: list[str], of: tuple, lang: str
) -> list[Comment]:
    rows = definitions.with_forms(
        ratings.records_rated(actor.viewer, low, asked, of[0], of[1], MOST_COMMENTS)
    )
    entries = lists.entries_by_uuid(rows, actor.viewer)
    told = []
    for row in rows:
        definition = definitions.read_definition(row.definition)
        answers = folding.fold_entries(definition, entries[row.uuid]).answers
        said = {
            means: answers_meaning_in_words(definition, answers, means, lang)
            for means in ("dissatisfaction_reasons", "comments")
        }
        told.append(
            Comment(
                words_of_records.line_of_row(row, lang), said["dissatisfaction_reasons"], said["comments"]
            )
        )
    return told


def answers_meaning_in_words(definition, answers: dict, means: str, lang: str) -> str:
    fields = definition.meanings.get(means, ())
    said = [answer_in_words(field, answers[field.name], lang) for field in fields if answers.get(field.name)]
    return ("；" if lang == "zh" else "; ").join(said)


@dataclass(frozen=True)
class OwnRatings:
    """A person's own total of the groups completed in a year; `counted` is None before the first."""

    year: int
    counted: RatingCounts | None


def own_ratings(actor: Actor) -> list[OwnRatings]:
    """This year's and last year's, in frozen groups: between two looks only whole groups come (flow/record/rating_groups.py)."""
    year = int(local_time.today()[:4])
    return [own_ratings_of_year(actor.user.id, each) for each in (year, year - 1)] if actor.user else []


def own_ratings_of_year(user_id: int, year: int) -> OwnRatings:
    counts = rating_groups.counts_of_year(user_id, str(year))
    names = [choice.name for choice in words_of_records.choices_meaning("satisfaction")]
    return OwnRatings(year, RatingCounts("", tuple(counts[name] for name in names)) if counts else None)
