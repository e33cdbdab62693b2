package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.PackagesFrom;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.cache.TextList;
import io.github.sandboxcache.domain.contents.Ecosystem;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.KnownContents;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What is kept of the insides of images. A row that nobody of us wrote so is no row. */
final class ContentsTable {
  static final String SCHEMA =
      """
      CREATE TABLE IF NOT EXISTS image_contents (
        engine TEXT NOT NULL,
        image TEXT NOT NULL,
        packages TEXT NOT NULL,
        asked TEXT NOT NULL,
        PRIMARY KEY (engine, image)
      ) WITHOUT ROWID
      """;

  /** How many texts make one package: kind, name, version, bytes, whether asked for, needs. */
  private static final int PACKAGE_TEXTS = 6;

  /** How many texts make what one name stands for: the name, how that is known, the list. */
  private static final int ASKED_TEXTS = 3;

  private static final int MAX_TEXT = 1 << 26;
  private static final String YES = "1";

  private ContentsTable() {}

  static void save(Sql sql, String engine, String imageId, KnownContents contents)
      throws SQLException {
    int _ =
        sql.update(
            "INSERT OR REPLACE INTO image_contents VALUES (?, ?, ?, ?)",
            engine,
            imageId,
            texts(contents.packages()),
            TextList.write(
                contents.asked().entrySet().stream()
                    .flatMap(
                        each ->
                            Stream.of(
                                each.getKey().toString(),
                                each.getValue().from().name(),
                                TextList.write(each.getValue().names())))
                    .toList()));
  }

  static Map<String, KnownContents> load(Sql sql, String engine) throws SQLException {
    Map<String, KnownContents> found = new HashMap<>();
    sql.query(
        "SELECT image, packages, asked FROM image_contents WHERE engine = ?"
            + " AND length(packages) + length(asked) <= "
            + MAX_TEXT,
        row -> {
          String image = row.getString(1);
          contents(Sql.optionalText(row, 2), Sql.optionalText(row, 3))
              .ifPresent(contents -> found.put(image, contents));
        },
        engine);
    return found;
  }

  private static Optional<KnownContents> contents(
      Optional<String> packages, Optional<String> asked) {
    return packages
        .flatMap(TextList::parse)
        .flatMap(ContentsTable::packages)
        .flatMap(
            read ->
                asked
                    .flatMap(TextList::parse)
                    .flatMap(ContentsTable::asked)
                    .map(names -> new KnownContents(read, names)));
  }

  /** Packages as one text. */
  static String texts(List<InstalledPackage> packages) {
    return TextList.write(packages.stream().flatMap(ContentsTable::texts).toList());
  }

  /** The packages that stand there; empty when nobody of us wrote them so. */
  static Optional<List<InstalledPackage>> packages(List<String> texts) {
    List<InstalledPackage> packages = new ArrayList<>();
    try {
      for (int i = 0; i < texts.size(); i += PACKAGE_TEXTS) {
        List<String> one = texts.subList(i, i + PACKAGE_TEXTS);
        packages.add(
            new InstalledPackage(
                Ecosystem.valueOf(one.get(0)),
                one.get(1),
                one.get(2),
                one.get(3).isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(one.get(3))),
                one.get(4).equals(YES),
                TextList.parse(one.get(5)).orElseThrow()));
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException | NoSuchElementException _) {
      return Optional.empty();
    }
    return Optional.of(packages);
  }

  private static Optional<Map<CacheReference, AskedPackages>> asked(List<String> texts) {
    Map<CacheReference, AskedPackages> asked = new HashMap<>();
    try {
      for (int i = 0; i < texts.size(); i += ASKED_TEXTS) {
        List<String> one = texts.subList(i, i + ASKED_TEXTS);
        AskedPackages packages =
            new AskedPackages(
                TextList.parse(one.get(2)).orElseThrow(), PackagesFrom.valueOf(one.get(1)));
        if (SandboxReference.parse(one.get(0)).orElseThrow() instanceof CacheReference reference
            && isTrue(packages, reference)) {
          asked.put(reference, packages);
        }
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException | NoSuchElementException _) {
      return Optional.empty();
    }
    return Optional.of(asked);
  }

  /** What is called proven has to be so, whoever wrote the row. */
  private static boolean isTrue(AskedPackages packages, CacheReference reference) {
    return switch (packages.from()) {
      case KEY -> CacheKey.of(reference.language(), packages.names()).tag().equals(reference.tag());
      case GUESS -> true;
      case LABEL, LOG -> false;
    };
  }

  private static Stream<String> texts(InstalledPackage each) {
    OptionalLong bytes = each.sizeBytes();
    return Stream.of(
        each.ecosystem().name(),
        each.name(),
        each.version(),
        bytes.isPresent() ? Long.toString(bytes.getAsLong()) : "",
        each.asked() ? YES : "",
        TextList.write(each.dependencies()));
  }
}
