"""The forms that come with the program, by key."""

from fieldforms.forms.loading import LIBRARY, load

FORMS = {definition.key: definition for definition in map(load, sorted(LIBRARY.glob("*.toml")))}
