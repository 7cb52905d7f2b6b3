"""Serves one connection until it closes."""

import asyncio

from quart import websocket

from boards import Boards
from member import Member
from messages import BadMessage, error, joined, parse_message


async def serve(boards: Boards) -> None:
    """Returns when the member was cut. When the peer has gone, Quart cancels it."""
    member = Member()
    receiving = asyncio.create_task(receive(member, boards))
    try:
        await asyncio.wait((receiving, member.sending), return_when=asyncio.FIRST_COMPLETED)
    finally:
        await end(receiving, member.sending)


async def receive(member: Member, boards: Boards) -> None:
    joined_boards: set[str] = set()
    try:
        while True:
            frame = await websocket.receive()
            try:
                message = parse_message(frame)
            except BadMessage as refused:
                member.send(error(str(refused)))
                continue
            if message.type == "join":
                boards.join(message.board_id, member)
                joined_boards.add(message.board_id)
                member.send(joined(message))
            else:
                boards.publish(message.board_id, frame)
    finally:
        for board_id in joined_boards:
            boards.leave(board_id, member)


async def end(*tasks: asyncio.Future[None]) -> None:
    """Ends both directions, and raises what one of them failed with."""
    for task in tasks:
        task.cancel()
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(result, Exception):
            raise result
