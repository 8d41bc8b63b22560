"""The programs that people open a dataset with: a file for each kind of file that it has."""
