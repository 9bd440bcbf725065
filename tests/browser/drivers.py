"""Firefox and WebKit, which Playwright cannot drive as Debian has them: by the protocols that they bring along.

WebKitGTK's driver speaks W3C WebDriver over HTTP, Firefox the same commands over a socket (Marionette, what geckodriver
translates to). Both get real clicks and keys; what is asked of a page is asked by scripts of ours, until it is so.
"""

import functools
import glob
import http.client
import json
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

PATIENCE = 15  # s: nobody waits for so long; on the way to it a page of the slowest machine has come long ago
BETWEEN = 0.05  # s, from one look at a page to the next


class Refused(Exception):
    """The driver's own words."""


def waited_for(look, what: str):
    """What `look` gives as soon as that is something."""
    until = time.monotonic() + PATIENCE
    while not (found := look()):
        if time.monotonic() > until:
            raise AssertionError(f"never came: {what}")
        time.sleep(BETWEEN)
    return found


class Firefox:
    """Without a screen, with a profile of its own in `folder`."""

    name = "firefox"
    TALKS = {"marionette.port": 0, "layout.css.devPixelsPerPx": "1.0", "intl.accept_languages": "zh-CN"}

    @staticmethod
    @functools.cache
    def program() -> str | None:
        return next(filter(None, map(shutil.which, ["firefox-esr", "firefox"])), None)

    def __init__(self, folder: Path, **prefs):
        lines = [f'user_pref("{key}", {json.dumps(value)});' for key, value in (self.TALKS | prefs).items()]
        (folder / "user.js").write_text("\n".join(lines), "utf-8")
        command = [self.program(), "--headless", "--marionette", "--no-remote", "--profile", str(folder)]
        with (folder / "said").open("wb") as said:
            self.process = subprocess.Popen(command, stdout=said, stderr=said)
        port = waited_for(lambda: _read(folder / "MarionetteActivePort"), "Firefox")
        self.socket = socket.create_connection(("127.0.0.1", int(port)))
        self.stream, self.count = self.socket.makefile("rwb"), 0
        self._hear()  # it greets
        self.ask("NewSession", capabilities={"alwaysMatch": {"unhandledPromptBehavior": "ignore"}})

    def ask(self, command: str, **given):
        """The value that a WebDriver command gives; Refused in the driver's words."""
        self.count += 1
        said = json.dumps([0, self.count, f"WebDriver:{command}", given]).encode()
        self.stream.write(b"%d:%b" % (len(said), said))
        self.stream.flush()
        _kind, _number, error, value = self._hear()
        if error:
            raise Refused(error["message"])
        return value.get("value", value) if isinstance(value, dict) else value

    def _hear(self):
        size = b""
        while (byte := self.stream.read(1)) != b":":
            size += byte
        return json.loads(self.stream.read(int(size)))

    def close(self) -> None:
        self.process.terminate()
        self.process.wait()
        self.stream.close()
        self.socket.close()


class WebKit:
    """WebKitGTK's small browser on a screen that nobody sees."""

    name = "webkit"
    QUIETLY = {
        "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",  # root has none; the pages are ours
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "WEBKIT_DISABLE_DMABUF_RENDERER": "1",
        "NO_AT_BRIDGE": "1",
    }
    PATHS = {
        "Navigate": "POST url",
        "ExecuteScript": "POST execute/sync",
        "PerformActions": "POST actions",
        "ElementSendKeys": "POST element/{id}/value",
        "AddCookie": "POST cookie",
        "DeleteAllCookies": "DELETE cookie",
        "SetWindowRect": "POST window/rect",
        "TakeScreenshot": "GET screenshot",
    }

    @staticmethod
    @functools.cache
    def program() -> str | None:
        """The small browser, where its driver and a screen for it are here, too."""
        found = glob.glob("/usr/lib/*/webkit2gtk-4.*/MiniBrowser")
        return found[0] if found and shutil.which("WebKitWebDriver") and shutil.which("Xvfb") else None

    def __init__(self, folder: Path):
        self.running = []
        environment = os.environ | self.QUIETLY | {"DISPLAY": self._screen(), "XDG_CONFIG_HOME": str(folder)}
        environment |= {"XDG_CACHE_HOME": str(folder), "XDG_DATA_HOME": str(folder), "LANG": "C.UTF-8"}
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self._start(["WebKitWebDriver", f"--port={self.port}"], env=environment)
        waited_for(self._answers, "WebKitWebDriver")
        options = {"binary": self.program(), "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self.session = self._call("POST", "/session", wanted)["sessionId"]

    def ask(self, command: str, **given):
        """The value that a WebDriver command gives; Refused in the driver's words."""
        method, path = self.PATHS[command].split()
        path = path.format(**given)
        return self._call(method, f"/session/{self.session}/{path}", given if method == "POST" else None)

    def close(self) -> None:
        self._call("DELETE", f"/session/{self.session}")
        for process in reversed(self.running):
            process.terminate()
            process.wait()

    def _call(self, method: str, path: str, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request(method, path, json.dumps(body) if body is not None else None)
        value = json.loads(connection.getresponse().read())["value"]
        connection.close()
        if isinstance(value, dict) and "error" in value:
            raise Refused(f"{value['error']}: {value['message']}")
        return value

    def _answers(self) -> bool:
        try:
            return self._call("GET", "/status") is not None
        except OSError:
            return False

    def _screen(self) -> str:
        """A display's name. It chooses the number itself."""
        heard, said = os.pipe()
        screen = ["Xvfb", "-displayfd", str(said), "-screen", "0", "1400x1400x24", "-nolisten", "tcp"]
        self._start(screen, pass_fds=[said])
        os.close(said)
        with os.fdopen(heard) as number:
            return f":{number.readline().strip()}"

    def _start(self, command, **how) -> None:
        self.running.append(
            subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **how)
        )


def _read(path: Path) -> str:
    return path.read_text("utf-8").strip() if path.exists() else ""
