"""Processes in which strangers' files are opened: what a file does (memory, time, a crash of a decoder) happens to them alone.

A server starts its helper when the first file comes, asks it one thing at a time, gives it so long for each, and ends it when it
takes longer: the next request starts another one. Both ends of the pipe are here: a request is a line of JSON and the bytes it
says, and so is the answer (docs/decisions/0015-strangers-files.md).
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from threading import Lock, Timer

from fieldforms.errors import Busy

SLOW = "slow"  # it took too long, or died of it

Verb = Callable[..., tuple[dict, bytes]]


class CannotRead(Exception):
    """Raised by a helper's verb: why, in a word or a sentence that whoever asks knows."""


class HelperFailed(Exception):
    """`why`: what the helper said of the file; SLOW when it said nothing; "damaged" of what its decoders did not expect."""

    def __init__(self, why: str):
        super().__init__(why)
        self.why = why


class HelperProcess:
    """One such process of this server, running `module`. `seconds`: for one request, and for waiting until it is one's turn."""

    def __init__(self, module: str, seconds: float):
        self.module, self.seconds = module, seconds
        self.process: subprocess.Popen | None = None
        self.one_at_a_time = Lock()

    def ask(self, verb: str, body: bytes = b"", **given) -> tuple[dict, bytes]:
        """The answer and the bytes that come with it. Raises HelperFailed; Busy when others take too long."""
        if not self.one_at_a_time.acquire(timeout=self.seconds):
            raise Busy
        try:
            answer, found = self.answer_in_time({"do": verb, "with": given}, body)
        finally:
            self.one_at_a_time.release()
        if "error" in answer:
            raise HelperFailed(answer["error"])
        return answer, found

    def answer_in_time(self, asked: dict, body: bytes) -> tuple[dict, bytes]:
        """A helper that dies or takes too long says nothing more: that is the file's doing."""
        process = self.living_process()
        assert process.stdin and process.stdout
        clock = Timer(self.seconds, process.kill)
        clock.start()
        try:
            send_message(process.stdin, asked, body)
            message = next_message(process.stdout)
        except (OSError, ValueError):
            message = None
        except BaseException:  # half of an answer was read: the next who asks must not get the rest
            self.end_process()
            raise
        finally:
            clock.cancel()
        if message is None:
            self.end_process()
        return message or ({"error": SLOW}, b"")

    def living_process(self) -> subprocess.Popen:
        if self.process and self.process.poll() is not None:
            self.end_process()
        if self.process is None:
            self.process = start_process(self.module)
        return self.process

    def end_process(self) -> None:
        process, self.process = self.process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            try:
                if pipe:
                    pipe.close()
            except OSError:  # what was not sent yet has nobody to go to
                pass


def start_process(module: str) -> subprocess.Popen:
    """It finds modules where this process found them, whatever folder both were started in; -P: and nowhere else."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def send_message(pipe, said: dict, body: bytes) -> None:
    pipe.write(json.dumps({**said, "bytes": len(body)}).encode() + b"\n" + body)
    pipe.flush()


def next_message(pipe) -> tuple[dict, bytes] | None:
    """None where the other end has nothing more to say, or said half of it."""
    line = pipe.readline()
    if not line:
        return None
    said: dict = json.loads(line)
    body = pipe.read(said["bytes"])
    return (said, body) if len(body) == said["bytes"] else None


# In the helper


def serve_requests(verbs: dict[str, Verb], most_memory: int) -> None:
    """Until nobody asks any more. A verb takes what was given, and `body` where bytes came along."""
    limit_memory(most_memory)
    asking, answering = sys.stdin.buffer, sys.stdout.buffer
    while message := next_message(asking):
        send_message(answering, *answer_of_verb(verbs, *message))


def limit_memory(most_bytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))


def answer_of_verb(verbs: dict[str, Verb], asked: dict, body: bytes) -> tuple[dict, bytes]:
    try:
        return verbs[asked["do"]](**asked["with"], **({"body": body} if body else {}))
    except CannotRead as error:
        return {"error": str(error)}, b""
    except MemoryError:
        return {"error": SLOW}, b""
    except Exception as error:  # noqa: BLE001  of broken or hostile bytes decoders raise anything
        return {"error": "damaged", "of": type(error).__name__}, b""
