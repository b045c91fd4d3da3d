"""Office Open XML packages: reading with limits, deterministic writing. Knows nothing about 公文."""
