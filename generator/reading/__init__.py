"""YAML text to strict, located records. The only importer of yaml."""
