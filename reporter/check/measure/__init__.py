"""Measuring finished files against GB/T 9704: what is required, what was measured, whether that holds."""
