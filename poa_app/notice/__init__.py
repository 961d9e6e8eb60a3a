"""From the text of a notice to what can be read in it: the enforcement, and its facts."""
