"""What free text says that can be compared: days, times, numbers, ids, exhibits, allowances of time."""
