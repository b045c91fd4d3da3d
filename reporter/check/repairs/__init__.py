"""One repair a file, named as its rule: `REPAIR` and `repair(fault)`."""
