"""Text: pure functions over strings; knows nothing of news or of the other rooms."""
