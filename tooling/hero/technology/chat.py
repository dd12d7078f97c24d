"""Telling a chat: through apprise, which knows most of them. An address is a secret."""

import logging
import warnings


def tell(address: str, title: str, body: str) -> bool:
    """Send a text to a chat; whether it took it. Never raises, and never repeats the
    address: a chat is not worth a failed run.

    `address` is one that apprise knows, such as `slack://...`; one for sending mail works too.
    """
    with warnings.catch_warnings():
        # Some of its many parts import what Python is about to drop.
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            from apprise import Apprise, NotifyFormat

            # What it logs may hold the address.
            logging.getLogger("apprise").disabled = True
            to = Apprise()
            if not to.add(address):
                return False
            return bool(to.notify(body=body, title=title, body_format=NotifyFormat.TEXT))
        except Exception:
            return False
