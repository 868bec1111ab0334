"""What every view shares. Features import from here, never from each other."""
