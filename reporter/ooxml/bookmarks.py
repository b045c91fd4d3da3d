"""Names of the hidden bookmarks by which a block of the Document is found again in an edited file."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b

PREFIX = "_gw_"  # a leading underscore hides a bookmark in Word's and WPS's lists
_DIGEST_BYTES = 8


@lru_cache(maxsize=4096)
def bookmark_name(block_id: str) -> str:
    """The bookmark of a block: ASCII, 20 characters (Word allows 40), the same everywhere for the same id.

    The id itself may be Chinese and long, so the name holds its digest; who has the Document maps it back with
    `{bookmark_name(id): id}`.
    """
    return PREFIX + blake2b(block_id.encode(), digest_size=_DIGEST_BYTES).hexdigest()


def row_id(table_id: str, key: str) -> str:
    """Id of a table row for its bookmark."""
    return f"{table_id}#{key}"
