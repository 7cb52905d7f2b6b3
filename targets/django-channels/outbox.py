"""What one connection has still to be sent."""

import asyncio
from collections.abc import Awaitable, Callable

MAX_UNREAD_CHARS = 1024 * 1024
"""What one connection may leave unread: some 3,000 strokes of 300 bytes."""


class Outbox:
    """Texts that one task sends in order, so that whoever puts one in does not wait."""

    def __init__(self, send: Callable[[str], Awaitable[None]]) -> None:
        self._texts: asyncio.Queue[str] = asyncio.Queue()
        self._unread_chars = 0
        self._sending = asyncio.create_task(self._send_all(send))

    def put(self, text: str) -> bool:
        """Tells whether there was room for the text."""
        self._unread_chars += len(text)
        if self._unread_chars > MAX_UNREAD_CHARS:
            return False
        self._texts.put_nowait(text)
        return True

    def close(self) -> None:
        """Nothing is sent any more."""
        self._sending.cancel()

    async def _send_all(self, send: Callable[[str], Awaitable[None]]) -> None:
        try:
            while True:
                text = await self._texts.get()
                await send(text)
                self._unread_chars -= len(text)
        except (OSError, RuntimeError):
            # The peer has gone, or uvicorn has closed the connection itself (a frame over the limit,
            # an unanswered ping), which it tells a sender by RuntimeError. The consumer hears of both.
            pass
