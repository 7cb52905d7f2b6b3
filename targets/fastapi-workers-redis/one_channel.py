"""Who is on which board, where all boards share one channel."""

import logging
from collections.abc import Collection

from redis.asyncio import Redis

from boards import WORKERS_CHANNEL, Boards
from member import Member
from messages import BadMessage, parse_message

log = logging.getLogger("uvicorn.error")


class OneChannel(Boards):
    """Every message goes to every worker.

    Each reads it once more to find out whose it is, and sends it to the members of that board that
    it has. The channel is the one to which all workers are subscribed anyway.
    """

    def __init__(self, redis: Redis) -> None:
        super().__init__(redis)
        self._members_by_board: dict[str, set[Member]] = {}

    async def join(self, board_id: str, member: Member) -> None:
        self._members_by_board.setdefault(board_id, set()).add(member)

    async def leave(self, board_id: str, member: Member) -> None:
        members = self._members_by_board[board_id]
        members.discard(member)
        if not members:
            del self._members_by_board[board_id]

    async def publish(self, board_id: str, text: str) -> None:
        await self._redis.publish(WORKERS_CHANNEL, text)

    def _members_of(self, channel: str, text: str) -> Collection[Member]:
        try:
            board_id = parse_message(text).board_id
        except BadMessage as refused:
            # Python's limit to nesting counts callers too, of which there is one more here than when
            # the sender's worker read it.
            log.error("dropped a message: %s", refused)
            return ()
        return self._members_by_board.get(board_id, ())
