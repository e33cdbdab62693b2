package io.github.sandboxcache.ui.cache;

import java.util.HashSet;
import java.util.Set;

/**
 * What the user wants to see of the table.
 *
 * @param query what is searched for
 * @param order how each group is ordered
 * @param groupsShownWhole keys of long groups that show all their images
 */
public record TableRequest(SearchQuery query, TableOrder order, Set<String> groupsShownWhole) {
  /** Everything, what was used last first. */
  public static final TableRequest DEFAULT =
      new TableRequest(SearchQuery.ALL, TableOrder.LAST_USED_FIRST, Set.of());

  /** Copies the set, so that the record never changes. */
  public TableRequest {
    groupsShownWhole = Set.copyOf(groupsShownWhole);
  }

  TableRequest with(SearchQuery other) {
    return new TableRequest(other, order, groupsShownWhole);
  }

  TableRequest with(TableOrder other) {
    return new TableRequest(query, other, groupsShownWhole);
  }

  /** Shows all images of a group, or only some again. */
  TableRequest toggled(String groupKey) {
    Set<String> whole = new HashSet<>(groupsShownWhole);
    if (!whole.remove(groupKey)) {
      whole.add(groupKey);
    }
    return new TableRequest(query, order, whole);
  }
}
