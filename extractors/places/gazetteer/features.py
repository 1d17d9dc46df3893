"""What a place is, in one letter, and what that means for the precision of a mention."""

FEATURES = {
    "C": "country or territory",
    "A": "first-level division (state, province, governorate)",
    "D": "second-level division (district, county)",
    "P": "settlement",
    "Q": "quarter of a town",
    "S": "site (base, airport, dam, crossing, camp, refinery, field, prison, shrine)",
    "R": "small region",
    "G": "region larger than a first-level division",
    "L": "line (river, road, border)",
    "W": "waters (sea, gulf, strait, lake)",
}

PRECISIONS = {
    "C": "country",
    "A": "admin1",
    "D": "admin2",
    "P": "point",
    "Q": "point",
    "S": "point",
    "R": "area",
    "G": "line",
    "L": "line",
    "W": "sea",
}
