"""The temporary Prefect server of one call, and the surroundings that Prefect reads when it is imported.

Prefect would start such a server by itself, but would let it write to the user's terminal, take Ctrl-C for its own
and outlive a killed run. Ours writes to a log file, stands apart from the terminal and ends with its parent.
"""

import atexit
import os
import runpy
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

from flows.settings import Settings
from schemas.errors import AnnalistError

API = "PREFECT_API_URL"
PATIENCE = 120.0  # seconds until a server must answer: a first start builds its database
PAUSE = 0.1
SURROUNDINGS = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_SERVER_UI_ENABLED": "false",
    "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
    # An error is raised to us and said in one line; Prefect's own line about it carries a traceback.
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
}


class Server:
    """A Prefect server in a process of its own, which ends when this one does, however it does."""

    def __init__(self, settings: Settings, *, lasting: bool) -> None:
        self.log = settings.prefect_home / "server.log"
        self.lasting = lasting
        self.port = 0
        self.process = self._start()
        # Registered before Prefect is imported, so that it comes after what Prefect has yet to send at its own end.
        atexit.register(self.stop)

    @property
    def url(self) -> str:
        """The address of its API."""
        return f"http://127.0.0.1:{self.port}/api"

    def wait(self) -> None:
        """Returns when the server answers.

        Raises:
            AnnalistError: it died, or does not answer in time.
        """
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            if _answers(f"{self.url}/health"):
                return
            time.sleep(PAUSE)
        self.stop()
        raise AnnalistError(f"Prefect's temporary server did not start; its log is {self.log}")

    def stop(self) -> None:
        """Ends the server; one that does not end in five seconds is killed."""
        if self.process.stdin:
            self.process.stdin.close()
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _start(self) -> "subprocess.Popen[bytes]":
        self.port = _free_port()
        surroundings = os.environ | {"PREFECT__SERVER_FINAL": "1"}
        if not self.lasting:
            surroundings |= {
                "PREFECT__SERVER_EPHEMERAL": "1"
            }  # no scheduler and no other service that a lone run lacks
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as log:
            return subprocess.Popen(  # noqa: S603 - our own module, and a port number
                [sys.executable, "-P", "-m", "flows.server", str(self.port)],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                env=surroundings,
                start_new_session=True,
            )


def start_server(settings: Settings, *, lasting: bool = False) -> Server | None:
    """A server that is starting, or None where the user has one ($PREFECT_API_URL).

    Call this before Prefect is imported: it sets what Prefect reads then.

    Args:
        settings: says where Prefect's files lie.
        lasting: whether the server must also schedule runs.

    Raises:
        AnnalistError: the folder for its files cannot be made.
    """
    if os.environ.get(API):
        return None
    os.environ["PREFECT_HOME"] = str(settings.prefect_home)
    for name, value in SURROUNDINGS.items():
        os.environ.setdefault(name, value)
    try:
        server = Server(settings, lasting=lasting)
    except OSError as error:
        raise AnnalistError(f"{settings.prefect_home}: {error.strerror or error}") from error
    os.environ[API] = server.url
    return server


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - the address is ours
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _serve(port: str) -> None:
    """Runs the server until the process that started it closes our standard input, or dies."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    factory = "prefect.server.api.server:create_app"
    sys.argv = ["uvicorn", "--factory", factory, "--host", "127.0.0.1", "--port", port, "--log-level", "error"]
    runpy.run_module("uvicorn", run_name="__main__", alter_sys=True)


def _end_with_parent() -> None:
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(4)
    os._exit(0)


if __name__ == "__main__":
    _serve(sys.argv[1])
