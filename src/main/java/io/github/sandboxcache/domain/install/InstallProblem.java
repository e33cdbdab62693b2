package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.ResourceLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Why an install failed, as data. Command lines, last lines and messages from engines are untrusted
 * and still contain the colours and control characters that they came with.
 */
public sealed interface InstallProblem {
  /** A package name that is never passed to a package manager. */
  record BadPackage(Language language, PackageProblem problem) implements InstallProblem {}

  /** A command of the package manager ended with an error. */
  record CommandFailed(String commandLine, int exitCode, List<String> lastLines)
      implements InstallProblem {
    /** Copies the list, so that the record never changes. */
    public CommandFailed {
      lastLines = List.copyOf(lastLines);
    }

    /** Returns the usual reason that the last lines point to. */
    public InstallFailure reason() {
      return InstallFailure.of(lastLines);
    }
  }

  /** A command was killed because of the memory limit. */
  record OutOfMemory(String commandLine, int exitCode, List<String> lastLines)
      implements InstallProblem {
    /** Copies the list, so that the record never changes. */
    public OutOfMemory {
      lastLines = List.copyOf(lastLines);
    }
  }

  /** A command was killed for another reason than its memory. */
  record Killed(String commandLine, int exitCode, List<String> lastLines)
      implements InstallProblem {
    /** Copies the list, so that the record never changes. */
    public Killed {
      lastLines = List.copyOf(lastLines);
    }
  }

  /** The container ended before the command in it. */
  record ContainerEnded(String commandLine, List<String> lastLines) implements InstallProblem {
    /** Copies the list, so that the record never changes. */
    public ContainerEnded {
      lastLines = List.copyOf(lastLines);
    }
  }

  /** The package index has no package of exactly that name. */
  record UnknownPackage(String packageName) implements InstallProblem {}

  /** None of these package managers works in the base image; the lines are what they printed. */
  record NoTool(String baseImage, List<String> tools, List<String> lastLines)
      implements InstallProblem {
    /** Copies the lists, so that the record never changes. */
    public NoTool {
      tools = List.copyOf(tools);
      lastLines = List.copyOf(lastLines);
    }
  }

  /** No base image is set for the language. */
  record NoBaseImage(Language language) implements InstallProblem {}

  /**
   * A volume of the base image is where the packages would be, and images do not keep its content.
   */
  record VolumeOverTarget(String baseImage, String volume) implements InstallProblem {}

  /** These limits are too low for any package manager to run. */
  record LimitsTooLow(ResourceLimits limits) implements InstallProblem {}

  /** The install was given up after that time. */
  record TimeLimitReached(Duration limit) implements InstallProblem {}

  /** The install was cancelled. */
  record Cancelled() implements InstallProblem {}

  /** The CA bundle of the settings cannot be read. */
  record UnreadableCaBundle(Path file) implements InstallProblem {}

  /** The base image is missing and cannot be pulled; the reason is in the engine's words. */
  record NoPull(String baseImage, String engineWords) implements InstallProblem {}

  /** The engine refused a request, in its own words. */
  record Refused(String engineWords) implements InstallProblem {}

  /** The engine failed or is gone; the words say so. */
  record EngineFailed(String words) implements InstallProblem {}

  /** What others said of it, untrusted; empty where nobody but this app did. */
  default Optional<String> foreignWords() {
    return switch (this) {
      case CommandFailed failed -> last(failed.lastLines());
      case OutOfMemory killed -> last(killed.lastLines());
      case Killed killed -> last(killed.lastLines());
      case ContainerEnded ended -> last(ended.lastLines());
      case NoTool none -> last(none.lastLines());
      case NoPull none -> Optional.of(none.engineWords());
      case Refused refused -> Optional.of(refused.engineWords());
      case EngineFailed failed -> Optional.of(failed.words());
      case BadPackage _,
          UnknownPackage _,
          NoBaseImage _,
          VolumeOverTarget _,
          LimitsTooLow _,
          TimeLimitReached _,
          Cancelled _,
          UnreadableCaBundle _ ->
          Optional.empty();
    };
  }

  private static Optional<String> last(List<String> lines) {
    return lines.reversed().stream().filter(line -> !line.isBlank()).findFirst();
  }
}
