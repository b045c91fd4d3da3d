"""WPS .et workbooks: refused like .xls."""

from reporter.intake.readers.xls import read

__all__ = ["read"]
