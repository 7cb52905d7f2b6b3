"""One connection's outgoing side, as the server delivers."""

import asyncio
import logging
import os
from collections import deque
from collections.abc import Collection

from fastapi import WebSocket, WebSocketDisconnect

MAX_UNREAD_CHARS = int(os.environ.get("QUEUE", 1024 * 1024))
"""What one connection may leave unread before it is cut: some 3,000 strokes of 300 bytes."""

log = logging.getLogger("uvicorn.error")


class OutboxMember:
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
    async def send_to_all(members: Collection["OutboxMember"], text: str) -> None:
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


class DirectMember:
    """Sends as the connection manager in FastAPI's documentation does: whoever has a text writes it.

    It waits while this one does not read, and so do all whose texts come after.
    """

    def __init__(self, websocket: WebSocket) -> None:
        self._websocket = websocket
        self.sending: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    @staticmethod
    async def send_to_all(members: Collection["DirectMember"], text: str) -> None:
        # Of a copy, because others may join and leave while one is waited for.
        for member in tuple(members):
            await member.send(text)

    async def send(self, text: str) -> None:
        try:
            await self._websocket.send_text(text)
        except (WebSocketDisconnect, RuntimeError):
            # Gone or closed, as above, which is no fault of whoever sends to it.
            pass


class GatherMember(DirectMember):
    """Whoever has a text writes it to all at once, and waits until the last one has it.

    A message of another sender may overtake it; one of the same is not read before.
    """

    @staticmethod
    async def send_to_all(members: Collection["DirectMember"], text: str) -> None:
        await asyncio.gather(*(member.send(text) for member in members))


DELIVERY_BY_STYLE = {"production": "outbox", "plain": "direct"}
MEMBER_BY_DELIVERY = {"outbox": OutboxMember, "direct": DirectMember, "gather": GatherMember}

STYLE = os.environ.get("STYLE", "production")
DELIVERY = os.environ.get("DELIVERY", "style")

Member = MEMBER_BY_DELIVERY[DELIVERY_BY_STYLE[STYLE] if DELIVERY == "style" else DELIVERY]
