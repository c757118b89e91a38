"""What a community takes out: a neutral outline, and one renderer per format."""
