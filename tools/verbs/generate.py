#!/usr/bin/env python3
"""Writes lib/language/verb_table.inc: the verbs of English with what is irregular about them.

Sources, all Debian packages: wordnet-base (index.verb, verb.exc), python3-pattern (en-verbs.txt, the
XTAG list), hunspell with hunspell-en-us (a row stays only if every form spells), and pins.txt here.
A verb that only rules inflect takes some ten bytes: the table holds lemmas and one flag each.

Run from anywhere: tools/verbs/generate.py
"""

import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent.parent / "lib/language/verb_table.inc"
WORDNET = Path("/usr/share/wordnet")
XTAG = Path("/usr/lib/python3/dist-packages/pattern/text/en/en-verbs.txt")

DOUBLES, DOUBLES_UK, ISE, IRREGULAR, ALSO_DOUBLED = 1, 2, 4, 8, 16
BASE, THIRD, PAST, PARTICIPLE, GERUND = 1, 2, 4, 8, 16


def read_pins():
    sections = {}
    rows = None
    for line in (HERE / "pins.txt").read_text().splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            rows = sections.setdefault(line[1:-1], [])
        else:
            rows.append(line.split())
    return sections


def third(lemma, doubles):
    if doubles and lemma.endswith("z"):
        return lemma + "zes"
    if re.search(r"([sxz]|ch|sh|[^aeiou]o)$", lemma):
        return lemma + "es"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ies"
    return lemma + "s"


def stem(lemma, doubles):
    if doubles:
        return lemma + ("k" if lemma.endswith("c") else lemma[-1])
    return lemma


def past(lemma, doubles):
    if lemma.endswith("e"):
        return lemma + "d"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ied"
    return stem(lemma, doubles) + "ed"


def gerund(lemma, doubles):
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not re.search(r"(ee|oe|ye|inge|(^|[^a-z])be)$", lemma) and lemma != "be":
        return lemma[:-1] + "ing"
    if lemma in ("singe", "tinge", "binge", "swinge", "twinge", "springe"):
        return lemma + "ing"
    if lemma.endswith("inge"):
        return lemma[:-1] + "ing"
    return stem(lemma, doubles) + "ing"


def may_double(lemma):
    return bool(re.search(r"([^aeiou]|[^aeiou]u|qu|^)[aeiouy][bcdfgklmnprstvz]$", lemma)) and len(lemma) > 2


def spelled(words):
    words = sorted(set(words))
    bad = subprocess.run(["hunspell", "-d", "en_US", "-l"], input="\n".join(words), text=True,
                         capture_output=True, check=True, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin"})
    return set(words) - set(bad.stdout.split())


def main():
    pins = read_pins()
    pinned = {row[0]: row[1:] for row in pins["irregular"]}
    added = {row[0].rstrip("+"): row[0].endswith("+") for row in pins["add"]}
    also_doubled = {row[0] for row in pins["also-doubled"]}
    dropped = {row[0] for row in pins["drop"]}
    uk = {us: gb for us, gb in pins["uk"] if us != gb}
    no_ise = {row[0] for row in pins["no-ise"]}

    wordnet = {line.split(" ", 1)[0] for line in (WORDNET / "index.verb").read_text().splitlines()
               if not line.startswith(" ")}
    exceptions = {}
    for line in (WORDNET / "verb.exc").read_text().splitlines():
        form, *lemmas = line.split()
        for lemma in lemmas:
            exceptions.setdefault(lemma, set()).add(form)
    xtag = {}
    for line in XTAG.read_text().splitlines():
        cells = line.split(",")
        if len(cells) > 11 and not line.startswith(";"):
            xtag[cells[0]] = (cells[10], cells[11])

    uk_lemmas = set(uk.values())
    bases = {w for w in wordnet | set(xtag) if re.fullmatch(r"[a-z]{2,}", w)} - uk_lemmas
    bases = {w for w in bases if not (re.search(r"[iy]se$", w) and w[:-2] + "ze" in bases)}
    bases = (bases | set(added) | set(pinned)) - dropped

    # Which spelling of the doubled consonant is right: ask the dictionary.
    ask = set(bases)
    for w in bases:
        for doubles in (False, True):
            ask |= {third(w, doubles), past(w, doubles), gerund(w, doubles)}
    for forms in xtag.values():
        ask |= {f for f in forms if f}
    good = spelled(ask)

    prefixes = ("re", "over", "under", "out", "mis", "un", "fore", "with", "up", "be", "inter", "pre",
                "co", "down", "off", "in", "for", "par", "counter", "cross", "ghost", "type", "hand")

    def irregular(lemma):
        if lemma in pinned:
            return pinned[lemma]
        for p in prefixes:
            rest = lemma[len(p):]
            if lemma.startswith(p) and rest in pinned and len(rest) > 2:
                cells = [["/".join(p + f for f in c.split("/")) for c in pinned[rest]]][0]
                if lemma in exceptions or all(c.split("/")[0] in good for c in cells[:2]):
                    if past(lemma, may_double(lemma)) in good and lemma not in exceptions:
                        return None  # "unload" is no "un" + "load"; the regular past is a word
                    return cells
        forms = xtag.get(lemma)
        if forms and forms[0] in exceptions.get(lemma, ()) and all(f in good for f in forms):
            if forms[0] not in (past(lemma, False), past(lemma, True)):
                return list(forms)
        return None

    verbs, irregulars, missing = {}, {}, []
    for lemma in sorted(bases):
        flags = 0
        single = {past(lemma, False), gerund(lemma, False)} <= good
        double = may_double(lemma) and {past(lemma, True), gerund(lemma, True)} <= good
        syllables = len(re.findall(r"[aeiouy]+", lemma))
        cells = irregular(lemma)
        if cells:
            flags |= IRREGULAR
            irregulars[lemma] = cells
            if may_double(lemma) and (syllables == 1 or gerund(lemma, False) not in good):
                flags |= DOUBLES
        elif lemma in added and not single and not double:
            if added[lemma] or (may_double(lemma) and syllables == 1):
                flags |= DOUBLES
        elif single and double:
            flags |= DOUBLES if syllables == 1 else ALSO_DOUBLED
        elif double:
            flags |= DOUBLES
        elif not single:
            missing.append(lemma)
            continue
        if lemma not in added and lemma not in pinned and not {lemma, third(lemma, flags & 1)} <= good:
            missing.append(lemma)
            continue
        if re.search(r"([^aeiou]|[^aeiou][ui]|qu)[aeiou]l$", lemma) and syllables > 1 and not flags & (DOUBLES | IRREGULAR):
            if lemma != "parallel":
                flags |= DOUBLES_UK
        if lemma in also_doubled:
            flags |= ALSO_DOUBLED
        if lemma.endswith("ize") and lemma not in no_ise:
            flags |= ISE
        verbs[lemma] = flags

    reverse = {}
    for lemma, cells in irregulars.items():
        for i, cell in enumerate(cells):
            for form in cell.split("/"):
                entry = reverse.setdefault(form, {})
                entry[lemma] = entry.get(lemma, 0) | (PAST if i % 2 == 0 else PARTICIPLE)
    verbs["be"] = IRREGULAR
    irregulars["be"] = ["was", "been"]
    for form, bits in (("am", BASE), ("are", BASE), ("is", THIRD), ("was", PAST), ("were", PAST), ("been", PARTICIPLE)):
        reverse[form] = {**reverse.get(form, {}), "be": bits}
    reverse["has"] = {"have": THIRD}

    def blob(rows):
        lines, line = [], ""
        for row in rows:
            if len(line) + len(row) > 94:
                lines.append(line)
                line = ""
            line += row + " "
        lines.append(line)
        return "\n".join(f'    "{text}"' for text in lines)

    plurals = {one: many for one, many in pins["plural"]}
    plurals |= {row[0]: row[0] + "es" for row in pins["plural-es"]}
    plurals |= {row[0]: re.sub("fe?$", "ves", row[0]) for row in pins["plural-ves"]}
    tables = [
        ("kVerbs", "lemma, then '0' + flags: 1 doubles, 2 doubles in UK spelling, 4 -ise in UK spelling,\n"
                   "// 8 irregular, 16 doubled spelling is read too.",
         [w + chr(48 + f) for w, f in sorted(verbs.items())]),
        ("kIrregulars", "lemma:past,participle[,UK past,UK participle]; the first of a/b is preferred.",
         [w + ":" + ",".join(c) for w, c in sorted(irregulars.items())]),
        ("kIrregularForms", "form:lemma,VerbForm bits[,lemma,bits].",
         [f + ":" + ",".join(f"{w},{b}" for w, b in sorted(e.items())) for f, e in sorted(reverse.items())]),
        ("kUkLemmas", "US lemma:UK lemma.", [f"{a}:{b}" for a, b in sorted(uk.items()) if a in verbs]),
        ("kUsLemmas", "UK lemma:US lemma.", sorted(f"{b}:{a}" for a, b in uk.items() if a in verbs)),
        ("kPlurals", "singular:plural.", [f"{a}:{b}" for a, b in sorted(plurals.items())]),
    ]
    with OUT.open("w") as out:
        out.write("// Written by tools/verbs/generate.py. Data from WordNet and the XTAG project: see NOTICE.\n"
                  "// Each table is rows in byte order of their key, each followed by a blank; a key ends at the\n"
                  "// first sign that is no letter or hyphen.\n")
        for name, about, rows in tables:
            rows.sort(key=lambda row: re.match(r"[A-Za-z/-]+", row).group())
            out.write(f"\n// {about}\nconstexpr std::string_view {name} =\n{blob(rows)};\n")
    print(f"{len(verbs)} verbs, {len(irregulars)} irregular, {len(missing)} of the sources left out", file=sys.stderr)
    if "-v" in sys.argv:
        print(" ".join(missing))


if __name__ == "__main__":
    main()
