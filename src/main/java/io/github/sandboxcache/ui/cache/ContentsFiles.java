package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.contents.FileCount;
import io.github.sandboxcache.domain.contents.OwnFiles;
import io.github.sandboxcache.domain.contents.SessionFiles;
import io.github.sandboxcache.domain.contents.WasteKind;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.Percent;
import io.github.sandboxcache.ui.base.UiTexts;
import io.github.sandboxcache.ui.cache.Details.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The files of an image's own layers, as the pane shows them. All text is harmless to show.
 *
 * @param tiles the largest directories, for the treemap
 * @param waste what can mostly be done without, by kind, the largest first
 * @param wasteSum all of that, with its share; empty for none
 * @param largest the largest directories and files, the largest first
 * @param session what somebody's session left; empty for nothing
 * @param sessionNote how much that is; empty for nothing
 */
record ContentsFiles(
    List<DirectoryTile> tiles,
    List<Line> waste,
    String wasteSum,
    List<LargePath> largest,
    List<LargePath> session,
    String sessionNote) {
  ContentsFiles {
    tiles = List.copyOf(tiles);
    waste = List.copyOf(waste);
    largest = List.copyOf(largest);
    session = List.copyOf(session);
  }

  /**
   * Of those files.
   *
   * @param asked names of the packages that somebody asked for, in lower case
   */
  static ContentsFiles of(OwnFiles files, Set<String> asked, UiTexts texts) {
    long whole = files.tree().count().bytes();
    long wasted = files.waste().values().stream().mapToLong(FileCount::bytes).sum();
    List<DirectoryTile> tiles = DirectoryTile.of(files.tree(), asked);
    return new ContentsFiles(
        tiles,
        waste(files.waste(), texts),
        wasted == 0
            ? ""
            : texts.text("contents.waste.sum", DecimalSize.of(wasted), share(wasted, whole)),
        LargePath.of(files, tiles),
        LargePath.files(files.session().largest(), tiles),
        sessionNote(files.session(), texts));
  }

  private static List<Line> waste(Map<WasteKind, FileCount> waste, UiTexts texts) {
    List<Map.Entry<WasteKind, FileCount>> kinds = new ArrayList<>(waste.entrySet());
    kinds.sort(Comparator.comparingLong(kind -> -kind.getValue().bytes()));
    return kinds.stream()
        .map(
            kind ->
                new Line(
                    words(kind.getKey(), texts),
                    DecimalSize.of(kind.getValue().bytes()).toString()))
        .toList();
  }

  private static String words(WasteKind kind, UiTexts texts) {
    return texts.text(
        switch (kind) {
          case CACHE -> "contents.waste.cache";
          case BYTECODE -> "contents.waste.bytecode";
          case TESTS -> "contents.waste.tests";
          case DOCS -> "contents.waste.docs";
        });
  }

  private static String sessionNote(SessionFiles session, UiTexts texts) {
    return session.count().files() == 0
        ? ""
        : texts.text(
            "contents.session.note",
            session.count().files(),
            DecimalSize.of(session.count().bytes()));
  }

  private static String share(long part, long whole) {
    return Percent.of(
        whole == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(Math.min(100, 100.0 * part / whole)));
  }
}
