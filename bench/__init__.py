"""Measuring: accuracy, speed and memory, on labelled data beside the checkout; never shipped, never run by the tests."""
