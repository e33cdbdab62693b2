package io.github.sandboxcache.domain.contents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the packages of one image differ from those of another.
 *
 * @param added those that only the other one has
 * @param removed those that only the first one has
 * @param changed those that both have, in different versions
 */
public record PackageDifference(
    List<InstalledPackage> added, List<InstalledPackage> removed, List<Change> changed) {
  private static final Comparator<Id> BY_KIND_AND_NAME =
      Comparator.comparing(Id::ecosystem)
          .thenComparing(Id::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Id::name);

  /** Copies the lists, so that the record never changes. */
  public PackageDifference {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  private record Id(Ecosystem ecosystem, String name) {}

  /**
   * A package in two versions.
   *
   * @param before as the first image has it
   * @param after as the other one has it
   */
  public record Change(InstalledPackage before, InstalledPackage after) {}

  /**
   * What leads from one image to another, by kind and name. Of a package that is installed in
   * several versions, each version counts; only where one stands against one it is a change.
   */
  public static PackageDifference between(
      List<InstalledPackage> first, List<InstalledPackage> other) {
    Map<Id, List<InstalledPackage>> before = byId(first);
    Map<Id, List<InstalledPackage>> after = byId(other);
    Set<Id> ids = new TreeSet<>(BY_KIND_AND_NAME);
    ids.addAll(before.keySet());
    ids.addAll(after.keySet());
    List<InstalledPackage> added = new ArrayList<>();
    List<InstalledPackage> removed = new ArrayList<>();
    List<Change> changed = new ArrayList<>();
    for (Id id : ids) {
      List<InstalledPackage> gone = lacking(before, after, id);
      List<InstalledPackage> come = lacking(after, before, id);
      if (gone.size() == 1 && come.size() == 1) {
        changed.add(new Change(gone.getFirst(), come.getFirst()));
      } else {
        removed.addAll(gone);
        added.addAll(come);
      }
    }
    return new PackageDifference(added, removed, changed);
  }

  /** Whether both have the same packages in the same versions. */
  public boolean isNone() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
  }

  private static Map<Id, List<InstalledPackage>> byId(List<InstalledPackage> packages) {
    Map<Id, List<InstalledPackage>> byId = new TreeMap<>(BY_KIND_AND_NAME);
    for (InstalledPackage each : packages) {
      byId.computeIfAbsent(new Id(each.ecosystem(), each.name()), _ -> new ArrayList<>()).add(each);
    }
    return byId;
  }

  private static List<InstalledPackage> lacking(
      Map<Id, List<InstalledPackage>> from, Map<Id, List<InstalledPackage>> in, Id id) {
    List<String> versions =
        in.getOrDefault(id, List.of()).stream().map(InstalledPackage::version).toList();
    return from.getOrDefault(id, List.of()).stream()
        .filter(each -> !versions.contains(each.version()))
        .toList();
  }
}
