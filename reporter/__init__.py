"""reporter: from a civil-affairs bureau's workbooks to its official documents (公文, GB/T 9704-2012)."""

__version__ = "0.1.0"
