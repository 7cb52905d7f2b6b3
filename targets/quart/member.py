"""One connection's outgoing side."""

import asyncio
import logging

from quart import websocket

MAX_UNREAD_CHARS = 1024 * 1024
"""What one connection may leave unread before it is cut: some 3,000 strokes of 300 bytes."""

log = logging.getLogger(__name__)


class Member:
    """Sending never waits, so that a slow reader costs nobody but itself.

    What is sent goes into an outbox that one task empties in order. The task ends when the reader
    has left too much unread; whoever serves the connection waits for that too.
    """

    def __init__(self) -> None:
        self._outbox: asyncio.Queue[str] = asyncio.Queue()
        self._unread_chars = 0
        # It sends to the connection that it is made for: a task has the context of its maker.
        self.sending = asyncio.create_task(self._send_all())

    def send(self, text: str) -> None:
        if self.sending.done():
            return
        self._unread_chars += len(text)
        if self._unread_chars > MAX_UNREAD_CHARS:
            log.warning("cut a slow reader: %d characters unread", self._unread_chars)
            self.sending.cancel()
            return
        self._outbox.put_nowait(text)

    async def _send_all(self) -> None:
        while True:
            text = await self._outbox.get()
            await websocket.send(text)
            self._unread_chars -= len(text)
