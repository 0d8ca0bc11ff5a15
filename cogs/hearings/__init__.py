"""The hearings: which are to come, and how to be there."""
