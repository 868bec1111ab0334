"""The book: an application that grows by a chapter."""
