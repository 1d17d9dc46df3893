"""Where things lie: the home folder, and in it the warehouse, the staged batches and Prefect's own files."""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from schemas.errors import ConfigurationError

HOME_VARIABLE = "ANNALIST_HOME"
HOME_FOLDER = "annalist-data"
WAREHOUSE_FILE = "annalist.duckdb"
LEXICONS_VARIABLE = "ANNALIST_LEXICONS"
LEXICONS_FOLDER = "lexicons"
NOMINATIM_VARIABLE = "ANNALIST_NOMINATIM"
NOMINATIM_CONTACT_VARIABLE = "ANNALIST_NOMINATIM_CONTACT"


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
    def opinions(self) -> Path:
        """The file with all that a Nominatim server has answered."""
        return self.home / "second-opinions.sqlite"

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominatim:
    """A user's own server of places: where it is, and who asks it."""

    scheme: str
    domain: str  # host[:port][/path]
    contact: str

    @property
    def host(self) -> str:
        """The server's name, with its port if it has one."""
        return self.domain.split("/")[0]


def choose_nominatim() -> Nominatim | None:
    """The server that $ANNALIST_NOMINATIM names; None where it names none: nothing is asked.

    Raises:
        ConfigurationError: it is no address of a server, or $ANNALIST_NOMINATIM_CONTACT does not say who asks.
    """
    told = os.environ.get(NOMINATIM_VARIABLE, "").strip()
    if not told:
        return None
    contact = os.environ.get(NOMINATIM_CONTACT_VARIABLE, "").strip()
    if not contact or not (contact.isascii() and contact.isprintable()):
        raise ConfigurationError(
            f"{NOMINATIM_CONTACT_VARIABLE}: say who asks {NOMINATIM_VARIABLE} (an address, in plain letters)"
        )
    scheme, _, domain = told.partition("://")
    if not _is_server(told):
        raise ConfigurationError(f"{NOMINATIM_VARIABLE}: {told!r} is not http(s)://host[:port][/path]")
    return Nominatim(scheme=scheme.lower(), domain=domain.strip("/"), contact=contact)


def _is_server(address: str) -> bool:
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - a port that is none raises
    except ValueError:
        return False
    plain = address.isascii() and address.isprintable() and not set(" @?#\\") & set(address)
    return plain and parts.scheme in {"http", "https"} and bool(parts.hostname)
