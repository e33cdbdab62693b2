package io.github.sandboxcache.domain.install;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Who goes on in the sandbox with what root installs: the base image's own user, or the sandbox's
 * where the base image runs as root.
 *
 * @param owner user and group, by their numbers
 * @param home the home directory that the engine gives the base image's own user
 */
record ProjectUser(String owner, Optional<String> home) {
  private static final String HOME = "HOME";
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]*");
  private static final Pattern GROUP = Pattern.compile("[0-9]+");

  /** The user of the sandbox's containers, whatever image they are made from. */
  static final ProjectUser OF_SANDBOX = new ProjectUser("1000:1000", Optional.empty());

  /** Runs a program as the base image's own user. */
  interface Programs {
    /**
     * Runs one.
     *
     * @return its exit code
     */
    int run(List<String> arguments, Consumer<String> onLine);
  }

  /**
   * Asks in a container of the base image.
   *
   * @param name the user as the base image says it, empty for root
   */
  static ProjectUser of(String name, Programs programs) {
    if (name.isEmpty()) {
      return OF_SANDBOX;
    }
    Optional<String> user = answer(programs, "id", "-u").filter(s -> NUMBER.matcher(s).matches());
    Optional<String> group = answer(programs, "id", "-g").filter(s -> GROUP.matcher(s).matches());
    if (user.isEmpty() || group.isEmpty()) {
      return OF_SANDBOX;
    }
    Optional<String> home = answer(programs, "printenv", HOME).filter(s -> s.startsWith("/"));
    return new ProjectUser(user.get() + ":" + group.get(), home);
  }

  private static Optional<String> answer(Programs programs, String... arguments) {
    List<String> lines = new ArrayList<>();
    return programs.run(List.of(arguments), lines::add) == 0 && lines.size() == 1
        ? Optional.of(lines.getFirst())
        : Optional.empty();
  }

  /** The variables of the base image, and where that user is at home if they do not say. */
  Map<String, String> variables(Map<String, String> ofBase) {
    Map<String, String> all = new HashMap<>(ofBase);
    home.ifPresent(directory -> all.putIfAbsent(HOME, directory));
    return all;
  }
}
