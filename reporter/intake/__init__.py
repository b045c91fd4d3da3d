"""Steps 1 and 2 of the walk: workbooks, CSV and YAML become records, and every problem is named with its cell."""
