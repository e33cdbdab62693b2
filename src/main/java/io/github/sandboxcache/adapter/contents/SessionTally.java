package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.domain.contents.FileCount;
import io.github.sandboxcache.domain.contents.Scaffolding;
import io.github.sandboxcache.domain.contents.SessionFiles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds up what is of a session. What an install may have made itself waits until all files were
 * seen, for its manifest may come later, or in another layer. Its memory is bounded.
 */
final class SessionTally {
  private static final int MAX_FILES = 200;

  /** An image has one install directory; of more nobody vouches for anything. */
  private static final int MAX_MANIFESTS = 20;

  private final Files certain = new Files();
  private final Map<String, Files> besides = new HashMap<>();
  private final Set<String> manifests = new HashSet<>();

  private static final class Files {
    private final LargestPaths largest = new LargestPaths(MAX_FILES);
    private FileCount count = FileCount.NONE;

    void add(String path, long bytes) {
      count = count.plus(bytes);
      largest.offer(path, bytes);
    }

    void addAll(Files others) {
      count = count.plus(others.count);
      largest.offerAll(others.largest);
    }
  }

  /** A file of an own layer. */
  void add(String path, long bytes) {
    if (Scaffolding.vouches(path)) {
      if (manifests.size() < MAX_MANIFESTS) {
        manifests.add(path);
      }
    } else if (SessionFiles.holds(path)) {
      Optional<String> manifest = Scaffolding.besides(path, bytes);
      manifest.map(this::besides).orElse(certain).add(path, bytes);
    }
  }

  private Files besides(String manifest) {
    return besides.containsKey(manifest) || besides.size() < MAX_MANIFESTS
        ? besides.computeIfAbsent(manifest, _ -> new Files())
        : certain;
  }

  /** Adds all of another layer. */
  void addAll(SessionTally other) {
    certain.addAll(other.certain);
    other.besides.forEach((manifest, files) -> besides(manifest).addAll(files));
    other.manifests.stream().filter(_ -> manifests.size() < MAX_MANIFESTS).forEach(manifests::add);
  }

  /** What is of a session once all files were seen. */
  SessionFiles toSessionFiles() {
    Files all = new Files();
    all.addAll(certain);
    besides.forEach(
        (manifest, files) -> {
          if (!manifests.contains(manifest)) {
            all.addAll(files);
          }
        });
    return new SessionFiles(all.count, all.largest.list());
  }
}
