"""What the shell says, in the reader's language."""

import os

from fieldforms import i18n
from fieldforms.errors import Problem


def _(message: str, **values) -> str:
    return i18n.gettext(message, language(), **values)


def language() -> str:
    """LC_ALL, LC_MESSAGES, LANG: the first that is set decides (POSIX, 8.2)."""
    wanted = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "zh" if wanted.lower().startswith("zh") else "en"


def sentence(problem: Problem) -> str:
    values = {name: _(value) if name == "why" else value for name, value in problem.values.items()}
    return _(problem.sentence, **values)
