"""How much of what is known of documents a program finds, and what that takes."""
