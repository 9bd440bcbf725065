"""The command `fieldforms`: serve, and what an administrator does from a shell. One module a noun.

A refusal is a sentence on stderr and exit 2; what was found wrong (forms, seals) is exit 1. Speaks Chinese or English
by LANG.
"""

import argparse
import sys

from fieldforms import config
from fieldforms.cli import archives, database, forms, labels, people, seals, server, worker
from fieldforms.cli.words import _, sentence_of
from fieldforms.errors import Problem


def main(argv: list[str] | None = None) -> int:
    """The exit status."""
    config.keep_files_private()
    try:
        arguments = make_parser().parse_args(argv)
        return arguments.run(arguments) or 0
    except (Problem, OSError) as refusal:
        print(sentence_of(refusal), file=sys.stderr)
    except KeyboardInterrupt:
        pass
    return 2


def make_parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(
        "fieldforms", description=_("现场服务单据：扫码、填写、签字、封存、打印。")
    )
    commands = whole.add_subparsers(title=_("命令"), required=True, metavar="…")

    def command(run, name: str, about: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=about, description=about)
        added.set_defaults(run=run)
        return added

    for noun in (server, worker, database, archives, forms, seals, people, labels):
        noun.commands(command)
    return whole
