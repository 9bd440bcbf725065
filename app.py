"""The WSGI application, for any server: `app:app`. What it refuses to start for is a sentence here, too, and no traceback."""

import sys

from fieldforms import create_app
from fieldforms.cli.words import sentence_of
from fieldforms.errors import Problem

# gunicorn starts a worker that ends with any other status anew, again and again; this one ends it all
# (gunicorn.arbiter.Arbiter.WORKER_BOOT_ERROR).
CANNOT_START = 3

try:
    app = create_app()
except (Problem, OSError) as refusal:
    print(sentence_of(refusal), file=sys.stderr)
    sys.exit(CANNOT_START)
