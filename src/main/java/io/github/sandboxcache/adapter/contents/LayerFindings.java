package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.domain.contents.ContentsProblem;
import io.github.sandboxcache.domain.contents.Ecosystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one layer holds, as far as it has been read. Bounded, whatever the layer holds. */
final class LayerFindings {
  private static final int MAX_PACKAGES = 50_000;
  private static final int MAX_DELETIONS = 50_000;

  /** What packages' texts may take in memory, in bytes. */
  private static final long MAX_TEXT = 24L << 20;

  /** What a text takes beside its characters, and its place in a map. */
  private static final int TEXT_OVERHEAD = 100;

  final ProblemCounts problems = new ProblemCounts();
  final FileTally files = new FileTally(problems);

  /** By the directory that holds them, or their metadata. */
  final Map<String, PackageDraft> packages = new HashMap<>();

  /** What was asked for as package.json and its like say, by the path of that file. */
  final Map<String, Manifest> manifests = new HashMap<>();

  final Map<Ecosystem, SystemDatabase> databases = new HashMap<>();

  /** Paths that are gone from the layers below. */
  final Set<String> deleted = new HashSet<>();

  /** Directories that hide all that layers below have in them. */
  final Set<String> opaque = new HashSet<>();

  private long text;

  /** What a project asks for. */
  record Manifest(Ecosystem ecosystem, List<Wish> wishes) {
    private static final int MAX_WISHES = 5000;

    Manifest {
      wishes = List.copyOf(wishes.subList(0, Math.min(wishes.size(), MAX_WISHES)));
    }
  }

  /**
   * One package that a project asks for.
   *
   * @param written its version as it stands there, or empty
   * @param version the version that was installed, where the same file says so, or empty
   * @param direct whether it was asked for, not needed by another one
   */
  record Wish(String name, String written, String version, boolean direct) {}

  /** The package at that place, to be filled; one that nobody sees when there are too many. */
  PackageDraft packageAt(String place, Ecosystem ecosystem) {
    PackageDraft known = packages.get(place);
    if (known != null) {
      return known;
    }
    PackageDraft draft = new PackageDraft(ecosystem);
    if (packages.size() < MAX_PACKAGES && hasRoomFor(List.of(place))) {
      packages.put(place, draft);
    } else {
      problems.add(ContentsProblem.TOO_MANY_PACKAGES);
    }
    return draft;
  }

  /** Fills in what its metadata says, unless there is too much of it. */
  void describe(PackageDraft draft, PackageDraft metadata) {
    List<String> texts = new ArrayList<>(List.of(metadata.name, metadata.version));
    texts.addAll(metadata.dependencies);
    texts.addAll(metadata.extras);
    if (hasRoomFor(texts)) {
      draft.describe(metadata);
    } else {
      problems.add(ContentsProblem.TOO_MANY_PACKAGES);
    }
  }

  /** What the system's package manager says in this layer. */
  SystemDatabase database(Ecosystem ecosystem) {
    return databases.computeIfAbsent(ecosystem, _ -> new SystemDatabase());
  }

  /** Keeps a package of the system's list, unless there are too many. */
  void addInstalled(String key, PackageDraft draft, Map<String, PackageDraft> installed) {
    PackageDraft kept = new PackageDraft(draft.ecosystem);
    describe(kept, draft);
    if (!kept.name.isEmpty()) {
      installed.put(key, kept);
    }
  }

  /** Whether it can be kept; it counts then. */
  boolean hasRoomFor(String oneText) {
    return hasRoomFor(List.of(oneText));
  }

  /** Whether these can be kept; they count then. */
  boolean hasRoomFor(List<String> texts) {
    long more = texts.stream().mapToLong(each -> each.length() + TEXT_OVERHEAD).sum();
    if (text + more > MAX_TEXT) {
      return false;
    }
    text += more;
    return true;
  }

  /** Keeps a project's wishes, or says that there are too many. */
  void addManifest(String path, Manifest manifest) {
    List<String> texts = new ArrayList<>(List.of(path));
    manifest.wishes().forEach(wish -> texts.add(wish.name() + wish.written() + wish.version()));
    if (hasRoomFor(texts)) {
      manifests.put(path, manifest);
    } else {
      problems.add(ContentsProblem.TOO_MANY_PACKAGES);
    }
  }

  void delete(String path) {
    remember(path, deleted);
  }

  void hideBelow(String directory) {
    remember(directory, opaque);
  }

  private void remember(String path, Set<String> into) {
    if (deleted.size() + opaque.size() < MAX_DELETIONS && hasRoomFor(List.of(path))) {
      into.add(path);
    } else {
      problems.add(ContentsProblem.TOO_MANY_DELETIONS);
    }
  }

  /** Whether this layer hides what a lower one has at that path. */
  boolean hides(String path) {
    if (deleted.isEmpty() && opaque.isEmpty()) {
      return false;
    }
    if (deleted.contains(path) || opaque.contains("")) {
      return true;
    }
    for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      String above = path.substring(0, slash);
      if (deleted.contains(above) || opaque.contains(above)) {
        return true;
      }
    }
    return false;
  }

  /** What its packages take in memory, in bytes. */
  long textBytes() {
    return text;
  }
}
