"""A finished .docx or .pdf as a reader sees it: paragraphs, tables and, where recognised, what each of them is."""
