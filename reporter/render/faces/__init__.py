"""Face templates: for Word built from the style table, judged, repaired after somebody edited them; for HTML filled."""
