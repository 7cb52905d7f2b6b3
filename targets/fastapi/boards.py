"""Who is on which board."""

from member import Member


class Boards:
    """A board exists while it has members."""

    def __init__(self) -> None:
        self._members_by_board: dict[str, set[Member]] = {}

    def join(self, board_id: str, member: Member) -> None:
        """From the return on, every message published to the board reaches the member."""
        self._members_by_board.setdefault(board_id, set()).add(member)

    def leave(self, board_id: str, member: Member) -> None:
        members = self._members_by_board[board_id]
        members.discard(member)
        if not members:
            del self._members_by_board[board_id]

    async def publish(self, board_id: str, text: str) -> None:
        await Member.send_to_all(self._members_by_board.get(board_id, ()), text)
