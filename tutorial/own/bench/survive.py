"""Kill a worker while people read: python -m bench.survive."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Event

PORT, SECONDS, READERS = 8765, 4, 4


def main():
    """Serve, read, kill one worker in the middle, and say what readers saw."""
    command = ("gunicorn", "--bind", f"127.0.0.1:{PORT}", "wsgi:app")
    with subprocess.Popen([sys.executable, "-m", *command]) as master:
        try:
            before = patiently(lambda: workers(master.pid))
            patiently(lambda: ask() == 200)
            seen = read_meanwhile(lambda: os.kill(before[0], signal.SIGKILL))
            after = patiently(lambda: workers(master.pid))
        finally:
            master.terminate()
    told(before, after, seen)


def told(before, after, seen):
    lost = sum(count for status, count in seen.items() if status != 200)
    print(f"workers before: {len(before)}, after: {len(after)}")
    print(f"new among them: {len(set(after) - set(before))}")
    print("requests lost:", "a handful" if lost <= READERS * 2 else lost)
    print("most were answered:", seen[200] > 100)


def workers(master):
    """The processes that answer; two of them, or none yet."""
    children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    return [int(pid) for pid in children] if len(children) == 2 else []


def patiently(look):
    """What ``look`` finds, once it finds something."""
    for _ in range(200):
        if found := look():
            return found
        time.sleep(0.1)
    raise SystemExit("It did not begin to serve.")


def read_meanwhile(deed):
    """Read with several readers, do the deed after half of the time."""
    end = Event()
    with ThreadPoolExecutor() as pool:
        readers = [pool.submit(read_until, end) for _ in range(READERS)]
        time.sleep(SECONDS / 2)
        deed()
        time.sleep(SECONDS / 2)
        end.set()
    return sum((reader.result() for reader in readers), Counter())


def read_until(end):
    seen = Counter()
    while not end.is_set():
        seen[ask()] += 1
    return seen


def ask(path="/explore/"):
    """The status of a page; 0 where nobody answers."""
    connection = HTTPConnection("127.0.0.1", PORT, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except (OSError, HTTPException):
        return 0
    finally:
        connection.close()


if __name__ == "__main__":
    main()
