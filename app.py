"""The WSGI application, for any server: `app:app`."""

from fieldforms import create_app

app = create_app()
