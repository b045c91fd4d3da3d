"""Big documents: cut at page boundaries, laid out in processes of their own, joined into one PDF."""
