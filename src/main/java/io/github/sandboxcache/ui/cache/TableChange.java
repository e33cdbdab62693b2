package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.ui.cache.TableContent.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to be done to a table to bring it from one content to another: worked out off the FX
 * thread, so that there only what changed costs time.
 *
 * @param content the content afterwards
 * @param sameGroups whether the groups are the same, in the same order
 * @param sameRequest whether the user still wants to see the same
 * @param groups what happens in each group of the new content, in its order
 */
record TableChange(
    TableContent content, boolean sameGroups, boolean sameRequest, List<GroupChange> groups) {
  /**
   * What happens in a group.
   *
   * @param group the group afterwards
   * @param headChanged whether its head shows something else
   * @param sameRows whether the rows stand for the same things in the same order
   * @param changedRows where they do, the places of those that show something else
   */
  record GroupChange(
      Group group, boolean headChanged, boolean sameRows, List<Integer> changedRows) {}

  static TableChange between(TableContent before, TableContent after) {
    Map<String, Group> known = new HashMap<>();
    before.groups().forEach(group -> known.put(group.head().key(), group));
    List<GroupChange> changes = new ArrayList<>();
    for (Group group : after.groups()) {
      Group old = known.get(group.head().key());
      changes.add(
          old == null ? new GroupChange(group, true, false, List.of()) : between(old, group));
    }
    return new TableChange(
        after, keys(before).equals(keys(after)), before.request().equals(after.request()), changes);
  }

  private static GroupChange between(Group before, Group after) {
    boolean headChanged = !before.head().equals(after.head());
    if (before.rows().size() != after.rows().size()) {
      return new GroupChange(after, headChanged, false, List.of());
    }
    List<Integer> changed = new ArrayList<>();
    for (int i = 0; i < after.rows().size(); i++) {
      TableRow old = before.rows().get(i);
      TableRow row = after.rows().get(i);
      if (!old.key().equals(row.key())) {
        return new GroupChange(after, headChanged, false, List.of());
      }
      if (!old.equals(row)) {
        changed.add(i);
      }
    }
    return new GroupChange(after, headChanged, true, changed);
  }

  private static List<String> keys(TableContent content) {
    return content.groups().stream().map(group -> group.head().key()).toList();
  }
}
