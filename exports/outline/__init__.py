"""The vision document as a neutral outline: what it says, in which order, for every format."""
