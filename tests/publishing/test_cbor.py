"""What Pagefind writes is read and written back byte for byte; anything else is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publishing.cbor import CborError, Value, decode, encode

NUMBERS = st.integers(-(2**64), 2**64 - 1)
VALUES: st.SearchStrategy[Value] = st.recursive(NUMBERS | st.text(max_size=300), st.lists, max_leaves=50)


@given(VALUES)
def test_what_is_written_is_read_back(value: Value) -> None:
    assert value == decode(encode(value))


@given(st.binary(max_size=60))
def test_any_bytes_are_read_as_they_would_be_written_or_refused(data: bytes) -> None:
    try:
        value = decode(data)
    except CborError:
        return
    assert data == encode(value)


@pytest.mark.parametrize(
    ("data", "value"),
    [  # from the examples of RFC 8949
        ("00", 0),
        ("17", 23),
        ("1818", 24),
        ("1903e8", 1000),
        ("1a000f4240", 1_000_000),
        ("1bffffffffffffffff", 2**64 - 1),
        ("20", -1),
        ("3903e7", -1000),
        ("6449455446", "IETF"),
        ("63e6b0b4", "水"),
        ("83010203", [1, 2, 3]),
        ("8301820203820405", [1, [2, 3], [4, 5]]),
    ],
)
def test_the_examples_of_the_standard(data: str, value: Value) -> None:
    assert value == decode(bytes.fromhex(data))
    assert data == encode(value).hex()


@pytest.mark.parametrize(
    "data",
    ["", "1817", "18", "83", "9fff", "4401020304", "f5", "a0", "0000", "6180", "1c", "9b0fffffffffffffff", "81" * 5000],
)
def test_what_we_have_no_use_for_is_refused(data: str) -> None:
    with pytest.raises(CborError):
        decode(bytes.fromhex(data))
