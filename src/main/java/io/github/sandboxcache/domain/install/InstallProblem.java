package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.ResourceLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Why an install failed, as data. Command lines, last lines and words of engines are untrusted, and
 * still have the colours and control characters that they came with.
 */
public sealed interface InstallProblem {
  /** A package that no package manager is asked for. */
  record BadPackage(Language language, PackageProblem problem) implements InstallProblem {}

  /** A command of the package manager ended with an error of its own. */
  record CommandFailed(String commandLine, int exitCode, List<String> lastLines)
      implements InstallProblem {
    /** Copies the list, so that the record never changes. */
    public CommandFailed {
      lastLines = List.copyOf(lastLines);
    }

    /** The usual reason that the last lines show. */
    public InstallFailure reason() {
      return InstallFailure.of(lastLines);
    }
  }

  /** A command was ended because of the memory limit. */
  record OutOfMemory(String commandLine, int exitCode, List<String> lastLines)
      implements InstallProblem {
    /** Copies the list, so that the record never changes. */
    public OutOfMemory {
      lastLines = List.copyOf(lastLines);
    }
  }

  /** Something killed a command, and not for its memory. */
  record Killed(String commandLine, int exitCode, List<String> lastLines)
      implements InstallProblem {
    /** Copies the list, so that the record never changes. */
    public Killed {
      lastLines = List.copyOf(lastLines);
    }
  }

  /** The container did not live as long as the command in it. */
  record ContainerEnded(String commandLine, List<String> lastLines) implements InstallProblem {
    /** Copies the list, so that the record never changes. */
    public ContainerEnded {
      lastLines = List.copyOf(lastLines);
    }
  }

  /** The package index knows no package of exactly that name. */
  record UnknownPackage(String packageName) implements InstallProblem {}

  /** The base image has none of these package managers; what those said that are there. */
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
   * A volume of the base image lies where the packages would go, and no image keeps its content.
   */
  record VolumeOverTarget(String baseImage, String volume) implements InstallProblem {}

  /** Under these limits no package manager runs. */
  record LimitsTooLow(ResourceLimits limits) implements InstallProblem {}

  /** It was given up after that time. */
  record TimeLimitReached(Duration limit) implements InstallProblem {}

  /** Somebody cancelled it. */
  record Cancelled() implements InstallProblem {}

  /** The CA bundle of the settings cannot be read. */
  record UnreadableCaBundle(Path file) implements InstallProblem {}

  /** The base image is not there and cannot be pulled, for that reason in the engine's words. */
  record NoPull(String baseImage, String engineWords) implements InstallProblem {}

  /** The engine refused it, in its own words. */
  record Refused(String engineWords) implements InstallProblem {}

  /** The engine failed or is gone, in words that say so themselves. */
  record EngineFailed(String words) implements InstallProblem {}
}
