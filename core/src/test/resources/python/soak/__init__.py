"""Hours of trouble for one hub: see bin/soak, and RELIABILITY.md for what came of it."""
