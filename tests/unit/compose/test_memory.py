"""A memory keeps what was used last, and makes what it does not keep."""

from briefpress.compose.memory import Memory


def test_what_is_kept_is_not_made_again_and_what_is_not_used_goes_first() -> None:
    made: list[int] = []
    memory: Memory[int] = Memory(2)

    def make(number: int) -> int:
        made.append(number)
        return number * 10

    for number in (1, 2, 1, 3, 1, 2):
        assert memory.get(number, lambda number=number: make(number)) == number * 10  # type: ignore[misc]
    assert made == [1, 2, 3, 2]
