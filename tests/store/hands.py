"""Migrating in a process of its own, which may be killed."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Migrates, and dies without a word before its statement number N, or before the first that holds a word.
KILLED = """
import os, sys
from fieldforms.store import database
db = database.connect(sys.argv[1])
before, done, execute = sys.argv[2], 0, db.execute_sql
def execute_sql(sql, *args, **options):
    global done
    if str(done) == before or before in sql and not before.isdigit():
        os._exit(9)
    done += 1
    return execute(sql, *args, **options)
db.execute_sql = execute_sql
database.migrate()
"""
NOTED_DOWN = 'INSERT INTO "schema_migration"'  # the last thing that is done of a migration


def migrating(code: str, *arguments: str, **settings: str) -> subprocess.Popen:
    environ = os.environ | {"PYTHONPATH": str(ROOT)} | settings
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True
    )
