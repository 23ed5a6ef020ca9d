"""What the Vietnamese language writes, read and printed: text, numbers, dates; *not* here: any value of govplan."""

from govplan.vietnamese.dates import (
    find_date,
    format_date,
    format_long_date,
    parse_date,
)
from govplan.vietnamese.numerals import format_number, parse_number
from govplan.vietnamese.orthography import fold, nfc, nfc_with_offsets, tone_key

__all__ = [
    "find_date",
    "fold",
    "format_date",
    "format_long_date",
    "format_number",
    "nfc",
    "nfc_with_offsets",
    "parse_date",
    "parse_number",
    "tone_key",
]
