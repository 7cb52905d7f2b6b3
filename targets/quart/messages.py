"""What a frame asks for."""

import json
from dataclasses import dataclass


class BadMessage(Exception):
    """A frame that the contract does not allow; its text is the reason that the sender is told."""


@dataclass(frozen=True, slots=True)
class Message:
    type: object
    board_id: str
    user_id: str | None


def parse_message(frame: str | bytes | None) -> Message:
    """Takes what Quart makes of a frame: of a text frame a str. Raises BadMessage."""
    if not isinstance(frame, str):
        raise BadMessage("binary frames are not allowed")
    try:
        message = json.loads(frame)
    except (ValueError, RecursionError):
        raise BadMessage("malformed JSON") from None
    if not isinstance(message, dict):
        raise BadMessage("not a JSON object")
    board_id = message.get("boardId")
    if not is_text(board_id):
        raise BadMessage("boardId is missing or no text")
    user_id = message.get("userId")
    if message.get("type") == "join" and not is_text(user_id):
        raise BadMessage("userId is missing or no text")
    return Message(message.get("type"), board_id, user_id)


def is_text(value: object) -> bool:
    """JSON can write half of a surrogate pair, which no text frame can carry."""
    if not isinstance(value, str):
        return False
    return value.isascii() or not any("\ud800" <= character <= "\udfff" for character in value)


def joined(message: Message) -> str:
    return to_json(type="joined", boardId=message.board_id, userId=message.user_id)


def error(reason: str) -> str:
    return to_json(type="error", reason=reason)


def to_json(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
