"""One file a format, found by its name: `read(finished)` reads a file back and gives findings."""
