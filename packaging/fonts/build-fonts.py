#!/usr/bin/env python3
"""Builds the bundled fonts from the released Inter and JetBrains Mono files.

Each font is subset to the scripts the app shows, loses its hinting and gets a
family name JavaFX can select, since `-fx-font-weight` reaches only regular and
bold.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont, newTable

SHARED_RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x00FF),  # Latin-1 Supplement
    (0x0100, 0x017F),  # Latin Extended-A
    (0x0218, 0x021B),  # Romanian comma-below letters
    (0x02C6, 0x02DD),  # spacing accents
    (0x0300, 0x0328),  # combining accents, for decomposed file names
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x0490, 0x0491),  # Ukrainian ghe with upturn
    (0x2000, 0x206F),  # punctuation and spaces
    (0x20AC, 0x20AC),  # euro
    (0x2116, 0x2122),  # numero, trade mark
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematical operators
    (0x2303, 0x232B),  # key symbols
    (0x25A0, 0x25FF),  # geometric shapes
    (0x2713, 0x2717),  # check marks and crosses
    (0xFFFD, 0xFFFD),  # replacement character
)
MONO_RANGES = SHARED_RANGES + (
    (0x2500, 0x257F),  # box drawing
    (0x2580, 0x259F),  # block elements
)

# `calt` stays out: it draws "->" as an arrow and ">=" as one sign, and text from
# packages, paths and logs has to be shown as it is.
LAYOUT_FEATURES = ("ccmp", "locl", "mark", "mkmk", "kern")

FAMILY, STYLE, UNIQUE_ID, FULL, VERSION, POSTSCRIPT = 1, 2, 3, 4, 5, 6
COPYRIGHT, LICENSE, LICENSE_URL = 0, 13, 14
KEPT_NAMES = (COPYRIGHT, FAMILY, STYLE, UNIQUE_ID, FULL, VERSION, POSTSCRIPT, LICENSE, LICENSE_URL)
WINDOWS_UNICODE_ENGLISH = (3, 1, 0x409)

DIGITS = range(ord("0"), ord("9") + 1)
SMOOTH_AT_EVERY_SIZE = {0xFFFF: 0x000F}


@dataclass(frozen=True)
class Target:
    """One font to build: the option naming its source, its names and its coverage."""

    option: str
    family: str
    full_name: str
    file_name: str
    ranges: tuple[tuple[int, int], ...]
    tabular_digits: bool


# Private family names: JavaFX on Linux shapes complex text by name, and a copy of Inter or JetBrains Mono that
# the user has installed would lend its glyphs to ours and turn such text to garbage.
TARGETS = (
    Target(
        "inter-regular",
        "Sandbox Cache Sans",
        "Sandbox Cache Sans Regular",
        "Inter-Regular.ttf",
        SHARED_RANGES,
        True,
    ),
    Target(
        "inter-medium",
        "Sandbox Cache Sans Medium",
        "Sandbox Cache Sans Medium",
        "Inter-Medium.ttf",
        SHARED_RANGES,
        True,
    ),
    Target(
        "inter-semi-bold",
        "Sandbox Cache Sans Semi Bold",
        "Sandbox Cache Sans Semi Bold",
        "Inter-SemiBold.ttf",
        SHARED_RANGES,
        True,
    ),
    Target(
        "mono-regular",
        "Sandbox Cache Mono",
        "Sandbox Cache Mono Regular",
        "JetBrainsMono-Regular.ttf",
        MONO_RANGES,
        False,
    ),
)


def map_digits_to_tabular(font: TTFont) -> None:
    """Makes 0-9 the glyphs of `tnum`, which JavaFX cannot switch on."""
    tabular = {}
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for subtable in table.LookupList.Lookup[index].SubTable:
                    tabular |= getattr(subtable, "ExtSubTable", subtable).mapping
    for cmap in font["cmap"].tables:
        # Subtables may share one dictionary, so each gets its own.
        cmap.cmap = cmap.cmap | {digit: tabular[cmap.cmap[digit]] for digit in DIGITS}


def keep_only(font: TTFont, ranges: tuple[tuple[int, int], ...]) -> None:
    """Drops every other character, all hinting and every feature not listed above."""
    options = subset.Options(
        layout_features=list(LAYOUT_FEATURES),
        hinting=False,
        glyph_names=False,
        notdef_outline=True,
        name_IDs=list(KEPT_NAMES),
        drop_tables=["DSIG", "STAT", "FFTM", "meta"],
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes={c for first, last in ranges for c in range(first, last + 1)})
    subsetter.subset(font)
    font["gasp"] = newTable("gasp")
    font["gasp"].gaspRange = dict(SMOOTH_AT_EVERY_SIZE)


def rename(font: TTFont, target: Target) -> None:
    """Makes the family selectable on its own, as the regular style of that family."""
    names = font["name"]
    version = f"{names.getDebugName(VERSION)}; subset for Sandbox Cache"
    postscript = Path(target.file_name).stem
    names.names = [
        record
        for record in names.names
        if (record.platformID, record.platEncID, record.langID) == WINDOWS_UNICODE_ENGLISH
    ]
    for name_id, text in (
        (FAMILY, target.family),
        (STYLE, "Regular"),
        (UNIQUE_ID, f"{version}; {postscript}"),
        (FULL, target.full_name),
        (VERSION, version),
        (POSTSCRIPT, postscript),
    ):
        names.setName(text, name_id, *WINDOWS_UNICODE_ENGLISH)


def check(font: TTFont, target: Target) -> None:
    """Fails the build when digits would not line up or a letter is missing."""
    cmap = font.getBestCmap()
    widths = {font["hmtx"][cmap[digit]][0] for digit in DIGITS}
    if len(widths) != 1:
        raise SystemExit(f"{target.file_name}: the digits differ in width: {sorted(widths)}")
    missing = [chr(c) for c in range(0x21, 0x7F) if c not in cmap]
    if missing:
        raise SystemExit(f"{target.file_name}: missing {missing}")


def build(source: Path, target: Target, out: Path) -> Path:
    # The bytes must not depend on the time, the kind of source or the presence of HarfBuzz.
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    font.cfg["fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER"] = False
    if target.tabular_digits:
        map_digits_to_tabular(font)
    keep_only(font, target.ranges)
    rename(font, target)
    check(font, target)
    path = out / target.file_name
    font.save(path)
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description="Builds the bundled fonts.")
    for target in TARGETS:
        parser.add_argument(f"--{target.option}", type=Path, required=True, metavar="FONT")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for target in TARGETS:
        source = getattr(arguments, target.option.replace("-", "_"))
        path = build(source, target, arguments.out)
        print(f"{path.name}: {path.stat().st_size:,} B, family {target.family!r}")


if __name__ == "__main__":
    main()
