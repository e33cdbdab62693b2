package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.cache.TableRow.GroupRow;
import java.util.List;
import java.util.Optional;

/**
 * All rows that the table has at one moment, folded ones included.
 *
 * @param groups the groups in their order
 * @param request what was wanted
 * @param known whether what the filter goes by could be read; otherwise it lets nothing through
 * @param unused the sum of the images without a recent hit, where only these are wanted
 */
public record TableContent(
    List<Group> groups, TableRequest request, boolean known, Optional<UnusedImages.Sum> unused) {
  /** A table without rows. */
  public static final TableContent EMPTY =
      new TableContent(List.of(), TableRequest.DEFAULT, true, Optional.empty());

  /** Copies the list, so that the record never changes. */
  public TableContent {
    groups = List.copyOf(groups);
  }

  /**
   * A group.
   *
   * @param head its head
   * @param rows the rows beneath, in their order
   */
  public record Group(GroupRow head, List<TableRow> rows) {
    /** Copies the list, so that the record never changes. */
    public Group {
      rows = List.copyOf(rows);
    }
  }

  /** Whether only matches are in it. */
  public boolean searching() {
    return request.narrows();
  }

  /** The row of that key, where there is one. */
  public Optional<TableRow> find(String key) {
    for (Group group : groups) {
      if (group.head().key().equals(key)) {
        return Optional.of(group.head());
      }
      for (TableRow row : group.rows()) {
        if (row.key().equals(key)) {
          return Optional.of(row);
        }
      }
    }
    return Optional.empty();
  }

  /** How many images are in it, base images not counted. */
  public int images() {
    return groups.stream()
        .map(Group::head)
        .filter(head -> !head.base())
        .mapToInt(GroupRow::images)
        .sum();
  }
}
