"""Command line: arguments in, results on standard output, progress and warnings on standard error, exit codes.

No logic of its own: each command is one file that calls the pipeline and a presenter.
"""
