"""Document → WordprocessingML: blocks for the template, its filling, and what the XML gets afterwards."""
