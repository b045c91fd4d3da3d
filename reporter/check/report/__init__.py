"""What was found, for people and for other programs: text, JSON, SARIF, a Word copy with comments, a page."""
