"""GitHub's GraphQL, over GitHub's own schema: what is asked for is resolved or refused by name."""

import importlib
import pkgutil

for _each in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_each.name}")
