"""What a page costs, in units of a bare hello world under the same server."""
