"""The audit: the files held against what git has seen, step by step.

`audit` is a pure fold over the first-parent line: handed where the last stretch ended, the steps
since, and the versions that they speak of, it makes the ledger of this stretch.
"""
