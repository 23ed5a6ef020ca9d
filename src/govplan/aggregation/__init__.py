"""What may be added, and what comes of it; *not* here: whether a difference is a fault (`govplan.rules`)."""

from govplan.aggregation.parts import Bound, Comparison, Reason, Side, compare_parts, compare_to_whole, slack_of

__all__ = ["Bound", "Comparison", "Reason", "Side", "compare_parts", "compare_to_whole", "slack_of"]
