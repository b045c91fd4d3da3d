"""Finished files → plain facts about what stands in them."""
