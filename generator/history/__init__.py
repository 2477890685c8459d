"""What a change does to the published figures, and what it may not do silently."""
