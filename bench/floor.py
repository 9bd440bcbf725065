"""The floor: what the same server, template engine and disk do when a program does nothing else.

python -m bench.floor FOLDER      prints its address; GET /form, POST /insert
"""

import sqlite3
import sys
import threading
from pathlib import Path

import waitress
from flask import Flask, render_template, request
from jinja2 import DictLoader

try:
    import pysqlite3 as sqlite3
except ImportError:
    pass

FIELDS = 23  # what the service contact sheet's first step asks
PAGE = """<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>{{ title }}</title></head><body>
<form method="post">
{% for field in fields %}
<p><label for="{{ field.name }}">{{ field.label }}</label>
{% if field.choices %}
{% for choice in field.choices %}
<label><input type="radio" name="{{ field.name }}" value="{{ choice }}"> {{ choice }}</label>
{% endfor %}
{% else %}
<input id="{{ field.name }}" name="{{ field.name }}" value="{{ field.value }}">
{% endif %}</p>
{% endfor %}
<button>提交</button></form></body></html>"""


def application(folder: Path) -> Flask:
    app = Flask("floor")
    app.jinja_loader = DictLoader({"form.html": PAGE})
    database = Database(folder / "floor.db")
    fields = [
        {
            "name": f"field_{n}",
            "label": f"字段 {n}",
            "value": f"内容 {n}",
            "choices": ["是", "否"] if n % 4 == 0 else [],
        }
        for n in range(FIELDS)
    ]

    @app.get("/form")
    def form():
        return render_template("form.html", title="表单", fields=fields)

    @app.post("/insert")
    def insert():
        database.insert(request.form["answers"])
        return "", 201

    return app


class Database:
    """One INSERT, committed and on the disk. Writers queue in the process as ours do: SQLite's own waiting is slower."""

    def __init__(self, path: Path):
        self.path, self.local, self.writing = path, threading.local(), threading.Lock()
        self.connection().execute("CREATE TABLE sheets (id INTEGER PRIMARY KEY, answers TEXT)")

    def connection(self) -> sqlite3.Connection:
        if not hasattr(self.local, "connection"):
            self.local.connection = sqlite3.connect(self.path, isolation_level=None)
            self.local.connection.execute("PRAGMA journal_mode=WAL")
            self.local.connection.execute("PRAGMA synchronous=FULL")
        return self.local.connection

    def insert(self, answers: str) -> None:
        with self.writing:
            self.connection().execute("INSERT INTO sheets (answers) VALUES (?)", (answers,))


def main() -> None:
    server = waitress.create_server(application(Path(sys.argv[1])), host="127.0.0.1", port=0, threads=8)
    print(f"http://127.0.0.1:{server.effective_port}", flush=True)
    server.run()


if __name__ == "__main__":
    main()
