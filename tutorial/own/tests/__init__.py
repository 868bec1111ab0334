"""The tests of Inklings."""
