"""How a copy of the example becomes one's own: word by word, and by the README's letter."""
