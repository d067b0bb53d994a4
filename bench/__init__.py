"""Measuring on labelled data beside the checkout: accuracy, speed, memory; never shipped, never run by tests."""
