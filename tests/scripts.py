"""Every script of ours, which several tests read."""

from fieldforms.web import static

SCRIPTS = [path for path in sorted(static.STATIC_FOLDER.rglob("*.js")) if "vendor" not in path.parts]
