package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.PackagesFrom;
import io.github.sandboxcache.domain.catalog.ImageBase;
import io.github.sandboxcache.domain.contents.DirectoryTree;
import io.github.sandboxcache.domain.contents.Ecosystem;
import io.github.sandboxcache.domain.contents.FileCount;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.LayerStack;
import io.github.sandboxcache.domain.contents.OwnFiles;
import io.github.sandboxcache.domain.contents.SessionFiles;
import io.github.sandboxcache.domain.contents.SizedPath;
import io.github.sandboxcache.domain.contents.WasteKind;
import io.github.sandboxcache.service.Inspection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What is inside made-up images. */
public final class TestContents {
  private static final long KB = 1000;

  private TestContents() {}

  /** A believable Python image with five packages asked for, waste, and no session files. */
  public static Inspection plotting() {
    return inspection(
        List.of(
            python("numpy", "2.1.3", 66_400),
            python("pandas", "2.2.3", 52_700, "numpy", "python-dateutil", "pytz", "tzdata"),
            python("matplotlib", "3.9.2", 26_900, "pillow", "fonttools", "kiwisolver", "numpy"),
            python("pillow", "11.0.0", 18_700),
            python("fonttools", "4.54.1", 12_200),
            python("openpyxl", "3.1.5", 4_600, "et-xmlfile"),
            python("kiwisolver", "1.4.7", 4_400),
            python("pytz", "2024.2", 2_800),
            python("tzdata", "2024.2", 2_400),
            python("seaborn", "0.13.2", 2_100, "numpy", "pandas", "matplotlib"),
            python("python-dateutil", "2.9.0", 1_200, "six"),
            python("et_xmlfile", "2.0.0", 200),
            python("six", "1.16.0", 100)),
        List.of(
            "numpy==2.1.3",
            "pandas==2.2.3",
            "matplotlib==3.9.2",
            "openpyxl==3.1.5",
            "seaborn==0.13.2"),
        PackagesFrom.LOG,
        files(
            tree(
                "",
                214_000,
                tree(
                    "usr",
                    199_000,
                    tree(
                        "site-packages",
                        197_600,
                        tree("pandas", 52_700, tree("tests", 14_000)),
                        tree("numpy", 41_800, tree("tests", 8_700)),
                        tree("matplotlib", 26_900, tree("tests", 6_000)),
                        tree("numpy.libs", 24_600),
                        tree("PIL", 6_100),
                        tree("pillow.libs", 12_600),
                        tree("fontTools", 12_200, tree("__pycache__", 2_000)),
                        tree("openpyxl", 4_600))),
                tree("root", 14_200, tree(".cache", 14_200, tree("pip", 14_200)))),
            Map.of(
                WasteKind.TESTS, new FileCount(2_000, 22_700 * KB),
                WasteKind.BYTECODE, new FileCount(3_000, 21_400 * KB),
                WasteKind.CACHE, new FileCount(20, 14_200 * KB)),
            new SessionFiles(FileCount.NONE, List.of())));
  }

  /** An older one, to compare it with; a session left files in it, and its list is a guess. */
  public static Inspection older() {
    return inspection(
        List.of(
            python("pyarrow", "14.0.2", 131_200, "numpy"),
            python("numpy", "1.26.4", 61_000),
            python("pandas", "1.5.3", 58_600, "numpy", "python-dateutil", "pytz"),
            python("pytz", "2023.3", 2_800),
            python("python-dateutil", "2.8.2", 1_200, "six"),
            python("six", "1.16.0", 100)),
        List.of("pandas", "pyarrow"),
        PackagesFrom.GUESS,
        files(
            tree("", 266_000, tree("usr", 255_000), tree("workspace", 1_400)),
            Map.of(WasteKind.CACHE, new FileCount(20, 9_400 * KB)),
            new SessionFiles(
                new FileCount(3, 1_400 * KB),
                List.of(
                    new SizedPath("workspace/report.csv", 1_300 * KB),
                    new SizedPath("tmp/plot.png", 100 * KB)))));
  }

  /** One whose names and sizes nobody would want to see. */
  public static Inspection hostile() {
    String long4000 = "x".repeat(4000);
    return inspection(
        Stream.of("a\nb\u001b[31m", "\u202egnp.exe", long4000, "..", "<b>&amp;</b>")
            .map(name -> python(name, long4000, 2_000_000_000, "..", long4000))
            .toList(),
        List.of("..", long4000, "\u001b]0;x\u0007"),
        PackagesFrom.GUESS,
        files(
            tree("", 1, tree(long4000, 2_000_000_000), tree("\u202e\n", 0)),
            Map.of(WasteKind.DOCS, new FileCount(1, 2_000_000_000 * KB)),
            new SessionFiles(
                new FileCount(2_000_000_000, 2_000_000_000 * KB),
                List.of(new SizedPath("tmp/" + long4000 + "\n", 2_000_000_000 * KB)))));
  }

  private static Inspection inspection(
      List<InstalledPackage> packages, List<String> asked, PackagesFrom from, OwnFiles files) {
    return new Inspection(
        LayerStack.above(0, List.of()),
        new ImageContents(List.of(), packages, List.of(), files, Map.of()),
        new ImageBase(0, Optional.empty()),
        Optional.of(new AskedPackages(asked, from)));
  }

  private static OwnFiles files(
      DirectoryTree tree, Map<WasteKind, FileCount> waste, SessionFiles session) {
    return new OwnFiles(
        tree,
        List.of(
            new SizedPath("usr/site-packages/numpy.libs/libscipy_openblas.so", 24_000 * KB),
            new SizedPath("root/.cache/pip/http-v2/pandas.body", 13_000 * KB)),
        List.of(
            new SizedPath("usr/site-packages", 197_600 * KB),
            new SizedPath("usr/site-packages/pandas", 52_700 * KB),
            new SizedPath("usr/site-packages/numpy", 41_800 * KB),
            new SizedPath("usr/site-packages/matplotlib", 26_900 * KB),
            new SizedPath("usr/site-packages/numpy.libs", 24_600 * KB),
            new SizedPath("root/.cache/pip", 14_200 * KB),
            new SizedPath("usr/site-packages/pandas/tests", 14_000 * KB)),
        waste,
        session);
  }

  private static DirectoryTree tree(String name, long kilobytes, DirectoryTree... below) {
    return new DirectoryTree(name, new FileCount(1, kilobytes * KB), List.of(below));
  }

  private static InstalledPackage python(
      String name, String version, long kilobytes, String... needs) {
    return new InstalledPackage(
        Ecosystem.PYTHON, name, version, OptionalLong.of(kilobytes * KB), false, List.of(needs));
  }
}
