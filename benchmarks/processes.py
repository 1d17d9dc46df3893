"""The memory of a process and of all that it started, in MB, as Linux tells it."""

from pathlib import Path

MEGABYTE = 1024  # of the kB in which Linux tells memory


def family(process: int) -> list[int]:
    """A process and all that it started, and that those started; what has just ended is left out."""
    found = [process]
    for one in found:
        try:
            found += map(int, Path(f"/proc/{one}/task/{one}/children").read_text("ascii").split())
        except OSError:
            continue
    return found


def peak(process: int) -> int:
    """The greatest memory that a process has had so far, shared libraries and mapped files included; 0 if it ended."""
    return _told(process, "status", "VmHWM:")


def held(processes: list[int]) -> int:
    """What some processes hold together at this moment: what several of them share counts once."""
    return sum(_told(process, "smaps_rollup", "Pss:") for process in processes)


def _told(process: int, file: str, name: str) -> int:
    try:
        lines = Path(f"/proc/{process}/{file}").read_text("ascii", "replace").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // MEGABYTE for line in lines if line.startswith(name)), 0)
