"""The web page of a document: semantic, in one file, for reading on a screen of any width or by ear."""
