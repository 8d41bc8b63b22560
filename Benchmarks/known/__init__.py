"""Documents of which everything is known: the model comes first, and the files and the truth are both written from it."""
