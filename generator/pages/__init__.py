"""Which pages exist, where they stand, and their text. The only importer of jinja2."""
