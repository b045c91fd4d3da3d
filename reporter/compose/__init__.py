"""Text template + facts + what the clerk wrote → Document (step 4)."""
