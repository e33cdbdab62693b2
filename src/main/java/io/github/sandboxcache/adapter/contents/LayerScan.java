package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.adapter.contents.PackageReader.BrokenMetadataException;
import io.github.sandboxcache.adapter.contents.TarReader.Entry;
import io.github.sandboxcache.adapter.contents.TarReader.Kind;
import io.github.sandboxcache.domain.contents.ContentsProblem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Reads one layer: adds up its files, and hands metadata to who can read it. */
final class LayerScan {
  /** The status of a distribution with all of its packages has less. */
  private static final int MAX_METADATA = 16 << 20;

  private static final String HIDING = ".wh.";
  private static final String HIDING_ALL = ".wh..wh..opq";

  private static final List<PackageReader> READERS =
      List.of(
          new PythonPackages(),
          new NodePackages(),
          new GoModules(),
          new CargoCrates(),
          new DebianPackages(),
          new AlpinePackages(),
          new RubyGems());

  private final LayerFindings found = new LayerFindings();
  private final boolean systemOnly;

  private LayerScan(boolean systemOnly) {
    this.systemOnly = systemOnly;
  }

  /**
   * Reads a layer to its end.
   *
   * @param layer unpacked
   * @param systemOnly for a layer of the base: nothing but what the system's manager installed
   * @return what was found, also where the layer ends early or is damaged
   */
  static LayerFindings read(InputStream layer, boolean systemOnly) throws IOException {
    LayerScan scan = new LayerScan(systemOnly);
    scan.readAll(new TarReader(layer));
    return scan.found;
  }

  private void readAll(TarReader tar) throws IOException {
    try {
      Optional<Entry> entry = tar.next();
      while (entry.isPresent()) {
        readEntry(entry.get(), tar);
        entry = tar.next();
      }
    } catch (EOFException | TarReader.TarException _) {
      found.problems.add(ContentsProblem.LAYER_DAMAGED);
    }
  }

  private void readEntry(Entry entry, TarReader tar) throws IOException {
    if (systemOnly && entry.kind() != Kind.FILE) {
      return;
    }
    Optional<String> path = CleanPath.of(entry.path());
    if (path.isEmpty()) {
      if (entry.kind() == Kind.FILE && !systemOnly) {
        found.problems.add(ContentsProblem.ODD_PATH);
        found.files.addUnnamed(entry.size());
      }
    } else if (systemOnly) {
      readMetadata(path.get(), entry, tar);
    } else if (!isDeletion(path.get()) && entry.kind() == Kind.FILE) {
      found.files.add(path.get(), entry.size());
      READERS.forEach(reader -> reader.onFile(path.get(), entry.size(), found));
      readMetadata(path.get(), entry, tar);
    }
  }

  private boolean isDeletion(String path) {
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    if (!name.startsWith(HIDING)) {
      return false;
    }
    String directory = path.substring(0, Math.max(0, slash));
    if (name.equals(HIDING_ALL)) {
      found.hideBelow(directory);
    } else if (!name.startsWith(HIDING, HIDING.length())) {
      found.delete(path.substring(0, slash + 1) + name.substring(HIDING.length()));
    }
    return true;
  }

  private void readMetadata(String path, Entry entry, TarReader tar) throws IOException {
    Optional<PackageReader> reader =
        READERS.stream()
            .filter(each -> systemOnly ? each.isOfSystem(path) : each.wants(path))
            .findFirst();
    if (reader.isEmpty()) {
      return;
    }
    if (entry.size() > MAX_METADATA) {
      found.problems.add(ContentsProblem.METADATA_TOO_LONG);
      return;
    }
    byte[] content = tar.content().readNBytes((int) entry.size());
    try {
      reader.get().read(path, content, found);
    } catch (BrokenMetadataException _) {
      found.problems.add(ContentsProblem.METADATA_BROKEN);
    }
  }
}
