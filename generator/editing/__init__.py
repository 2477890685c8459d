"""What helps those who write records: the one form of a file. Never touches the disk."""
