"""What comes in from others: notices that are taken over as texts, and the obligations that they set."""
