"""Comparison across a story's articles: entities, quotes, figures and claims aligned, differences judged."""
