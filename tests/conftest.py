"""Settings of all tests: how many examples Hypothesis draws, at home and where every change is checked."""

import os

from hypothesis import HealthCheck, settings

# A busy machine draws slowly; that says nothing of what is tested.
_SLOWLY = [HealthCheck.too_slow]

settings.register_profile("dev", max_examples=40, deadline=None, suppress_health_check=_SLOWLY)
settings.register_profile(
    "ci", max_examples=60, deadline=None, suppress_health_check=_SLOWLY, derandomize=True, print_blob=True
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))
