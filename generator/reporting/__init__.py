"""How problems are told: as lines to people and to GitHub, as documents to programs."""
