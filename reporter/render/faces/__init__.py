"""Face templates for Word: built from the style table, judged and repaired after somebody edited them."""
