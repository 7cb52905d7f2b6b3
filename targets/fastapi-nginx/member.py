"""One connection's outgoing side."""

import asyncio
import logging
from collections import deque
from collections.abc import Collection

from fastapi import WebSocket, WebSocketDisconnect

MAX_UNREAD_CHARS = 1024 * 1024
"""What one connection may leave unread before it is cut: some 3,000 strokes of 300 bytes."""

log = logging.getLogger("uvicorn.error")


class Member:
    """Sending never waits, so that a slow reader costs nobody but itself.

    What is sent goes into a bounded outbox that one task empties in order. The task ends when the
    connection is lost, or when the reader has left too much unread; whoever serves the connection
    waits for that too.
    """

    def __init__(self, websocket: WebSocket) -> None:
        self._websocket = websocket
        self._outbox: deque[str] = deque()
        self._unread_chars = 0
        self._filled = asyncio.Event()
        self.sending = asyncio.create_task(self._send_all())

    @staticmethod
    async def send_to_all(members: Collection["Member"], text: str) -> None:
        for member in members:
            member._put(text)

    async def send(self, text: str) -> None:
        self._put(text)

    def _put(self, text: str) -> None:
        if self.sending.done():
            return
        self._unread_chars += len(text)
        if self._unread_chars > MAX_UNREAD_CHARS:
            log.warning("cut a slow reader: %d characters unread", self._unread_chars)
            self.sending.cancel()
            return
        self._outbox.append(text)
        self._filled.set()

    async def _send_all(self) -> None:
        try:
            while True:
                await self._filled.wait()
                self._filled.clear()
                while self._outbox:
                    text = self._outbox.popleft()
                    await self._websocket.send_text(text)
                    self._unread_chars -= len(text)
        except (WebSocketDisconnect, RuntimeError):
            # The peer has gone, or uvicorn has closed the connection itself (a frame over the limit,
            # an unanswered ping), which it tells a sender by RuntimeError. The receiver hears of both.
            pass
