"""A laid-out page as a reader sees it: text area, furniture, ruled tables, paragraphs."""
