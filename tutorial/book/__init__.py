"""What builds the stages of the book, weaves its listings and checks both."""
