"""Files that are mapped into memory: what nobody looks at takes none."""

import mmap


def let_go(data: mmap.mmap) -> None:
    """Returns nothing; what was read of a mapped file is read from the file again when it is next looked at."""
    if hasattr(mmap, "MADV_DONTNEED"):
        data.madvise(mmap.MADV_DONTNEED)
