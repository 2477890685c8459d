"""The part of CBOR (RFC 8949) that Pagefind's index uses: whole numbers, texts and lists."""

from __future__ import annotations

Value = int | str | list["Value"]

_NUMBER, _NEGATIVE, _TEXT, _LIST = 0, 1, 3, 4
_LONGER = {24: 1, 25: 2, 26: 4, 27: 8}
"""How many bytes hold the number when the first byte has no room for it."""


class CborError(ValueError):
    """Bytes that hold something else, or that are written in another way than the shortest."""


def decode(data: bytes) -> Value:
    """The one value that `data` holds; raises CborError when `encode` would not give the same bytes again."""
    try:
        value, end = _read(data, 0)
    except (IndexError, UnicodeDecodeError, RecursionError) as error:
        raise CborError(f"cut off or no text: {error}") from None
    if end != len(data) or encode(value) != data:
        raise CborError("not in the shortest form")
    return value


def encode(value: Value) -> bytes:
    """The shortest form of a value."""
    match value:
        case int() if value >= 0:
            return _head(_NUMBER, value)
        case int():
            return _head(_NEGATIVE, -1 - value)
        case str():
            text = value.encode()
            return _head(_TEXT, len(text)) + text
        case _:
            return _head(_LIST, len(value)) + b"".join(encode(one) for one in value)


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    mark, size = next((mark, size) for mark, size in _LONGER.items() if number < 1 << 8 * size)
    return bytes([kind << 5 | mark]) + number.to_bytes(size)


def _read(data: bytes, at: int) -> tuple[Value, int]:
    """The value that begins at a byte, and the byte after it."""
    kind, mark = data[at] >> 5, data[at] & 31
    at += 1 + _LONGER.get(mark, 0)
    number = int.from_bytes(data[at - _LONGER[mark] : at]) if mark in _LONGER else mark
    if kind == _TEXT:
        return data[at : at + number].decode(), at + number
    if kind == _LIST and mark <= 27:
        found: list[Value] = []
        for _ in range(number):
            value, at = _read(data, at)
            found.append(value)
        return found, at
    if kind in (_NUMBER, _NEGATIVE) and mark <= 27:
        return (number if kind == _NUMBER else -1 - number), at
    raise CborError(f"a value of kind {kind}, which is none of ours")
