"""Who is on which board."""

from history import MOST_CHARS, History
from member import Member


class Boards:
    """A board exists while it has members."""

    def __init__(self) -> None:
        self._members_by_board: dict[str, set[Member]] = {}
        self._history_by_board: dict[str, History] = {}

    def join(self, board_id: str, member: Member) -> None:
        """From the return on, every message published to the board reaches the member."""
        self._members_by_board.setdefault(board_id, set()).add(member)
        if MOST_CHARS:
            self._history_by_board.setdefault(board_id, History())

    def history_of(self, board_id: str) -> History | None:
        """What was published to the board so far; none where none is kept."""
        return self._history_by_board.get(board_id)

    def leave(self, board_id: str, member: Member) -> None:
        members = self._members_by_board[board_id]
        members.discard(member)
        if not members:
            del self._members_by_board[board_id]
            self._history_by_board.pop(board_id, None)

    async def publish(self, board_id: str, text: str) -> None:
        if history := self._history_by_board.get(board_id):
            history.add(text)
        await Member.send_to_all(self._members_by_board.get(board_id, ()), text)
