"""A mail server and a robot's door on this very machine, with the standard library alone: what they get they keep, and they fail as they
are told to."""

import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Kept:
    """What came, and what is answered. `replies`: command → line, in the place of the usual one; `hang`: say nothing from the
    first word on, until `let_go`."""

    port: int = 0
    mails: list = field(default_factory=list)
    posts: list = field(default_factory=list)
    replies: dict = field(default_factory=dict)
    answer: dict = field(default_factory=lambda: {"errcode": 0})
    hang: bool = False
    let_go: threading.Event = field(default_factory=threading.Event)


class Smtp(socketserver.StreamRequestHandler):
    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def handle(self) -> None:
        kept: Kept = self.server.kept
        if kept.hang:
            kept.let_go.wait(60)
            return
        self.say(kept.replies.get("greeting", "220 here"))
        for raw in self.rfile:
            word = raw.decode("ascii", "replace").split()[0].upper() if raw.split() else ""
            if word == "DATA" and "DATA" not in kept.replies:
                self.say("354 go on")
                body = b"".join(iter(self.rfile.readline, b".\r\n"))
                if "end" not in kept.replies:
                    kept.mails.append(message_from_bytes(body, policy=policy.default))
                self.say(kept.replies.get("end", "250 taken"))
                continue
            self.say(kept.replies.get(word, "221 bye" if word == "QUIT" else "250 fine"))
            if word == "QUIT":
                return


class Robot(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        kept: Kept = self.server.kept
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        kept.posts.append((self.path, body))
        answer = json.dumps(kept.answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_said) -> None:
        pass


class Threads(socketserver.ThreadingTCPServer):
    daemon_threads = True


@contextmanager
def serving(server) -> Iterator[Kept]:
    server.kept = Kept(port=server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server.kept
    finally:
        server.kept.let_go.set()
        server.shutdown()
        server.server_close()
        thread.join()


def mail_server():
    return serving(Threads(("127.0.0.1", 0), Smtp))


def robot_server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Robot)
    server.daemon_threads = True
    return serving(server)
