"""Writing to disk, and finishing: what makes a built folder of pages a site."""
