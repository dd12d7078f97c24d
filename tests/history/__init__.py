"""What git has seen: histories of every kind, and the audit that reads them."""
