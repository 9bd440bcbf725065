"""What the shell says, in the reader's language."""

import os

from fieldforms import i18n
from fieldforms.errors import Problem


def _(message: str, **values) -> str:
    return i18n.sentence(message, shell_language(), **values)


def shell_language() -> str:
    """LC_ALL, LC_MESSAGES, LANG: the first that is set decides (POSIX, 8.2)."""
    wanted = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "zh" if wanted.lower().startswith("zh") else "en"


def sentence_of(refusal: Problem | OSError) -> str:
    """What the system refuses speaks for itself, and so does i18n.CatalogueMissing."""
    return _(refusal.sentence, **refusal.values) if isinstance(refusal, Problem) else str(refusal)
