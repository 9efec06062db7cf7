"""What those who write guides need: the check, skeletons, the pages of the documentation."""
