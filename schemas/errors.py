"""The error tree, split by who must act.

AnnalistError
├── ConfigurationError  edit a data file or the call (exit 2)
├── SourceError         the input cannot be read (a row in `rejects`, exit 1)
├── CodingError         an extractor or a vocabulary is wrong (fix it)
├── WarehouseError      the warehouse file cannot be opened, locked or written (exit 1)
└── CheckFailed         look at the rows (exit 1)
"""


class AnnalistError(Exception):
    """Base of every error that a user may see; its text is one line."""


class ConfigurationError(AnnalistError, ValueError):
    """A data file or the call is wrong."""


class SourceError(AnnalistError):
    """An input cannot be read."""


class CodingError(AnnalistError, ValueError):
    """An extractor gave what the codebook does not know."""


class WarehouseError(AnnalistError):
    """The warehouse cannot be opened, locked or written."""


class CheckFailed(AnnalistError):
    """Stored rows break a rule."""
