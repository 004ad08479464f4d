#!/usr/bin/env python3
"""Builds analyzers/data/places.tsv from public lists of Vietnam's administrative units.

usage: build_places.py OLD_2022.tsv OLD_2025.tsv NEW_2026.tsv MAP_OLD_TO_NEW.tsv MAP_PROVINCES.tsv > places.tsv

OLD_*: the state before July 2025 (provinces, districts, communes); NEW: the state since (provinces, communes).
The columns, sources and licences are in analyzers/data/README.md.
"""
import csv, sys, unicodedata

LEVELS = {"1": "province", "2": "district", "3": "commune"}
TYPES = {"Thành phố Trung ương": "thành phố"}

def rows(path):
    with open(path, encoding="utf-8", newline="") as f:
        yield from csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE)

# One tone placement for all names, the older one (Hoà Bình → Hòa Bình), as most newspapers write.
PLACEMENT = {n + m: o + v for new, old, n, v in (("oà oả oã oá oạ", "òa ỏa õa óa ọa", "o", "a"),
                                                 ("oè oẻ oẽ oé oẹ", "òe ỏe õe óe ọe", "o", "e"),
                                                 ("uỳ uỷ uỹ uý uỵ", "ùy ủy ũy úy ụy", "u", "y"))
             for m, o in ((a[1], b[0]) for a, b in zip(new.split(), old.split()))}

def clean(name):
    name = unicodedata.normalize("NFC", name).replace("’", "'").strip()
    words = name.split(" ")
    for i, word in enumerate(words):
        tail = word[-2:].lower()
        if tail in PLACEMENT and not word.lower().startswith("qu"):
            words[i] = word[:-2] + (PLACEMENT[tail].capitalize() if len(word) == 2 else PLACEMENT[tail])
    return " ".join(words)

def main():
    old22, old25, new26, links, province_links = sys.argv[1:6]
    places = {}
    for path in (old25, old22):          # the later list wins
        for r in rows(path):
            if r["code"] in places:
                continue
            kind = TYPES.get(r["type"], r["type"].lower())
            places[r["code"]] = [r["code"], LEVELS[r["level"]], kind, clean(r["name"]), r["parent_code"] or "-", "old", "-"]
    for p in places.values():            # Quận 1, Phường 5: the type belongs to such a name
        if p[3].isdigit():
            p[3] = f"{p[2].capitalize()} {int(p[3])}"
    new_names = {}
    for r in rows(new26):
        level = "province" if r["level"] == "1" else "commune"
        code, parent = "n" + r["code"], ("n" + r["parent_code"]) if r["parent_code"] else "-"
        places[code] = [code, level, r["type"].lower(), clean(r["name"]), parent, "new", "-"]
        if level == "province":
            new_names[clean(r["name"])] = code
    for r in rows(links):
        if r["old_code"] in places and places[r["old_code"]][6] == "-" and "n" + r["new_code"] in places:
            places[r["old_code"]][6] = "n" + r["new_code"]
    strip = lambda s: clean(s.replace("Thành Phố ", "").replace("Thành phố ", "").replace("Tỉnh ", ""))
    squeeze = lambda s: clean(s).lower().replace(" ", "").replace("-", "")
    by_squeezed = {squeeze(n): c for n, c in new_names.items()}
    old_provinces = {squeeze(p[3]): p for p in places.values() if p[1] == "province" and p[5] == "old"}
    for r in rows(province_links):
        old = old_provinces.get(squeeze(strip(r["old_province"])))
        new = by_squeezed.get(squeeze(strip(r["new_province"])))
        if old and new:
            old[6] = new
    # The province was Thừa Thiên Huế until 2025; its city keeps the short name.
    places["46"][2:4] = ["tỉnh", "Thừa Thiên Huế"]
    places["46"][6] = "n46"
    print("# code\tlevel\ttype\tname\tparent\tstate\tinto")
    for p in sorted(places.values(), key=lambda p: (p[5] == "new", ["province", "district", "commune"].index(p[1]), p[0])):
        print("\t".join(p))

if __name__ == "__main__":
    main()
