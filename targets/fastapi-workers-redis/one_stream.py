"""Who is on which board, where all boards share one stream."""

import asyncio
import logging

from redis.asyncio import Redis
from redis.exceptions import RedisError

from member import Member
from one_channel import OneChannel

STREAM = "messages"

MAX_ENTRIES = 10_000
"""What Redis keeps, and so how far a worker may be behind without missing anything; a little more,
because it is told to trim roughly."""

ENTRIES_A_READ = 100

BLOCK_MS = 2_000
"""How long Redis lets a read wait; less than redis-py's own limit for an answer, 5 s."""

RETRY_S = 0.5

log = logging.getLogger("uvicorn.error")


class OneStream(OneChannel):
    """Every message is appended to one stream, and every worker reads all of it.

    A worker knows how far it has read. So it misses nothing while it is away from Redis for a
    moment, unless more than `MAX_ENTRIES` come up meanwhile.
    """

    def __init__(self, redis: Redis) -> None:
        super().__init__(redis)
        self._last_id = "0-0"

    async def publish(self, board_id: str, text: str) -> None:
        await self._redis.xadd(STREAM, {"board": board_id, "text": text}, maxlen=MAX_ENTRIES)

    async def deliver(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            # Only to stay counted among the workers, and to hear of the end of Redis.
            tasks.create_task(super().deliver())
            tasks.create_task(self._read_on())

    async def _prepare(self) -> None:
        """Where to begin: behind what is there before this worker has members."""
        for entry_id, _ in await self._redis.xrevrange(STREAM, count=1):
            self._last_id = entry_id

    async def _read_on(self) -> None:
        while True:
            try:
                streams = await self._redis.xread(
                    {STREAM: self._last_id}, count=ENTRIES_A_READ, block=BLOCK_MS
                )
            except RedisError as failure:
                log.error("could not read the stream: %s", failure)
                await asyncio.sleep(RETRY_S)
                continue
            for _, entries in streams:
                for entry_id, fields in entries:
                    self._last_id = entry_id
                    members = self._members_by_board.get(fields["board"], ())
                    await Member.send_to_all(members, fields["text"])
