"""What a cheap phone on a slow network has of the pages; not timed tests (`make bench-phone`)."""
