"""Rows of another tool turned into ideas: CSV, JSON Lines or JSON, and a mapping that says how.

`rows` reads the file, `mapping` is the model of the mapping (every field says what it is for),
`convert` makes ideas of rows, `account` tells what became of every row. A small mapping:

```yaml
key: [id]                                   # what a row is called in reports and references
slug: {all_of: [id, title]}                 # the file: 2026/42-quieter-alarms.yml
title: {first_of: [title]}
problem: {first_of: [problem, description]}
proposal: {first_of: [solution], if_empty: The source names no solution.}
benefit: {first_of: [value], if_empty: The source names no benefit.}
proposers: {first_of: [authors], split: ";"}
theme: {first_of: [area], table: {Build: delivery}, if_unlisted: unsure}
proposed_on: {first_of: [created]}
recorded_by: example-ada                    # who answers for this import
stage:
  first_of: [status]
  table: {Open: proposed, Doing: exploring, Done: adopted}
  history: {changes: changes, date: {first_of: [at]}, to: to, by: {first_of: [who]}}
```

Nothing is dropped silently: a row is written, unchanged or refused with a reason, and whatever of
a row did not come over as it stood is a note with the row's number and key.
"""
