"""Lets `python -m generator` stand for `briefings`."""

from generator.cli import main

if __name__ == "__main__":
    main()
