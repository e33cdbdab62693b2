package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.base.CacheFilter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the user wants to see of the table.
 *
 * @param query what is searched for
 * @param filter which images are wanted; empty for all
 * @param order how groups, and the images of each, are ordered
 * @param groupsShownWhole keys of long groups that show all their images
 */
public record TableRequest(
    SearchQuery query,
    Optional<CacheFilter> filter,
    TableOrder order,
    Set<String> groupsShownWhole) {
  /** Everything, what was used last first. */
  public static final TableRequest DEFAULT =
      new TableRequest(SearchQuery.ALL, Optional.empty(), TableOrder.LAST_USED_FIRST, Set.of());

  /** Copies the set, so that the record never changes. */
  public TableRequest {
    groupsShownWhole = Set.copyOf(groupsShownWhole);
  }

  TableRequest with(SearchQuery other) {
    return new TableRequest(other, filter, order, groupsShownWhole);
  }

  TableRequest with(TableOrder other) {
    return new TableRequest(query, filter, other, groupsShownWhole);
  }

  TableRequest with(Optional<CacheFilter> other) {
    return new TableRequest(query, other, order, groupsShownWhole);
  }

  /** Whether not all images are wanted; then those that are, are all shown. */
  boolean narrows() {
    return filter.isPresent() || !query.isEmpty();
  }

  /** Shows all images of a group, or only some again. */
  TableRequest toggled(String groupKey) {
    Set<String> whole = new HashSet<>(groupsShownWhole);
    if (!whole.remove(groupKey)) {
      whole.add(groupKey);
    }
    return new TableRequest(query, filter, order, whole);
  }
}
