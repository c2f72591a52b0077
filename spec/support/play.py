"""Runs a program on a terminal of its own and plays the person in front of it.

Standard input is JSON: {argv, env, rows, columns, seconds, raw, steps: [{send, until}]}; what is sent is
typed, and the step is done when the screen ends in `until`, or the program has ended. Standard
output is JSON: {screens: [text of each step], status, late: the step that waited in vain}. In the
texts, escape sequences, carriage returns, bells and backspaces are left out, but where `raw` is true.
"""

import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time

ESCAPES = re.compile(rb"\x1b(\[[0-9;?]*[ -/]*[@-~]|[@-Z\\-_=>])")


def plain(raw):
    text = ESCAPES.sub(b"", raw).translate(None, b"\r\a\b")
    return text.decode("utf-8", "replace")


def start(job):
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(job["env"])
        for name in job.get("unset", []):
            os.environ.pop(name, None)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.execvp(job["argv"][0], job["argv"])
    size = struct.pack("HHHH", job["rows"], job["columns"], 0, 0)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, size)
    return pid, terminal


def read(terminal, seconds):
    """What came; b"" when the program has closed the terminal, None when nothing came."""
    if not select.select([terminal], [], [], max(0, seconds))[0]:
        return None
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def play(job, terminal):
    screens = []
    for number, step in enumerate(job["steps"], 1):
        if step["send"] == "\3":
            time.sleep(0.15)  # a person sees what is there, and then presses Ctrl-C
        try:
            os.write(terminal, step["send"].encode())
        except OSError:  # the program has ended
            return screens, None
        raw, end = b"", time.monotonic() + job["seconds"]
        while not plain(raw).endswith(step["until"]) or not raw:
            came = read(terminal, end - time.monotonic())
            if came is None:
                return screens + [plain(raw)], number
            raw += came
            if came == b"":
                return screens + [plain(raw)], None
        screens.append(raw.decode("utf-8", "replace") if job.get("raw") else plain(raw))
    return screens, None


def main():
    job = json.load(sys.stdin)
    pid, terminal = start(job)
    screens, late = play(job, terminal)
    if late:
        os.kill(pid, signal.SIGKILL)
    while read(terminal, job["seconds"]):
        pass
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    json.dump({"screens": screens, "status": status, "late": late}, sys.stdout)


main()
