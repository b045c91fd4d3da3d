"""Measuring finished files against GB/T 9704: what is required, what was measured, whether that holds."""

from reporter.check.measure.judge import Judged, Measurement
from reporter.check.measure.whole import measure

__all__ = ["Judged", "Measurement", "measure"]
