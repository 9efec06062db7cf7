"""What is asked apart from the page, one question each; all opened by the person."""
