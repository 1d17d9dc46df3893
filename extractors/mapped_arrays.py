"""Arrays in a file that is mapped into memory: what nobody looks at takes none."""

import mmap
import struct
import zipfile
from typing import IO, Any

import numpy as np
import numpy.typing as npt

_NAMES = struct.Struct("<26xHH")  # the end of a member's header in a zip file: the length of its name, of what is extra


def map_arrays(file: IO[bytes], data: mmap.mmap) -> dict[str, npt.NDArray[Any]]:
    """The arrays of a file that `numpy.savez` wrote, by name, as parts of `data`, which is the same file mapped."""
    with zipfile.ZipFile(file) as members:
        return {member.filename.removesuffix(".npy"): _array(members, member, data) for member in members.infolist()}


def items(array: Any) -> Any:
    """A view of an array's numbers to take them from one by one, which an array itself is slow at."""
    return memoryview(array.view(np.uint8)).cast(array.dtype.char)


def _array(members: zipfile.ZipFile, member: zipfile.ZipInfo, data: mmap.mmap) -> npt.NDArray[Any]:
    with members.open(member) as stream:
        np.lib.format.read_magic(stream)
        shape, _, kind = np.lib.format.read_array_header_1_0(stream)
        header = stream.tell()
    if member.compress_type != zipfile.ZIP_STORED:
        raise ValueError(f"{member.filename}: compressed, so it cannot be mapped")
    start = member.header_offset + _NAMES.size + sum(_NAMES.unpack_from(data, member.header_offset)) + header
    return np.frombuffer(data, kind, int(np.prod(shape)), start).reshape(shape)
