"""The benchmark: Minidorp beside what people would pick instead, in one run on one machine."""
