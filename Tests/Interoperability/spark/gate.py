"""Stands in for `tessera` in the bundle of the test, in front of the real one.

Passes requests and results on. The first worker of the whole cluster that is asked for a third document says so and
then falls silent, so that the test can kill its executor while a task is known to be under way. A document with the
name `crash.txt` kills the worker.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

REAL = Path(__file__).with_name("tessera-real")
# Replaced by the test.
RENDEZVOUS = Path("@RENDEZVOUS@")


def claim() -> bool:
    try:
        (RENDEZVOUS / "claimed").mkdir()
    except FileExistsError:
        return False
    return True


def main() -> int:
    real = subprocess.Popen([REAL, *sys.argv[1:]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    documents = 0
    for line in sys.stdin.buffer:
        name = json.loads(line).get("content", {}).get("name")
        documents += name is not None
        if name == "crash.txt":
            real.kill()
            os.kill(os.getpid(), 9)
        if documents == 3 and claim():
            with open(RENDEZVOUS / "busy", "w") as busy:
                busy.write(f"{os.getpid()}\n")
            # Until the executor is dead, and with it the other end.
            sys.stdin.buffer.read()
            return 0
        real.stdin.write(line)
        real.stdin.flush()
        sys.stdout.buffer.write(real.stdout.readline())
        sys.stdout.buffer.flush()
    real.stdin.close()
    return real.wait()


if __name__ == "__main__":
    sys.exit(main())
