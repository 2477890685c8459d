"""What helps those who write records: the editor's schema, the one form of a file. Never touches the disk."""
