package io.github.sandboxcache.trials.oracle;

import io.github.sandboxcache.trials.app.Report;
import io.github.sandboxcache.trials.app.Report.Line;
import io.github.sandboxcache.trials.engine.EngineState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges several processes that removed at once over a bad line: nothing has to go, but what a rule
 * protects from all of them stays, and all that is told is so. Only the app changed names
 * meanwhile.
 */
public final class Wave {
  private final Change change;
  private final List<Removal> removals;
  private final Set<String> pinned;
  private final Set<String> installed;

  /**
   * One removal of those.
   *
   * @param report what it said, where it came to that
   */
  public record Removal(Request request, Optional<Report> report) {}

  /**
   * Of all that happened between two quiet moments.
   *
   * @param pinned the short names that were pinned all the time
   * @param installed the short names of all that was to be installed
   */
  public Wave(Change change, List<Removal> removals, Set<String> pinned, Set<String> installed) {
    this.change = change;
    this.removals = List.copyOf(removals);
    this.pinned = Set.copyOf(pinned);
    this.installed = Set.copyOf(installed);
  }

  /** What is gone: what was there before, and what was made and removed meanwhile as was told. */
  public List<CachedName> gone() {
    List<CachedName> gone = new ArrayList<>(change.gone());
    for (Removal removal : removals) {
      removal.report().stream()
          .flatMap(report -> report.removed().stream())
          .filter(line -> isShortLived(line.reference()))
          .map(line -> new CachedName(line.reference(), line.reference(), "", line.imageId(), 0))
          .forEach(gone::add);
    }
    return gone;
  }

  /** What was to be installed and is not there: whether it ever was is not always known. */
  public Set<String> shortLived() {
    Set<String> names = new HashSet<>(installed);
    names.removeIf(name -> !isShortLived(name));
    return names;
  }

  private boolean isShortLived(String shortName) {
    return installed.contains(shortName)
        && change.naming().cached(change.after()).stream()
            .noneMatch(name -> name.shortName().equals(shortName));
  }

  /** All that is not as it has to be. */
  public List<String> violations() {
    List<String> violations = new ArrayList<>(change.violations());
    for (CachedName name : change.gone()) {
      whyProtected(name)
          .ifPresent(why -> violations.add("%s went, but had to stay: %s".formatted(name, why)));
      if (told(name.shortName(), true).isEmpty()) {
        violations.add("gone, but nobody told so: " + name);
      }
    }
    removals.forEach(
        removal -> removal.report().ifPresent(r -> check(removal.request(), r, violations)));
    for (EngineState.Image image : change.after().images().values()) {
      if (image.names().isEmpty() && !change.before().images().containsKey(image.id())) {
        violations.add("an image without a name is left over: " + image.id());
      }
    }
    return violations;
  }

  private Optional<String> whyProtected(CachedName name) {
    List<Request> asked =
        removals.stream().map(Removal::request).filter(r -> r.concerns(name)).toList();
    if (asked.isEmpty()) {
      return Optional.of("nobody asked for it");
    }
    if (pinned.contains(name.shortName())) {
      return Optional.of("pinned");
    }
    if (!change.before().users(name.imageId()).isEmpty()) {
      return Optional.of("in use");
    }
    if (change.before().children(name.imageId()).stream()
        .anyMatch(child -> change.after().images().containsKey(child.id()))) {
      return Optional.of("base of an image that stays");
    }
    boolean newest =
        asked.stream().allMatch(r -> r instanceof Request.Prune(int keep) && rank(name) < keep);
    return newest ? Optional.of("among the newest") : Optional.empty();
  }

  /** How many of its language may be newer, at most: what was pinned for a while may count. */
  private long rank(CachedName name) {
    long before =
        change.naming().cached(change.before()).stream()
            .filter(other -> other.language().equals(name.language()) && !other.equals(name))
            .filter(other -> !pinned.contains(other.shortName()))
            .filter(other -> other.created() >= name.created())
            .count();
    return before
        + installed.stream().filter(n -> n.startsWith("mcp-sandbox-" + name.language())).count();
  }

  private void check(Request request, Report report, List<String> violations) {
    Set<String> told = new HashSet<>();
    List<Line> all = new ArrayList<>(report.removed());
    all.addAll(report.staying().toList());
    all.addAll(report.unknown());
    all.stream()
        .filter(line -> !told.add(line.reference()))
        .forEach(line -> violations.add("told twice: " + line));
    for (Line line : report.removed()) {
      if (gone().stream().noneMatch(n -> isSame(n, line))) {
        violations.add("told removed, but there: " + line);
      }
      if (told(line.reference(), false).size() > 1) {
        violations.add("told removed by several: " + line);
      }
      if (request instanceof Request.Remove remove && !remove.meant().contains(line.reference())) {
        violations.add("removed, but not asked for: " + line);
      }
    }
    report
        .staying()
        .filter(
            line -> change.gone().stream().anyMatch(n -> n.shortName().equals(line.reference())))
        .filter(line -> told(line.reference(), true).isEmpty())
        .forEach(line -> violations.add("told kept or failed, but gone: " + line));
  }

  private static boolean isSame(CachedName name, Line line) {
    return name.shortName().equals(line.reference()) && name.imageId().equals(line.imageId());
  }

  /** The reports that tell that name removed, or also not known. */
  private List<Report> told(String shortName, boolean orUnknown) {
    return removals.stream()
        .flatMap(removal -> removal.report().stream())
        .filter(
            report ->
                tells(report.removed(), shortName)
                    || (orUnknown && tells(report.unknown(), shortName)))
        .toList();
  }

  private static boolean tells(List<Line> lines, String shortName) {
    return lines.stream().anyMatch(line -> line.reference().equals(shortName));
  }
}
