"""The error tree, split by who must act.

AnnalistError
├── ConfigurationError  edit a data file or the call (exit 2)
├── SourceError         the input cannot be read (a row in `rejects`)
├── CodingError         an extractor or a vocabulary is wrong
└── CheckFailed         look at the rows
"""


class AnnalistError(Exception):
    """Base of every error that a user may see; its text is one line."""


class ConfigurationError(AnnalistError, ValueError):
    """A data file or the call is wrong."""


class SourceError(AnnalistError):
    """An input cannot be read."""


class CodingError(AnnalistError, ValueError):
    """An extractor gave what the codebook does not know."""


class CheckFailed(AnnalistError):
    """Stored rows break a rule."""
