"""Asking: what a compared story says about one name, and what its reports do with a claim."""
