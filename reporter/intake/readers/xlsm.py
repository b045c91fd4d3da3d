"""Workbooks with macros: the values are read like .xlsx, the macros are neither run nor copied."""

from reporter.intake.readers.xlsx import read

__all__ = ["read"]
