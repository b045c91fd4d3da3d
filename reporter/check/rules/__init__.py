"""One rule a file: gw<nnn>_<name>.py with RULE and `check` (or `check_set`); found by file name, listed nowhere."""
