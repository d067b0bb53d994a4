"""Account: what the articles of one story say; particulars of each, compared, told. Imports model and text only."""
