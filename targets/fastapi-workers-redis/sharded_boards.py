"""Who is on which board, where each board has a channel of sharded Pub/Sub."""

from boards import Boards, channel_of

OLDEST_REDIS = 7
"""The first that has SSUBSCRIBE and SPUBLISH."""


class ShardedBoards(Boards):
    """The same with SSUBSCRIBE and SPUBLISH.

    A Redis Cluster sends a message of plain Pub/Sub through every node; one of a sharded channel
    stays on the node that has the channel's slot. A single Redis has all slots.
    """

    async def publish(self, board_id: str, text: str) -> None:
        await self._redis.spublish(channel_of(board_id), text)

    async def _prepare(self) -> None:
        version = (await self._redis.info("server"))["redis_version"]
        if int(version.partition(".")[0]) < OLDEST_REDIS:
            raise RuntimeError(
                f"CHANNELS=sharded needs Redis {OLDEST_REDIS} or newer; this is {version}"
            )

    async def _subscribe(self, channel: str) -> None:
        await self._subscriber.ssubscribe(channel)

    async def _unsubscribe(self, channel: str) -> None:
        await self._subscriber.sunsubscribe(channel)
