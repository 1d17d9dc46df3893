"""How freed memory goes back to the system: at once, so that a long run holds what it uses and no more.

What a library of C keeps for later use is nobody's in a process that also codes: DuckDB and Arrow kept 70 MB between
two loads. Their allocators read their settings when the library is loaded, so this stands before the first import.
"""

import ctypes
import os

FRUGAL = {
    "DUCKDB_JE_MALLOC_CONF": "dirty_decay_ms:0,muzzy_decay_ms:0",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
}


def be_frugal() -> None:
    """Returns nothing; libraries that are loaded from here on keep no freed memory, unless the user wants it."""
    for name, value in FRUGAL.items():
        os.environ.setdefault(name, value)


def give_back() -> None:
    """Returns nothing; what the C library keeps of freed memory goes back to the system, where it can (glibc)."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)
