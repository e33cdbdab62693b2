package io.github.sandboxcache.ui.cache;

import java.util.HashSet;
import java.util.Set;

/**
 * What the user wants to see of the table.
 *
 * @param query what is searched for
 * @param worthless whether only images without a recent hit are wanted
 * @param order how groups, and the images of each, are ordered
 * @param groupsShownWhole keys of long groups that show all their images
 */
public record TableRequest(
    SearchQuery query, boolean worthless, TableOrder order, Set<String> groupsShownWhole) {
  /** Everything, what was used last first. */
  public static final TableRequest DEFAULT =
      new TableRequest(SearchQuery.ALL, false, TableOrder.LAST_USED_FIRST, Set.of());

  /** Copies the set, so that the record never changes. */
  public TableRequest {
    groupsShownWhole = Set.copyOf(groupsShownWhole);
  }

  TableRequest with(SearchQuery other) {
    return new TableRequest(other, worthless, order, groupsShownWhole);
  }

  TableRequest with(TableOrder other) {
    return new TableRequest(query, worthless, other, groupsShownWhole);
  }

  TableRequest with(boolean onlyWorthless) {
    return new TableRequest(query, onlyWorthless, order, groupsShownWhole);
  }

  /** Whether not all images are wanted; then those that are, are all shown. */
  boolean narrows() {
    return worthless || !query.isEmpty();
  }

  /** Shows all images of a group, or only some again. */
  TableRequest toggled(String groupKey) {
    Set<String> whole = new HashSet<>(groupsShownWhole);
    if (!whole.remove(groupKey)) {
      whole.add(groupKey);
    }
    return new TableRequest(query, worthless, order, whole);
  }
}
