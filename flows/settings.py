"""Where things lie: the home folder, and in it the warehouse, the staged batches and Prefect's own files."""

import os
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "ANNALIST_HOME"
HOME_FOLDER = "annalist-data"
WAREHOUSE_FILE = "annalist.duckdb"
LEXICONS_VARIABLE = "ANNALIST_LEXICONS"
LEXICONS_FOLDER = "lexicons"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The folders and files of one call."""

    home: Path
    warehouse: Path

    @property
    def staged(self) -> Path:
        """The folder with one folder of batches for each run that has not been loaded yet."""
        return self.home / "staged"

    @property
    def gazetteer(self) -> Path:
        """The folder of the places that users add and of the dump that they install."""
        return self.home / "gazetteer"

    @property
    def prefect_home(self) -> Path:
        """The folder that Prefect keeps its database and settings in."""
        return self.home / "prefect"


def settings_for(home: str | None, warehouse: str | None) -> Settings:
    """The settings of a call: what it says, else $ANNALIST_HOME, else `annalist-data` below the current folder."""
    root = Path(home or os.environ.get(HOME_VARIABLE) or HOME_FOLDER).absolute()
    return Settings(home=root, warehouse=Path(warehouse).absolute() if warehouse else root / WAREHOUSE_FILE)


def choose_lexicons(home: str | None) -> str | None:
    """The folder of a user's own lexicons: $ANNALIST_LEXICONS, else `lexicons/` in the home folder if it is there.

    The choice is left in the environment, where the processes that code articles find it.
    """
    told = os.environ.get(LEXICONS_VARIABLE)
    own = settings_for(home, None).home / LEXICONS_FOLDER
    if not told and own.is_dir():
        os.environ[LEXICONS_VARIABLE] = told = str(own)
    return told or None
