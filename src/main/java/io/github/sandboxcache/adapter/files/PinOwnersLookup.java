package io.github.sandboxcache.adapter.files;

import io.github.sandboxcache.domain.pins.PinOwners;
import io.github.sandboxcache.domain.settings.AppDirectories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds out whose pins count where one user works with the rights of another. */
public final class PinOwnersLookup {
  private static final String ROOT = "root";
  private static final Path USERS = Path.of("/etc/passwd");

  private PinOwnersLookup() {}

  /**
   * Looks whether it is so; empty when the pins that count are those of who asked for this process.
   *
   * @param user who this process runs as
   * @param counting the pins that count
   * @param environment the process's variables
   * @param pinsOf where the pins of a user are, if there is such a user
   */
  static Optional<PinOwners> of(
      String user,
      Path counting,
      Map<String, String> environment,
      Function<String, Optional<Path>> pinsOf) {
    Optional<String> asking =
        Stream.of("SUDO_USER", "DOAS_USER")
            .map(variable -> environment.getOrDefault(variable, ""))
            .filter(name -> !name.isEmpty())
            .findFirst();
    Optional<String> other =
        asking.or(() -> user.equals(ROOT) ? ownerOf(counting) : Optional.empty());
    return other
        .filter(name -> !name.equals(user))
        .map(
            name -> {
              Optional<Path> theirs = pinsOf.apply(name);
              boolean shared = asking.isEmpty() || theirs.filter(counting::equals).isPresent();
              return new PinOwners(
                  user, name, counting, theirs.filter(_ -> !shared).filter(Files::exists), shared);
            });
  }

  /** The same for this machine's users. */
  public static Optional<PinOwners> of(
      String osName, String user, AppDirectories directories, Map<String, String> environment) {
    return of(
        user,
        directories.pinsFile(),
        environment,
        name -> homeOf(name).map(home -> AppDirectories.of(osName, home, Map.of()).pinsFile()));
  }

  /** The same for this process and pins in that file. */
  static Optional<PinOwners> ofThisProcess(Path counting) {
    String osName = System.getProperty("os.name");
    return of(
        System.getProperty("user.name"),
        counting,
        System.getenv(),
        name -> homeOf(name).map(home -> AppDirectories.of(osName, home, Map.of()).pinsFile()));
  }

  private static Optional<String> ownerOf(Path file) {
    Path there = file;
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    try {
      return Optional.of(Files.getOwner(there).getName());
    } catch (IOException | UnsupportedOperationException _) {
      // A file system without owners belongs to nobody else.
      return Optional.empty();
    }
  }

  private static Optional<Path> homeOf(String user) {
    try (Stream<String> users = Files.lines(USERS)) {
      return users
          .map(line -> line.split(":", -1))
          .filter(fields -> fields.length > 5 && fields[0].equals(user))
          .map(fields -> Path.of(fields[5]))
          .filter(Path::isAbsolute)
          .findFirst();
    } catch (IOException | RuntimeException _) {
      // Where users are kept elsewhere, their pins are not named; that they do not count is.
      return Optional.empty();
    }
  }
}
