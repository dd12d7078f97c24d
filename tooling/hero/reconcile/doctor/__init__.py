"""Whether a registry can do on its forge what it is meant to: what was seen, and what follows.

`Health` holds what was seen, each missing right as a value; `examine` makes findings of it.
"""
