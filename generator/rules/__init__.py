"""The editorial rules across records: one file a theme, one `check_*` a rule, all listed in `catalogue`."""
