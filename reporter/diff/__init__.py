"""What changed between two drafts: materials are aligned, changes of text, figures, tables and format are told."""
