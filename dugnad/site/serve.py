"""Running: one web server, and one worker beside it that is started again when it dies."""

from __future__ import annotations

import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import django
import uvicorn
from django.conf import settings
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.utils.crypto import get_random_string

from dugnad.site import clock
from dugnad.site.checks import is_loopback, public_host
from dugnad.site.mail_commands import keep_telling
from dugnad.site.tidy_commands import keep_tidying

if TYPE_CHECKING:
    from collections.abc import Iterator

HEARTBEAT_SECONDS = 20
HEARTBEAT = settings.VAR / "worker-alive"


def serve(*, host: str, port: int, with_worker: bool) -> None:
    """Prepare the database and serve until told to stop.

    Raises:
        ImproperlyConfigured: what stands in the way, in one sentence.
    """
    if settings.DEMO and not (is_loopback(host) and is_loopback(public_host())):
        raise ImproperlyConfigured(
            "The demo lets anybody in under any name, so it runs on this machine only: take away DEMO, "
            "or set HOST and PUBLIC_URL to 127.0.0.1."
        )
    signal.signal(signal.SIGTERM, _stop)
    with _listening(host, port) as listening:
        django.setup()
        for fault in run_checks():
            if fault.is_serious():
                raise ImproperlyConfigured(fault.msg)
        call_command("migrate", verbosity=0, interactive=False)
        if settings.DEMO:
            _load_demo()
        with _worker() if with_worker else _nothing():
            sys.stdout.write(_greeting())
            sys.stdout.flush()
            _web(host, port).run(sockets=[listening])


def _stop(_signal: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt


def _web(host: str, port: int) -> uvicorn.Server:
    config = uvicorn.Config(
        "dugnad.site.asgi:application",
        host=host,
        port=port,
        backlog=4096,
        lifespan="off",
        timeout_keep_alive=75,
        timeout_graceful_shutdown=3,
        access_log=False,
        log_level="warning",
    )
    return uvicorn.Server(config)


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, port))
            listening.listen(4096)  # from here on a browser waits instead of being turned away
        except OSError as error:
            raise ImproperlyConfigured(
                f"Nothing can be served on {host}, port {port} ({error.strerror}): "
                f"stop what is there, or choose another port with PORT={port + 1}."
            ) from None
        yield listening


def _load_demo() -> None:
    from dugnad.hall.demo import load_demo  # noqa: PLC0415 - models load after django.setup()
    from dugnad.people.models import Person  # noqa: PLC0415 - models load after django.setup()

    if not Person.objects.exists():
        sys.stdout.write("Loading the demo\n")
        load_demo(at=clock.now())


def _greeting() -> str:
    page = f"{settings.PUBLIC_URL}/account/login/"
    if settings.DEMO:
        sign_in = f"choose who to be on {page} (this is the demo; everybody in it is made up)"
    elif settings.EMAIL_HOST:
        sign_in = f"type your e-mail address on {page}; the code comes by mail"
    else:
        sign_in = f"type your e-mail address on {page}; the code is printed here, since SMTP_HOST is not set"
    return f"\nOpen     {settings.PUBLIC_URL}\nSign in  {sign_in}\nStop     Ctrl-C\n\n"


@contextmanager
def _nothing() -> Iterator[None]:
    yield


@contextmanager
def _worker() -> Iterator[None]:
    stopping = threading.Event()
    keeper = threading.Thread(target=_keep_worker, args=(stopping,))
    keeper.start()
    try:
        yield
    finally:
        stopping.set()
        keeper.join()


def _keep_worker(stopping: threading.Event) -> None:
    command = [sys.executable, "-m", "dugnad.site.cli", "worker", "--attached"]
    while not stopping.is_set():
        # A session of its own: Ctrl-C reaches the server alone, which then stops the worker in good order.
        with subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True) as child:  # noqa: S603 - ours
            while child.poll() is None and not stopping.wait(0.5):
                pass
            child.terminate()
            try:
                child.wait(5)
            except subprocess.TimeoutExpired:
                child.kill()
        if not stopping.wait(1):
            logging.getLogger("dugnad").error("The worker stopped by itself and is started again.")


def work(*, attached: bool) -> None:
    """Do jobs from the queue until told to stop; an attached worker also stops when its server is gone."""
    django.setup()
    from django_tasks_db.management.commands.db_worker import Worker  # noqa: PLC0415 - models load after setup

    logging.getLogger("django_tasks_db").setLevel(logging.ERROR)
    worker = Worker(
        queue_names=["*"],
        interval=1,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )
    worker.configure_signals()
    threading.Thread(target=_beat, daemon=True).start()
    threading.Thread(target=keep_telling, daemon=True).start()
    threading.Thread(target=keep_tidying, daemon=True).start()
    if attached:
        threading.Thread(target=_follow_server, daemon=True).start()
    worker.run()


def _beat() -> NoReturn:
    while True:
        HEARTBEAT.touch()
        time.sleep(HEARTBEAT_SECONDS)


def _follow_server() -> None:
    os.read(0, 1)  # the server holds the other end; it ends when the server does, however that happens
    os.kill(os.getpid(), signal.SIGTERM)
