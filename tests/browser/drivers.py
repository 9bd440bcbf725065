"""Browsers that Playwright cannot drive, by the protocols that they bring along: Firefox, WebKit, Chromiums of years ago.

WebKitGTK's driver speaks W3C WebDriver over HTTP, Firefox the same commands over a socket (Marionette, what geckodriver
translates to), Chromium its DevTools protocol through a pipe. All get real clicks; what is asked of a page is asked by
scripts of ours, until it is so.
"""

import base64
import http.client
import json
import os
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path

PATIENCE = 180  # s: nobody waits for so long; a page of the slowest machine has come long before
BETWEEN = 0.05  # s, from one look at a page to the next
LOST = 20  # s: a script of ours answers at once, or its page was gone and it is asked again
AT_ONCE = {"pageLoadStrategy": "none"}  # by themselves they once waited for ever, while the page was there
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # W3C WebDriver, “Elements”


class Refused(Exception):
    """The driver's own words."""


def waited_for(look, what: str):
    """What `look` gives as soon as that is something; AssertionError with `what` where it never is."""
    until = time.monotonic() + PATIENCE
    while not (found := look()):
        if time.monotonic() > until:
            raise AssertionError(f"never came: {what}")
        time.sleep(BETWEEN)
    return found


class WebDriver:
    """What a person's hands and eyes need, in the standard's commands. A child says how they are sent."""

    def ask(self, command: str, **given):
        """The value that a command gives; Refused in the driver's words."""
        raise NotImplementedError

    def open(self, url: str) -> None:
        """Begins to; the page that is there may stay for a while."""
        self.ask("Navigate", url=url)

    def resize(self, width: int, height: int) -> None:
        """The window, in pixels: no narrower than 500 in Firefox, 447 in WebKitGTK."""
        self.ask("SetWindowRect", width=width, height=height)

    def run(self, script: str, *given):
        """What the body of a function answers on the page."""
        return self.ask("ExecuteScript", script=script, args=list(given))

    def press(self, points: list[tuple[int, int]]) -> None:
        """The mouse's button goes down at the first and up at the last; points of the viewport in CSS pixels."""
        moves = [
            {"type": "pointerMove", "x": x, "y": y, "duration": 0, "origin": "viewport"} for x, y in points
        ]
        down, up = ({"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp"))
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}}
        self.ask("PerformActions", actions=[mouse | {"actions": [moves[0], down, *moves[1:], up]}])

    def type(self, words: str) -> None:
        """Into what has the focus."""
        self.ask("ElementSendKeys", id=self.ask("GetActiveElement")[ELEMENT], text=words)

    def become(self, name: str, value: str) -> None:
        """Nobody but who has this cookie; a page of the site must be open."""
        self.ask("DeleteAllCookies")
        self.ask("AddCookie", cookie={"name": name, "value": value, "path": "/", "httpOnly": True})

    def picture(self) -> bytes:
        """PNG of what is in sight."""
        return base64.b64decode(self.ask("TakeScreenshot", full=False))


PREFS = {
    "marionette.port": 0,  # any; the profile's folder tells which
    "intl.accept_languages": "zh-CN",
}


class Firefox(WebDriver):
    """Without a screen, with a profile of its own in `folder`."""

    def __init__(self, program: str, folder: Path, **prefs):
        lines = [f'user_pref("{key}", {json.dumps(value)});' for key, value in (PREFS | prefs).items()]
        (folder / "user.js").write_text("\n".join(lines), "utf-8")
        command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(folder)]
        with (folder / "said").open("wb") as said:
            self.process = subprocess.Popen(command, stdout=said, stderr=said)
        port = waited_for(lambda: read(folder / "MarionetteActivePort"), "Firefox")
        self.socket = socket.create_connection(("127.0.0.1", int(port)), timeout=PATIENCE)
        self.stream, self.count = self.socket.makefile("rwb"), 0
        self.hear()  # it greets
        self.ask("NewSession", capabilities={"alwaysMatch": AT_ONCE})

    def ask(self, command: str, **given):
        self.count += 1
        said = json.dumps([0, self.count, f"WebDriver:{command}", given]).encode()
        self.stream.write(b"%d:%b" % (len(said), said))
        self.stream.flush()
        _kind, _number, error, value = self.hear()
        if error:
            raise Refused(error["message"])
        return value.get("value", value) if isinstance(value, dict) else value

    def print(self) -> bytes:
        """A PDF of the page on A4."""
        return base64.b64decode(self.ask("Print", page={"width": 21.0, "height": 29.7}))

    def hear(self):
        size = b""
        while (byte := self.stream.read(1)) != b":":
            size += byte
        return json.loads(self.stream.read(int(size)))

    def close(self) -> None:
        self.process.terminate()
        self.process.wait()
        self.stream.close()
        self.socket.close()


def read(path: Path) -> str:
    return path.read_text("utf-8").strip() if path.exists() else ""


QUIETLY = {
    "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",  # root has none; the pages are ours
    "LIBGL_ALWAYS_SOFTWARE": "1",
    "WEBKIT_DISABLE_DMABUF_RENDERER": "1",
    "NO_AT_BRIDGE": "1",
    "LANG": "C.UTF-8",
}
PATHS = {
    "Navigate": "POST url",
    "ExecuteScript": "POST execute/sync",
    "PerformActions": "POST actions",
    "GetActiveElement": "GET element/active",
    "ElementSendKeys": "POST element/{id}/value",
    "AddCookie": "POST cookie",
    "DeleteAllCookies": "DELETE cookie",
    "SetWindowRect": "POST window/rect",
    "TakeScreenshot": "GET screenshot",
}


class WebKit(WebDriver):
    """WebKitGTK's small browser on a screen that nobody sees; what it keeps is kept in `folder`."""

    def __init__(self, program: str, folder: Path):
        self.running = []
        places = {f"XDG_{kind}_HOME": str(folder) for kind in ("CONFIG", "CACHE", "DATA")}
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        environment = {**os.environ, **QUIETLY, **places, "DISPLAY": self.show_screen()}
        self.start(["WebKitWebDriver", f"--port={self.port}"], env=environment)
        waited_for(self.answers, "WebKitWebDriver")
        options = {"binary": program, "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {**AT_ONCE, "webkitgtk:browserOptions": options}}}
        self.session = self.call("POST", "/session", wanted)["sessionId"]

    def ask(self, command: str, **given):
        method, path = PATHS[command].split()
        body = given if method == "POST" else None
        try:
            patience = LOST if command == "ExecuteScript" else PATIENCE
            return self.call(method, f"/session/{self.session}/{path.format(**given)}", body, patience)
        except TimeoutError:
            raise Refused("no answer: what was asked of a page that goes away can be lost") from None

    def call(self, method: str, path: str, body: dict | None = None, patience: float = PATIENCE):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=patience)
        connection.request(method, path, None if body is None else json.dumps(body))
        value = json.loads(connection.getresponse().read())["value"]
        connection.close()
        if isinstance(value, dict) and "error" in value:
            raise Refused(f"{value['error']}: {value['message']}")
        return value

    def answers(self) -> bool:
        with suppress(OSError):
            return bool(self.call("GET", "/status"))
        return False

    def show_screen(self) -> str:
        """A display's name; it finds a number that is free."""
        heard, said = os.pipe()
        screen = ["Xvfb", "-displayfd", str(said), "-screen", "0", "1400x1400x24", "-nolisten", "tcp"]
        self.start(screen, pass_fds=[said])
        os.close(said)
        with os.fdopen(heard) as number:
            return f":{number.readline().strip()}"

    def start(self, command: list[str], **how) -> None:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.running.append(subprocess.Popen(command, **quiet, **how))

    def close(self) -> None:
        self.call("DELETE", f"/session/{self.session}")
        for process in reversed(self.running):
            process.terminate()
            process.wait()


FLAGS = (
    "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-quic "
    "--disable-component-update --disable-sync --remote-debugging-pipe"
).split()


class Chromium:
    """One of years ago; hands and eyes as WebDriver's, in the commands of its DevTools."""

    def __init__(self, program: str, folder: Path):
        hears, to_it = os.pipe()
        from_it, says = os.pipe()
        start = [program, *FLAGS, f"--user-data-dir={folder}", "--lang=zh-CN", "about:blank"]
        as_it_likes = f'exec "$@" 3<&{hears} 4>&{says}'  # it reads from 3 and writes to 4
        self.process = subprocess.Popen(
            ["bash", "-c", as_it_likes, "bash", *start],
            pass_fds=[hears, says],
            env={**os.environ, "LD_LIBRARY_PATH": str(Path(program).parent)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(hears), os.close(says)
        self.to, self.came, self.count, self.page = os.fdopen(to_it, "wb"), os.fdopen(from_it, "rb"), 0, {}
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self.ask("Target.attachToTarget", targetId=target, flatten=True)
        self.page = {"sessionId": attached["sessionId"]}

    def ask(self, command: str, **given) -> dict:
        self.count += 1
        said = {"id": self.count, "method": command, "params": given, **self.page}
        self.to.write(json.dumps(said).encode() + b"\0")
        self.to.flush()
        while (heard := self.hear()).get("id") != self.count:
            pass  # news of what happens
        if "error" in heard:
            raise Refused(heard["error"]["message"])
        return heard["result"]

    def hear(self) -> dict:
        said = bytearray()
        while (byte := self.came.read(1)) != b"\0":
            if not byte:
                raise AssertionError("the browser has ended")
            said += byte
        return json.loads(said)

    def open(self, url: str) -> None:
        self.ask("Page.navigate", url=url)

    def resize(self, width: int, height: int) -> None:
        """What is in sight, in CSS pixels."""
        sized = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.ask("Emulation.setDeviceMetricsOverride", **sized)

    def run(self, script: str, *given):
        """What the body of a function answers on the page."""
        called = f"(function () {{{script}}}).apply(null, {json.dumps(given)})"
        answer = self.ask("Runtime.evaluate", expression=called, returnByValue=True)
        if "exceptionDetails" in answer:
            raise Refused(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def press(self, points: list[tuple[int, int]]) -> None:
        self.move("mousePressed", points[0])
        for point in points:
            self.move("mouseMoved", point)
        self.move("mouseReleased", points[-1])

    def move(self, kind: str, point: tuple[int, int]) -> None:
        x, y = point
        self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=1, clickCount=1)

    def type(self, words: str) -> None:
        self.ask("Input.insertText", text=words)

    def become(self, name: str, value: str) -> None:
        self.ask("Network.clearBrowserCookies")
        self.ask("Network.setCookie", name=name, value=value, httpOnly=True, url=self.run("return origin"))

    def picture(self) -> bytes:
        return base64.b64decode(self.ask("Page.captureScreenshot")["data"])

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self.to.close()
        self.came.close()
