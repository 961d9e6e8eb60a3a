"""English as a reviewer reads it: rules over words, sentences and sections."""
