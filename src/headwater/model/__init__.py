"""Model: the frozen types that flow between the stages; no behaviour beyond their invariants, no I/O."""
