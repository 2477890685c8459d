"""Letters and digits of the Arabic script are written in more than one way; for a search they are made one.

The search page's script has the same table, so that ۵۸, ٥٨ and 58, or ي and ی, find each other.
"""

from __future__ import annotations

_SAME = {
    "ي": "ی",
    "ى": "ی",
    "ې": "ی",
    "ۍ": "ی",
    "ئ": "ی",
    "ك": "ک",
    "ګ": "گ",
    "ة": "ه",
    "ۀ": "ه",
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ؤ": "و",
}
_DIGITS = {chr(zero + n): str(n) for zero in (0x0660, 0x06F0) for n in range(10)}
_HIDDEN = (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_MARKS = (0x0640, *range(0x064B, 0x0660), 0x0670, *_HIDDEN)
_DROPPED = {chr(code): "" for code in _MARKS}
TABLE = str.maketrans(_SAME | _DIGITS | _DROPPED)


def one_script(text: str) -> str:
    """Write Arabic-script letters and digits in one way."""
    return text.translate(TABLE)
