"""Pure functions: no Flask, no database."""
