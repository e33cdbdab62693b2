package io.github.sandboxcache.domain.contents;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an install writes into its own directory beside the packages: manifests and lock files, and
 * what {@code cargo init} makes around them. The directory is one in which a sandbox works, itself;
 * a project further down is somebody's.
 *
 * <p>Files that others may have written too are told by their exact place and length, and are the
 * install's only where the manifest lies beside them: see {@link #besides}. What somebody wrote
 * into them is longer or shorter; what somebody committed is in other files of the repository.
 */
public final class Scaffolding {
  private static final Pattern INSTALL_DIRECTORY =
      Pattern.compile(
          "((?:workspace|app|mnt|srv|root|home/[^/]+|(?:var/)?tmp)/)(.+)", Pattern.DOTALL);

  /** By language: Python, JavaScript and TypeScript, Go, Rust, Ruby. */
  private static final Set<String> MANIFESTS =
      Set.of(
          "requirements.txt",
          "package.json",
          "package-lock.json",
          "pnpm-lock.yaml",
          "pnpm-workspace.yaml",
          "yarn.lock",
          "bun.lock",
          "bun.lockb",
          "go.mod",
          "go.sum",
          "Cargo.toml",
          "Cargo.lock",
          "Gemfile",
          "Gemfile.lock");

  private static final String CARGO = "Cargo.toml";

  /** A program that greets the world, and what Cargo has git leave alone, now and formerly. */
  private static final Map<String, Set<Long>> OF_CARGO =
      Map.of("src/main.rs", Set.of(45L), ".gitignore", Set.of(8L, 19L));

  /** A repository without a commit, whose branch is main or master: how long each may be. */
  private static final Map<String, Long> OF_GIT =
      Map.of(
          ".git/HEAD", 23L, ".git/config", 93L, ".git/description", 73L, ".git/info/exclude", 240L);

  private static final Pattern HOOK = Pattern.compile("\\.git/hooks/[A-Za-z-]+\\.sample");
  private static final long MAX_HOOK = 8192;

  private Scaffolding() {}

  /** Whether it is a manifest or lock file of an install directory. */
  static boolean isManifest(String path) {
    Matcher place = INSTALL_DIRECTORY.matcher(path);
    return place.matches() && MANIFESTS.contains(place.group(2));
  }

  /** Whether files of which {@link #besides} tells may be the install's because of that one. */
  public static boolean vouches(String path) {
    return path.endsWith("/" + CARGO) && isManifest(path);
  }

  /**
   * The manifest beside which a file is the install's own; where that is missing, the file is of a
   * session like any other. Empty for all files that an install does not make.
   */
  public static Optional<String> besides(String path, long bytes) {
    Matcher place = INSTALL_DIRECTORY.matcher(path);
    return place.matches() && isOfCargoInit(place.group(2), bytes)
        ? Optional.of(place.group(1) + CARGO)
        : Optional.empty();
  }

  private static boolean isOfCargoInit(String name, long bytes) {
    return OF_CARGO.getOrDefault(name, Set.of()).contains(bytes)
        || bytes <= OF_GIT.getOrDefault(name, -1L)
        || (bytes <= MAX_HOOK && HOOK.matcher(name).matches());
  }
}
