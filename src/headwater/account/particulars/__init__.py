"""Particulars of one article: names, quotes, attributions, times and figures, each with its citation."""
