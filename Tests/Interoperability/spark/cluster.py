"""A cluster of two executors on this machine, of which one is killed at work."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pyspark

EXECUTOR = "CoarseGrainedExecutorBackend"
# Seconds; only a job that hangs ever needs them.
PATIENCE = 600


def run_job(
    documents: Path, pipelines: Path, bundle: Path, output: Path, rendezvous: Path, max_bytes: int
) -> tuple[int, str, str]:
    """Runs the job, kills an executor while a task runs on it, and waits for the end.

    Returns the exit code, what the job printed, and what Spark logged.
    """
    home = Path(pyspark.__file__).parent
    environment = os.environ | {
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
        "PYSPARK_DRIVER_PYTHON": sys.executable,
        "SPARK_HOME": str(home),
    }
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
    }
    os.mkfifo(rendezvous / "busy")
    # Opened for both, so that it never comes to its end.
    busy = os.open(rendezvous / "busy", os.O_RDWR)
    printed, logged = rendezvous / "stdout", rendezvous / "stderr"
    with printed.open("wb") as out, logged.open("wb") as log:
        job = subprocess.Popen(
            [
                home / "bin/spark-submit",
                *("--master", "local-cluster[2,1,1024]"),
                *(word for setting in settings.items() for word in ("--conf", "=".join(setting))),
                "Pipelines/spark/convert.py",
                *("--input", documents, "--output", output, "--bundle", bundle),
                *("--pipelines", pipelines, "--partitions", "4", "--max-bytes", str(max_bytes)),
            ],
            env=environment,
            stdout=out,
            stderr=log,
        )
        ended = os.pidfd_open(job.pid)
        try:
            ready, _, _ = select.select([busy, ended], [], [], PATIENCE)
            if busy in ready:
                os.kill(executor_above(int(os.read(busy, 100))), signal.SIGKILL)
            code = job.wait(PATIENCE)
        finally:
            if job.poll() is None:
                job.terminate()
                job.wait()
            os.close(busy)
            os.close(ended)
    return code, printed.read_text(), logged.read_text()


def executor_above(process: int) -> int:
    """The executor that a process works for."""
    while process > 1:
        if EXECUTOR in Path(f"/proc/{process}/cmdline").read_text():
            return process
        # The name of the program, in brackets, may hold anything.
        process = int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    raise ProcessLookupError("the worker has no executor above it")
