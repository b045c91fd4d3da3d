"""Makes the workbooks of `anhe-2026`: a county that does not exist, untidy like a real one."""
