"""The words of the project: values, dates, records and the corpus. No I/O, no YAML, no pages."""
