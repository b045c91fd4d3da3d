"""Judging finished files: findings, and the read-back of what was just built."""
