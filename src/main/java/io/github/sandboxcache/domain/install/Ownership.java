package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.install.RecipeStep.MakeDirectory;
import io.github.sandboxcache.domain.install.RecipeStep.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Who the directories of a project belonged to before root installed into them. What root made
 * there is theirs afterwards, or they could not go on with it.
 */
final class Ownership {
  /** Another user than root, and a group, both by their numbers. */
  private static final Pattern USER = Pattern.compile("[1-9][0-9]*:[0-9]+");

  private static final String START = Recipe.SCRATCH + "/start";

  private final Map<String, String> owners;
  private final List<String> sinceStart;

  private Ownership(Map<String, String> owners, List<String> sinceStart) {
    this.owners = owners;
    this.sinceStart = sinceStart;
  }

  /** Runs a program as root. */
  interface Programs {
    /**
     * Runs one.
     *
     * @return its exit code
     */
    int run(List<String> arguments, Consumer<String> onLine);
  }

  /**
   * Looks before anything is installed. A directory that is not there yet belongs to whom the
   * nearest above it belongs.
   */
  static Ownership before(List<String> directories, Predicate<String> exists, Programs programs) {
    Map<String, String> owners = new LinkedHashMap<>();
    for (String directory : directories) {
      String present = directory;
      while (!present.isEmpty() && !exists.test(present)) {
        present = present.substring(0, Math.max(0, present.lastIndexOf('/')));
      }
      List<String> said = new ArrayList<>();
      if (!present.isEmpty()
          && programs.run(List.of("stat", "-L", "-c", "%u:%g", present), said::add) == 0
          && said.size() == 1
          && USER.matcher(said.getFirst()).matches()) {
        owners.put(directory, said.getFirst());
      }
    }
    if (owners.isEmpty()) {
      return new Ownership(owners, List.of());
    }
    List<String> sinceStart = sinceStart(programs);
    if (sinceStart.isEmpty()) {
      // What root had there before could not be told from what comes.
      owners
          .keySet()
          .removeIf(directory -> exists.test(directory) && hasRoots(directory, programs));
    }
    return new Ownership(owners, sinceStart);
  }

  private static boolean hasRoots(String directory, Programs programs) {
    List<String> found = new ArrayList<>();
    List<String> look = List.of("find", "-H", directory, "-xdev", "-user", "0");
    return programs.run(look, found::add) != 0 || !found.isEmpty();
  }

  /** Not every find can tell new files by the time at which they came. */
  private static List<String> sinceStart(Programs programs) {
    List<String> newer = List.of("-cnewer", START);
    boolean known =
        programs.run(List.of("touch", START), _ -> {}) == 0
            && programs.run(Recipe.all(List.of("find", START), newer), _ -> {}) == 0;
    return known ? newer : List.of();
  }

  /** Gives away what is root's in these directories and was not there before. */
  List<RecipeStep> steps() {
    List<RecipeStep> steps = new ArrayList<>();
    owners.forEach(
        (directory, owner) -> {
          List<String> arguments =
              new ArrayList<>(List.of("find", "-H", directory, "-xdev", "-user", "0"));
          arguments.addAll(sinceStart);
          arguments.addAll(List.of("-exec", "chown", "-h", owner, "{}", "+"));
          steps.add(new MakeDirectory(directory));
          steps.add(Run.in("/", arguments));
        });
    return steps;
  }
}
