"""Finds time expressions in English: one compiled matcher whose group names say which reader reads the match."""

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
UNITS = ("day", "week", "month", "year", "decade", "hour", "minute")
COUNTS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"a": 1, "an": 1, "several": 0, "few": 0, "a few": 0, "some": 0, "many": 0, "thirty": 30, "forty": 40, "fifty": 50}

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?:1[6-9]\d\d|20[0-4]\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?:morning|afternoon|evening|night)"
_COUNT = r"(?:\d{1,3}|a few|" + "|".join(sorted(COUNTS, key=len, reverse=True)) + ")"
_UNIT = r"(?:day|week|month|year|decade|hour|minute)s?"
_EDGE = r"(?:[Ee]arly|[Ll]ate|[Mm]id)[ -]"
_MD = rf"(?:{_MONTH} {_DAY}(?!\d)|{_DAY}(?: of)? {_MONTH})"

# A month or a year alone is a date only after one of these: "May" is also a name, and 2254 a resolution.
_LEAD = (
    "(?:"
    + "|".join(f"(?<={word} )" for word in "in In since Since by until of from From to during During".split())
    + ")"
)

RULES = {
    "iso": rf"{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)",
    "range_days": rf"{_DAY}(?: ?[-–] ?| to | and | until ){_DAY} {_MONTH}(?:,? {_YEAR})?(?!\d)"
    rf"|{_MONTH} {_DAY}(?: ?[-–] ?| to | and | until ){_DAY}(?!\d)(?:,? {_YEAR})?(?!\d)",
    "full_day": rf"(?:{_WEEKDAY},? )?{_MD},? {_YEAR}(?!\d)",
    "month_year": rf"(?:{_EDGE})?{_MONTH},? (?:of )?{_YEAR}(?!\d)",
    "month_day": rf"(?:{_WEEKDAY},? )?(?:the )?{_MD}",
    "weekday": rf"(?:(?:last|next|this|early|late|Last|Next|Late|Early|on) )?{_WEEKDAY}(?: {_PART})?",
    "deictic": r"[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Oo]vernight|[Tt]his (?:morning|afternoon|evening)"
    r"|[Ll]ast night",
    "ago": rf"(?:[Aa]bout |[Ss]ome |[Nn]early )?{_COUNT} {_UNIT} (?:ago|earlier|before|later|after)",
    "unit": r"(?:[Ee]arlier |[Ll]ater )?(?:[Ll]ast|[Tt]his|[Nn]ext|[Tt]he (?:past|previous|following|same|next))"
    r" (?:day|week|month|year|weekend)",
    "unit_month": rf"(?:[Ll]ast|[Tt]his|[Nn]ext) {_MONTH}",
    "decade": r"(?:the )?(?:1[6-9]|20)\d0s|the (?:eighteen|nineteen|twenti)(?:th|eth) century",
    "edge_month": rf"{_EDGE}{_MONTH}",
    "duration": rf"(?:for |[Ff]or )?(?:more than |about |nearly |at least )?{_COUNT}[ -](?:{_UNIT})(?![ -](?:old|ago))",
    "set": rf"(?:[Ee]very|[Ee]ach) (?:day|week|month|year|{_WEEKDAY})|[Dd]aily|[Ww]eekly",
    "month": rf"{_LEAD}{_MONTH}",
    "year": rf"{_LEAD}{_YEAR}(?![\d,.-]\d|\d| (?:people|troops|soldiers|fighters|civilians|men|km|miles))",
    "reference": r"[Nn]ow|[Rr]ecently|[Cc]urrently|at present|in the coming (?:days|weeks|months)|in the near future",
}
PATTERN = re.compile(r"(?<![\w-])(?:" + "|".join(f"(?P<{name}>{rule})" for name, rule in RULES.items()) + r")(?!\w)")
