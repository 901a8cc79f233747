"""Runs commands and measures them as whole processes."""

import os
import pathlib
import subprocess
import time

# The files that our program reads.
PATTERNS = ["--glob", "*.{py,pyi,go,js,mjs,cjs,jsx,ts,tsx,swift,lua}"]


def run(command):
    """Wall seconds, CPU seconds and peak megabytes of one run."""
    folder = pathlib.Path(command[0]).resolve().parent
    # Tools of a Python folder of their own find each other, and their packages, there.
    environment = dict(
        os.environ, PATH=os.pathsep.join([str(folder), os.environ["PATH"]]), PYTHONPATH=str(folder.parent))
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"exit code {process.returncode}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
