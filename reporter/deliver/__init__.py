"""Step 7: names, atomic writes, drafts that are kept, the manifest, the figure table and the page of
results."""
