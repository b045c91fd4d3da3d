"""A Document as pages of set lines: what the HTML and the PDF are made from."""
