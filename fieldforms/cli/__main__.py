"""`python -m fieldforms.cli`, where the command is not on the path."""

import sys

from fieldforms.cli import main

sys.exit(main())
