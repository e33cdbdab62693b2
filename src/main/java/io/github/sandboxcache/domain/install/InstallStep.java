package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.task.TaskNotice;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What an install does just now, as data, read from the output of its package manager. Names and
 * versions are untrusted.
 */
public sealed interface InstallStep extends TaskNotice {
  /** The package index is read. */
  record ReadingIndex() implements InstallStep {}

  /** It is found out which version of that package fits. */
  record Resolving(String name) implements InstallStep {}

  /**
   * A package is downloaded.
   *
   * @param name the package, with a space before its version where that is known
   * @param totalBytes its size
   * @param doneBytes how much of it is there
   */
  record Downloading(String name, OptionalLong totalBytes, OptionalLong doneBytes)
      implements InstallStep {
    /** A download of which no progress is told. */
    Downloading(String name, OptionalLong totalBytes) {
      this(name, totalBytes, OptionalLong.empty());
    }

    @Override
    public OptionalDouble fraction() {
      return doneBytes.isPresent() && totalBytes.isPresent() && totalBytes.getAsLong() > 0
          ? OptionalDouble.of((double) doneBytes.getAsLong() / totalBytes.getAsLong())
          : OptionalDouble.empty();
    }
  }

  /** So many of the packages are downloaded, where only that is told. */
  record DownloadingSome(int done, int all) implements InstallStep {
    @Override
    public OptionalDouble fraction() {
      return all > 0 ? OptionalDouble.of((double) done / all) : OptionalDouble.empty();
    }
  }

  /** A package is built from its source. */
  record Building(String name) implements InstallStep {}

  /** Packages are put in their places. */
  record Installing(List<String> names) implements InstallStep {
    /** Copies the list, so that the record never changes. */
    public Installing {
      names = List.copyOf(names);
    }
  }

  /** The image is made of the container. */
  record Saving() implements InstallStep {}

  /** How much of the step is done, 0 to 1; empty when nobody knows. */
  default OptionalDouble fraction() {
    return OptionalDouble.empty();
  }
}
