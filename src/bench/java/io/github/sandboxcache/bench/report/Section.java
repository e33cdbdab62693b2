package io.github.sandboxcache.bench.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one part of the benchmarks found.
 *
 * @param title its heading
 * @param made the circumstances: what was measured on
 * @param figures the lines of its table
 * @param notes what must be known to read them
 */
public record Section(String title, String made, List<Figure> figures, List<String> notes) {
  private static final String HEAD =
      """
      | what | measured | beside | ratio | aim | reached |
      | --- | --- | --- | --- | --- | --- |
      """;

  /** Copies the lists, so that the record never changes. */
  public Section {
    figures = List.copyOf(figures);
    notes = List.copyOf(notes);
  }

  /** The section in Markdown. */
  public String markdown() {
    String lines = figures.stream().map(Figure::line).collect(Collectors.joining("\n"));
    String below = notes.stream().map(note -> "- " + note).collect(Collectors.joining("\n"));
    return Stream.of("## " + title, made, HEAD + lines, below)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("\n\n"))
        + "\n";
  }
}
