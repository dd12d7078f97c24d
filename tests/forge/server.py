"""The stand-in on a port: HTTP in, HTTP out, and everything that can break in between."""

import json
import socket
import struct
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.forge.call import Answer
from tests.forge.entry import Entry, Request
from tests.forge.faults import Fault
from tests.forge.limits import SECONDARY

HTML = b"<!DOCTYPE html><html><body><h1>Sign in to continue</h1></body></html>"


class Server(ThreadingHTTPServer):
    """A server for one entry; requests are answered one at a time, as by one database."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 128

    def __init__(self, port: int, entry: Entry) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.entry, self.one = entry, threading.RLock()
        self.stopping = threading.Event()
        self.broken: list[BaseException] = []

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep what broke inside, for the test to raise; a caller who left is no fault."""
        wrong = sys.exc_info()[1]
        if wrong is not None and not isinstance(wrong, OSError):
            self.broken.append(wrong)


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    # Headers and body are two writes; the second would wait 40 ms for the first to be received.
    disable_nagle_algorithm = True

    protocol_version = "HTTP/1.1"
    server: Server

    def log_message(self, *_: Any) -> None:
        """Say nothing: the entry keeps the log."""

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            parts = []
            while size := int(self.rfile.readline().split(b";")[0], 16):
                parts.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(parts)
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _serve(self) -> None:
        headers = {key.lower(): value for key, value in self.headers.items()}
        request = Request(self.command, self.path, headers, self._body())
        try:
            with self.server.one:
                answer, fault = self.server.entry.take(request)
        except Exception as wrong:
            self.server.broken.append(wrong)
            self._send(500, b'{"message": "The stand-in broke."}', {})
            return
        if fault is None or fault.kind == "stale":
            self._answer(answer)
        else:
            self._spoil(answer, fault)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _serve

    def _answer(self, answer: Answer) -> None:
        data = answer.raw if answer.raw is not None else b""
        if answer.raw is None and answer.body is not None:
            data = json.dumps(answer.body).encode()
        self._send(answer.status, data, {"Content-Type": answer.type, **answer.headers})

    def _send(self, status: int, data: bytes, headers: dict[str, str], told: int = 0) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        if status not in (204, 304):
            self.send_header("Content-Length", str(told or len(data)))
        self.end_headers()
        if status not in (204, 304):
            self.wfile.write(data)

    def _spoil(self, answer: Answer, fault: Fault) -> None:
        """Answer as the fault says."""
        how, _, _ = fault.kind.partition("_")
        retry = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
        if how in ("timeout", "reset"):
            self._leave(fault.seconds if how == "timeout" else 0, reset=how == "reset")
        elif how == "cut":
            data = json.dumps(answer.body).encode()
            self._send(answer.status, data[: len(data) // 2], dict(answer.headers), len(data) + 1)
            self._leave(0, reset=False)
        elif how == "redirect":
            where = f"{self.server.entry.host}/elsewhere"
            body = {"message": "Moved Permanently", "url": where}
            self._answer(Answer(307, body, {"Location": where}))
        elif how == "html":
            self._answer(Answer(200, raw=HTML, type="text/html"))
        elif how == "secondary":
            self._answer(Answer(403, {"message": SECONDARY[fault.text]}, retry))
        elif fault.kind == "too_many":
            self._answer(Answer(429, {"message": SECONDARY[0]}, retry))
        else:
            self._answer(Answer(fault.status, {"message": "Server Error"}))

    def _leave(self, seconds: float, reset: bool) -> None:
        """Close the connection, after a while, or with a reset."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and not self.server.stopping.is_set():
            time.sleep(0.02)
        if reset:
            linger = struct.pack("ii", 1, 0)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.close_connection = True
        if not reset:
            self.connection.shutdown(socket.SHUT_RDWR)
        self.connection.close()
