package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.contents.Candidate;
import io.github.sandboxcache.domain.contents.ContentsProblem;
import io.github.sandboxcache.domain.contents.DirectoryTree;
import io.github.sandboxcache.domain.contents.Ecosystem;
import io.github.sandboxcache.domain.contents.FileCount;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import io.github.sandboxcache.domain.contents.OwnFiles;
import io.github.sandboxcache.domain.contents.SessionFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What tests find inside images. */
final class Contents {
  static final ImageContents NOTHING = contents(List.of(), List.of(), Map.of());

  private Contents() {}

  /** Python packages as {@code name version}, each asked for. */
  static ImageContents python(String... packages) {
    return contents(
        Stream.of(packages).map(Contents::installed).toList(),
        Stream.of(packages).map(Contents::candidate).toList(),
        Map.of());
  }

  /** Nothing, because something could not be read. */
  static ImageContents with(ContentsProblem problem) {
    return contents(List.of(), List.of(), Map.of(problem, 1L));
  }

  static InstalledPackage installed(String nameAndVersion) {
    String[] parts = nameAndVersion.split(" ", -1);
    return new InstalledPackage(
        Ecosystem.PYTHON, parts[0], parts[1], OptionalLong.of(7), true, List.of("six"));
  }

  private static Candidate candidate(String nameAndVersion) {
    String[] parts = nameAndVersion.split(" ", -1);
    return new Candidate(Ecosystem.PYTHON, parts[0], parts[1], List.of(), Optional.empty(), true);
  }

  private static ImageContents contents(
      List<InstalledPackage> packages,
      List<Candidate> candidates,
      Map<ContentsProblem, Long> problems) {
    return new ImageContents(
        List.of(),
        packages,
        candidates,
        new OwnFiles(
            new DirectoryTree("", FileCount.NONE, List.of()),
            List.of(),
            List.of(),
            Map.of(),
            new SessionFiles(FileCount.NONE, List.of())),
        problems);
  }
}
