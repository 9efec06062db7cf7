"""What every room stands on: paths, safe files, errors, languages, link check, clock."""
