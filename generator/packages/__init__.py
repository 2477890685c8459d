"""What this program is made of: the locked packages, their licences, and the bill of materials of a release."""
