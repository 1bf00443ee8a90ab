"""What text says by itself, whoever asks: the same text, words, prose, headlines, dates, addresses."""
