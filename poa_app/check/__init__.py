"""From a case and its letter to findings: completeness, consistency, wording."""
