"""Everything that is due and stale, for one county or for thousands: plan · run · journal."""
