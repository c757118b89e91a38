"""The co-written vision: a Yjs document per section, checked, kept and read here.

`schema` says what a text may hold, `update` reads change bytes before they touch a document,
`room` keeps the documents of the sections in use, `store` is their log, `tree` gives a text as
plain records, `seed` makes a first text and `awareness` checks cursors.
"""
