"""What people type into a field, read as what it is: a verb phrase, a clause, somebody, a place, a time."""
