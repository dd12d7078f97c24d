"""The weekly digest: its values, its words, the issue, the chat, and the verb."""
