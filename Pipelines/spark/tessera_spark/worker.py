"""One `tessera worker` process, kept alive over many documents. Runs on the executors."""

from __future__ import annotations

import base64
import json
import subprocess
import tempfile
import threading
from pathlib import Path
from typing import IO, Any


class WorkerDied(Exception):
    """The worker ended, or was ended, before it answered."""


class WorkerUnusable(Exception):
    """The worker does not start: nothing of the job can succeed."""


class Worker:
    """Asks a worker, and starts another after one that has died.

    What it says on standard error goes to a file, so that a full pipe never holds it up.
    """

    def __init__(self, program: Path, pipelines: Path, timeout: float) -> None:
        self._command = [str(program), "worker", "--pipelines", str(pipelines)]
        self._timeout = timeout
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] = tempfile.TemporaryFile()

    def convert(self, name: str, content: bytes) -> dict[str, Any]:
        """The result of one document, as `tessera schema worker-result` describes it.

        Raises WorkerDied where the document ends the worker or takes too long, and WorkerUnusable where none starts.
        """
        if self._process is None:
            self._start()
        encoded = base64.b64encode(content).decode("ascii")
        return self._ask({"protocol": 1, "id": name, "content": {"name": name, "base64": encoded}})

    def close(self) -> None:
        """Ends the worker."""
        self._end()
        self._errors.close()

    def _start(self) -> None:
        try:
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors
            )
            # A request for nothing is refused: then the program runs, and has read its pipeline files.
            self._ask({"protocol": 1, "id": "start"})
        except (OSError, WorkerDied) as failure:
            raise WorkerUnusable(f"{' '.join(self._command)} does not start: {failure}") from failure

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        process = self._process
        assert process and process.stdin and process.stdout
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._timeout, stop)
        timer.start()
        try:
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = b""
        finally:
            timer.cancel()
        if line.endswith(b"\n"):
            answer = json.loads(line)
            if answer["id"] == request["id"]:
                return answer
        code = self._end()
        raise WorkerDied(f"it took longer than {self._timeout:g} s" if late.is_set() else self._reason(code))

    def _reason(self, code: int) -> str:
        end = self._errors.seek(0, 2)
        self._errors.seek(max(0, end - 2_000))
        said = self._errors.read().decode("utf-8", "replace").strip()
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        return f"it ended with {how}" + (f": {said.splitlines()[-1]}" if said else "")

    def _end(self) -> int:
        """Ends the process, and says with which code. It holds nothing that would be lost."""
        process, self._process = self._process, None
        if process is None:
            return 0
        assert process.stdin and process.stdout
        if process.poll() is None:
            # Where it has closed its output, it is about to end by itself, with a code that tells more.
            try:
                process.stdin.close()
                process.wait(5)
            except (BrokenPipeError, subprocess.TimeoutExpired):
                process.kill()
        process.stdout.close()
        return process.wait()
