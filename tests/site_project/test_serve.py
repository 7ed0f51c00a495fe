"""The supervisor and its command, run as their own processes, as a person would run them."""

import os
import signal
import socket
import subprocess
import sys
import time

from django.conf import settings

TWO_PARTS = """
import os, sys, time
from functools import partial
from site_project.supervisor import StopAsked, Supervisor

def live(path):
    open(path, "w").write(str(os.getpid()))
    time.sleep(60)

def end():
    time.sleep(0.3)

other = end if sys.argv[2] == "one-ends" else partial(live, sys.argv[1] + "/second")
try:
    with Supervisor(first=partial(live, sys.argv[1] + "/first"), second=other) as supervisor:
        print("ended:", supervisor.ended(), flush=True)
except StopAsked:
    print("stopped", flush=True)
"""


def start(*arguments, **environment):
    return subprocess.Popen(
        [sys.executable, *map(str, arguments)],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "site_project.settings.dev"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def is_running(process_id):
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True


def wait_for(path):
    for _ in range(200):
        if path.exists() and path.read_text():
            return int(path.read_text())
        time.sleep(0.05)
    raise AssertionError(f"{path.name} did not start")


def eventually_gone(process_id):
    for _ in range(100):
        if not is_running(process_id):
            return True
        time.sleep(0.05)
    return False


def test_when_one_part_ends_the_others_end_too_and_it_is_named(tmp_path):
    supervisor = start("-c", TWO_PARTS, tmp_path, "one-ends")
    first = wait_for(tmp_path / "first")

    words, _ = supervisor.communicate(timeout=20)

    assert words == "ended: second\n"
    assert not is_running(first)


def test_an_interrupt_ends_every_part(tmp_path):
    supervisor = start("-c", TWO_PARTS, tmp_path, "both-live")
    parts = [wait_for(tmp_path / "first"), wait_for(tmp_path / "second")]

    supervisor.send_signal(signal.SIGINT)
    words, _ = supervisor.communicate(timeout=20)

    assert words == "stopped\n"
    assert [is_running(part) for part in parts] == [False, False]


def test_parts_do_not_outlive_a_supervisor_that_was_killed(tmp_path):
    supervisor = start("-c", TWO_PARTS, tmp_path, "both-live")
    parts = [wait_for(tmp_path / "first"), wait_for(tmp_path / "second")]

    supervisor.kill()
    supervisor.communicate(timeout=20)

    assert [eventually_gone(part) for part in parts] == [True, True]


def test_a_taken_port_is_said_in_one_line_that_names_another(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        words, _ = start("manage.py", "serve", ACCORD_VAR=str(tmp_path), PORT=str(port)).communicate(timeout=60)

    assert words.strip() == (
        f"CommandError: Port {port} is taken by another program. Choose another one: PORT={port + 1} make run"
    )


def test_the_server_says_so_when_a_part_cannot_work(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    # Without a database the worker has nothing to stand on.
    serving = start("manage.py", "serve", ACCORD_VAR=str(tmp_path), PORT=str(port))
    words, _ = serving.communicate(timeout=60)

    assert serving.returncode == 1
    assert "The worker" in words
