"""The conversation of `briefings new`: questions to people, or the same answers from options."""
