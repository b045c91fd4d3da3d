"""WordprocessingML as Word reads it: parts, styles with all they inherit, numbering, tables, drawn lines."""
