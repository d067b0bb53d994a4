"""Pipeline: the stages in their order, from inputs to a report; the only place where rooms meet.

read, extract, verbatim reuse, stories, then for each story: dating, rewrites and directions, origins, account.
"""
