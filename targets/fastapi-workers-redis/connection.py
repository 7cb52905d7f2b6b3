"""Serves one connection until it closes."""

import asyncio
import logging

from fastapi import WebSocket
from redis.exceptions import RedisError

from boards import Boards
from member import Member
from messages import BadMessage, error, joined, parse_message

log = logging.getLogger("uvicorn.error")


async def serve(websocket: WebSocket, boards: Boards) -> None:
    """Returns when the peer has gone or was cut; an error of either direction is raised."""
    member = Member(websocket)
    receiving = asyncio.create_task(receive(websocket, member, boards))
    try:
        await asyncio.wait((receiving, member.sending), return_when=asyncio.FIRST_COMPLETED)
    finally:
        await end(receiving, member.sending)


async def receive(websocket: WebSocket, member: Member, boards: Boards) -> None:
    joined_boards: set[str] = set()
    try:
        while (frame := await websocket.receive())["type"] == "websocket.receive":
            text = frame.get("text")
            try:
                message = parse_message(text)
                if message.type == "join":
                    joined_boards.add(message.board_id)
                    await boards.join(message.board_id, member)
                    await member.send(joined(message))
                else:
                    await boards.publish(message.board_id, text)
            except BadMessage as refused:
                await member.send(error(str(refused)))
            except RedisError as failure:
                log.error("refused a message: %s", failure)
                await member.send(error("Redis did not take the message"))
    finally:
        for board_id in joined_boards:
            await boards.leave(board_id, member)


async def end(*tasks: asyncio.Future[None]) -> None:
    """Ends both directions, and raises what one of them failed with."""
    for task in tasks:
        task.cancel()
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(result, Exception):
            raise result
