"""What was changed by hand in Word goes back to the texts that a clerk wrote; figures never do."""
