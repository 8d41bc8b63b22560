"""Makes a folder of many documents, of which it is known what must become of them."""
