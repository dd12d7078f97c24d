"""How an idea moves: whose turn it is, what a move needs, what is due."""
