"""From a case to its letter, and from the letter to Word, text and HTML."""
