"""Serves one connection until it closes."""

import hashlib
import logging
from functools import lru_cache

from channels.exceptions import StopConsumer
from channels.generic.websocket import AsyncWebsocketConsumer

from messages import BadMessage, error, joined, parse_message
from outbox import Outbox

log = logging.getLogger("uvicorn.error")


class BoardConsumer(AsyncWebsocketConsumer):
    """A board is a group of the channel layer; its members' channels are in it.

    The groups in `groups` are left by the base class when the connection ends.
    """

    async def connect(self) -> None:
        await self.accept()
        self._outbox = Outbox(self.send)

    async def disconnect(self, code: int) -> None:
        self._outbox.close()

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        try:
            message = parse_message(text_data)
        except BadMessage as refused:
            await self._put(error(str(refused)))
            return
        group = group_of(message.board_id)
        if message.type == "join":
            if group not in self.groups:
                self.groups.append(group)
            await self.channel_layer.group_add(group, self.channel_name)
            await self._put(joined(message))
        else:
            await self.channel_layer.group_send(group, {"type": "board.message", "text": text_data})

    async def board_message(self, event: dict[str, str]) -> None:
        """Called with what somebody has published to a board of this connection."""
        await self._put(event["text"])

    async def _put(self, text: str) -> None:
        if not self._outbox.put(text):
            log.warning("cut a slow reader")
            self._outbox.close()
            for group in self.groups:
                await self.channel_layer.group_discard(group, self.channel_name)
            raise StopConsumer()


@lru_cache(maxsize=4096)
def group_of(board_id: str) -> str:
    """A name that the layer takes whatever the board's is: it wants few characters, all ASCII."""
    return "board." + hashlib.sha256(board_id.encode(errors="surrogatepass")).hexdigest()
