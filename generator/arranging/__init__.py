"""What pages show, derived from the corpus. Pure: no I/O, no templates, no words."""
