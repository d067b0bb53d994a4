"""Telling: summary, timeline, dossier, cards and warnings from what was compared."""
