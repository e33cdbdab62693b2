package io.github.sandboxcache.trials.oracle;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import io.github.sandboxcache.trials.app.Report;
import io.github.sandboxcache.trials.app.Report.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Holds what a report says against what is so. */
public final class Claims {
  private final Change change;
  private final Request request;

  /** Of a report about that change. */
  public Claims(Change change, Request request) {
    this.change = change;
    this.request = request;
  }

  /** What the report says that is not so, and what it does not say. */
  public List<String> violations(Report report) {
    Multiset<String> were = names(change.naming().cached(change.before()).stream());
    Multiset<String> gone = names(change.gone().stream());
    Multiset<String> removed = told(report.removed());
    Multiset<String> staying = told(report.staying().toList());
    Multiset<String> unknown = told(report.unknown());
    List<String> wrong = request instanceof Request.Remove remove ? remove.wrong() : List.of();
    List<String> violations = new ArrayList<>();
    for (String word : wrong) {
      if (!staying.remove(word)) {
        violations.add("nothing is told of " + word);
      }
    }
    Set<String> all = new TreeSet<>(were.elementSet());
    all.addAll(removed.elementSet());
    all.addAll(staying.elementSet());
    for (String name : all) {
      int left = were.count(name) - gone.count(name);
      if (removed.count(name) > gone.count(name)) {
        violations.add("told removed, but there: " + name);
      }
      if (staying.count(name) > left) {
        violations.add("told kept or failed, but gone: " + told(name, report));
      }
      int told = removed.count(name) + staying.count(name) + unknown.count(name);
      if (told != were.count(name)) {
        violations.add("told %d times instead of %d: %s".formatted(told, were.count(name), name));
      }
    }
    violations.addAll(wrongIds(report));
    return violations;
  }

  private List<String> wrongIds(Report report) {
    Set<CachedName> gone = change.gone();
    return report.removed().stream()
        .filter(line -> !line.imageId().isEmpty())
        .filter(
            line ->
                gone.stream()
                    .noneMatch(
                        name ->
                            name.shortName().equals(line.reference())
                                && name.imageId().equals(line.imageId())))
        .map(line -> "told removed, but no such image is gone: " + line)
        .toList();
  }

  private static String told(String name, Report report) {
    return report
        .staying()
        .filter(line -> line.reference().equals(name))
        .map(line -> name + " (" + line.reason() + ")")
        .findFirst()
        .orElse(name);
  }

  private Multiset<String> names(Stream<CachedName> names) {
    Multiset<String> shortNames = HashMultiset.create();
    names.filter(request::concerns).forEach(name -> shortNames.add(name.shortName()));
    return shortNames;
  }

  private static Multiset<String> told(List<Line> lines) {
    Multiset<String> names = HashMultiset.create();
    lines.forEach(line -> names.add(line.reference()));
    return names;
  }
}
