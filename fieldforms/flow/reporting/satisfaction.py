"""What clients said who were not content, for who may read ratings at all; and a technician's own total."""

from dataclasses import dataclass, replace

from fieldforms.flow import local_time
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.record import folding
from fieldforms.flow.reporting import counted_figures, form_lists
from fieldforms.flow.reporting.counted_figures import FigureAsked
from fieldforms.flow.reporting.figures import GOOD_RATINGS
from fieldforms.flow.sheets import words_of_records
from fieldforms.flow.sheets.timeline import answer_in_words
from fieldforms.store.library import definitions
from fieldforms.store.models import Record
from fieldforms.store.record import lists, rating_groups
from fieldforms.store.record.records import Sealed
from fieldforms.store.reporting.figures import VALUE


@dataclass(frozen=True)
class RatingCounts:
    """How often each answer was given, in the order of the sheet."""

    counts: tuple[int, ...]

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
class CommentsOfPage:
    """`n` of them there are in all; `following`: where the next page begins."""

    n: int
    comments: list[Comment]
    following: tuple[int, int] | None


def comments_on_low_ratings(asked: FigureAsked, before: tuple[int, int] | None = None) -> CommentsOfPage:
    """What was said with the answers that are not among the top two, the newest first, page by page. Raises NotAllowed.

    Of a confidential sheet it is written down that they were read, as wherever its answers are shown.
    """
    choices = words_of_records.choices_meaning("satisfaction")
    low = tuple(choice.name for choice in choices[GOOD_RATINGS:])
    of_low = replace(asked, narrowed={**asked.narrowed, VALUE: low})
    found = counted_figures.rows_behind(of_low, before)
    rows = [each.sheet for each in found.rows if each.sheet]
    entries = lists.entries_by_uuid(rows, asked.actor.viewer) if rows else {}
    form_lists.note_confidential_rows(asked.actor, rows)
    comments = [comment_of_row(row, entries[row.uuid], asked.lang) for row in rows]
    return CommentsOfPage(counted_figures.count_rows(of_low), comments, found.following)


def comment_of_row(row: Record, entries: list[Sealed], lang: str) -> Comment:
    definition = definitions.read_definition(row.definition)
    answers = folding.fold_entries(definition, entries).answers
    reasons, text = (
        answers_meaning_in_words(definition, answers, means, lang)
        for means in ("dissatisfaction_reasons", "comments")
    )
    return Comment(words_of_records.line_of_row(row, lang), reasons, text)


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
    return OwnRatings(year, RatingCounts(tuple(counts[name] for name in names)) if counts else None)
