package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.Table.Cell;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which images without a name a verb is about.
 *
 * @param chosen those that were named by the beginning of their id, or all if none was
 * @param failed what named no single one, and why
 */
record OrphanChoice(Set<Orphan> chosen, List<NotMeant> failed) {
  /** An argument that named no single image. */
  record NotMeant(String id, String reason) {}

  static OrphanChoice of(List<String> ids, List<Orphan> orphans) {
    if (ids.isEmpty()) {
      return new OrphanChoice(new LinkedHashSet<>(orphans), List.of());
    }
    Set<Orphan> chosen = new LinkedHashSet<>();
    List<NotMeant> failed = new ArrayList<>();
    for (String id : ids) {
      List<Orphan> meant = orphans.stream().filter(orphan -> orphan.isMeantBy(id)).toList();
      if (meant.size() == 1) {
        chosen.add(meant.getFirst());
      } else {
        String why = meant.isEmpty() ? "cli.orphans.not-there" : "cli.orphans.ambiguous";
        failed.add(new NotMeant(id, Texts.text(why, meant.size())));
      }
    }
    return new OrphanChoice(chosen, failed);
  }

  /** An image as it stands in tables: by the beginning of its id, or as it was given. */
  static Cell cell(String id) {
    return Cell.of(PlainText.line(Orphan.shortId(id)));
  }
}
