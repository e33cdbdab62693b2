package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.install.RecipeStep.MakeDirectory;
import io.github.sandboxcache.domain.install.RecipeStep.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose the directories of a project are. What root makes there is theirs afterwards, or they could
 * not go on with it: whose they were before, or who goes on where there was nothing before and
 * where everybody may write.
 */
final class Ownership {
  /** A user and a group, by their numbers, and at last what all others may do. */
  private static final Pattern STATUS = Pattern.compile("([0-9]+:[0-9]+) [0-7]*([0-7])");

  private static final int OTHERS_WRITE = 2;
  private static final int OTHERS_ENTER = 1;

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
   * nearest above it belongs, unless that is root.
   *
   * @param user who goes on, by numbers
   */
  static Ownership before(
      List<String> directories, String user, Predicate<String> exists, Programs programs) {
    Map<String, String> owners = new LinkedHashMap<>();
    for (String directory : directories) {
      String present = directory;
      while (present.length() > 1 && !exists.test(present)) {
        present = present.substring(0, Math.max(1, present.lastIndexOf('/')));
      }
      int needed = present.equals(directory) ? OTHERS_WRITE : OTHERS_ENTER;
      owner(present, needed, user, programs).ifPresent(owner -> owners.put(directory, owner));
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

  private static Optional<String> owner(
      String present, int needed, String user, Programs programs) {
    List<String> said = new ArrayList<>();
    if (programs.run(List.of("stat", "-L", "-c", "%u:%g %a", present), said::add) != 0
        || said.size() != 1) {
      return Optional.empty();
    }
    Matcher status = STATUS.matcher(said.getFirst());
    if (!status.matches()) {
      return Optional.empty();
    }
    if (!status.group(1).startsWith("0:")) {
      return Optional.of(status.group(1));
    }
    return (Integer.parseInt(status.group(2)) & needed) != 0 ? Optional.of(user) : Optional.empty();
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

  /** Whose a directory is, by numbers; empty for root. */
  Optional<String> of(String directory) {
    return Optional.ofNullable(owners.get(directory));
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
