"""Who is on which board, and the way between the workers."""

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager

from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import ExponentialWithJitterBackoff

from member import Member

WORKERS_CHANNEL = "workers"
"""Every worker listens to this channel; how many do is how many are ready."""

REDIS_CONNECTIONS = 17
"""What a worker opens to Redis: one to subscribe, the others to publish; who finds none free waits."""

RETRIES = Retry(ExponentialWithJitterBackoff(cap=1, base=0.01), 10)
"""What redis-py does where it makes the pool itself, some 3 s in all. In a pool of one's own it tries
nothing again: then a worker would end for every connection that is lost."""

MESSAGES = ("message", "smessage")
"""What somebody has published, by the names that Redis gives it; all else confirms a change."""


class Board:
    """One board as this worker sees it."""

    def __init__(self) -> None:
        self.members: set[Member] = set()
        self.subscribed = False
        self.changing = asyncio.Lock()


class Boards:
    """The boards of this worker's members.

    A message goes to Redis, and from there to the members of every worker, this one included, so
    that each gets it once. A worker is subscribed to a board's channel while it has members on it.
    """

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._subscriber = redis.pubsub()
        self._board_by_channel: dict[str, Board] = {}
        self._confirmations: dict[str, asyncio.Future[None]] = {}

    @classmethod
    @asynccontextmanager
    async def connect(cls, url: str) -> AsyncIterator["Boards"]:
        pool = BlockingConnectionPool.from_url(
            url, max_connections=REDIS_CONNECTIONS, decode_responses=True, retry=RETRIES
        )
        async with Redis.from_pool(pool) as redis:
            boards = cls(redis)
            await boards._prepare()
            async with boards._subscriber:
                await boards._subscriber.subscribe(WORKERS_CHANNEL)
                yield boards

    async def join(self, board_id: str, member: Member) -> None:
        """From the return on, every message published to the board reaches the member."""
        channel = channel_of(board_id)
        board = self._board_by_channel.setdefault(channel, Board())
        board.members.add(member)
        await self._settle(channel, board)

    async def leave(self, board_id: str, member: Member) -> None:
        channel = channel_of(board_id)
        board = self._board_by_channel[channel]
        board.members.discard(member)
        if not board.members:
            await self._settle(channel, board)

    async def publish(self, board_id: str, text: str) -> None:
        """Returns once Redis has taken the text."""
        await self._redis.publish(channel_of(board_id), text)

    async def workers(self) -> int:
        """How many workers are ready for members."""
        [(_, subscribers)] = await self._redis.pubsub_numsub(WORKERS_CHANNEL)
        return subscribers

    async def deliver(self) -> None:
        """Hands what comes from Redis to this worker's members, until cancelled."""
        async for message in self._subscriber.listen():
            channel = message["channel"]
            if message["type"] in MESSAGES:
                text = message["data"]
                await Member.send_to_all(self._members_of(channel, text), text)
            elif confirmation := self._confirmations.pop(channel, None):
                confirmation.set_result(None)

    async def _prepare(self) -> None:
        """What has to be done before this worker is ready; raises when Redis cannot serve it."""

    async def _subscribe(self, channel: str) -> None:
        """Asks for it; the confirmation comes to `deliver`."""
        await self._subscriber.subscribe(channel)

    async def _unsubscribe(self, channel: str) -> None:
        await self._subscriber.unsubscribe(channel)

    def _members_of(self, channel: str, text: str) -> Collection[Member]:
        board = self._board_by_channel.get(channel)
        return board.members if board else ()

    async def _settle(self, channel: str, board: Board) -> None:
        # Shielded, because half a change would leave the board out of step with Redis.
        await asyncio.shield(asyncio.create_task(self._follow_members(channel, board)))

    async def _follow_members(self, channel: str, board: Board) -> None:
        """Brings the subscription in line with the membership, one change of a board at a time."""
        async with board.changing:
            wanted = bool(board.members)
            if wanted != board.subscribed:
                confirmation = asyncio.get_running_loop().create_future()
                self._confirmations[channel] = confirmation
                await (self._subscribe(channel) if wanted else self._unsubscribe(channel))
                await confirmation
                board.subscribed = wanted
            if not board.members and self._board_by_channel.get(channel) is board:
                del self._board_by_channel[channel]


def channel_of(board_id: str) -> str:
    return f"board:{board_id}"
