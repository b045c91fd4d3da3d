"""The same examples every time in `make test`; fresh ones in `make test-deep`. No test is timed."""

import os
import signal

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("deep", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # begun in the background of a shell: commands inherit deafness
    signal.signal(signal.SIGINT, signal.default_int_handler)
