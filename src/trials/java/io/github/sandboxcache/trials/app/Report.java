package io.github.sandboxcache.trials.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a removal says that it did.
 *
 * @param dryRun whether it says that it did nothing
 * @param removed what is said to be gone
 * @param kept what is said to be there, and why
 * @param failed what is said to be there although it should have gone, and why
 * @param unknown what is said not to be known
 */
public record Report(
    boolean dryRun, List<Line> removed, List<Line> kept, List<Line> failed, List<Line> unknown) {
  // Outcome, image, size, and why if anything is to be said.
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^(removed|kept|failed|not known) {2,}(\\S+) {2,}(?:[\\d.,]+ \\w+|–)(?: {2,}(.*))?$");

  /**
   * One statement.
   *
   * @param reference the image's name
   * @param imageId its id, where told; else empty
   * @param reason why, where told; else empty
   */
  public record Line(String reference, String imageId, String reason) {}

  /** Reads a document. */
  public static Report of(JsonNode document) {
    List<Line> failed = new ArrayList<>();
    List<Line> unknown = new ArrayList<>();
    for (Map.Entry<String, JsonNode> part : document.properties()) {
      switch (part.getKey()) {
        case "removed", "kept", "dryRun" -> {}
        case "failed" ->
            lines(part.getValue()).forEach(line -> (unsure(line) ? unknown : failed).add(line));
        default -> unknown.addAll(lines(part.getValue()));
      }
    }
    return new Report(
        document.path("dryRun").asBoolean(),
        lines(document.path("removed")),
        lines(document.path("kept")),
        List.copyOf(failed),
        List.copyOf(unknown));
  }

  private static boolean unsure(Line line) {
    return line.reason().toLowerCase(Locale.ROOT).contains("not known");
  }

  private static List<Line> lines(JsonNode array) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode entry : array) {
      lines.add(
          new Line(
              entry.path("reference").asText(),
              entry.path("imageId").asText(""),
              entry.path("reason").asText("")));
    }
    return lines;
  }

  /** Reads the table that is printed for people; image ids are not in it. */
  public static Report of(String text) {
    List<Line> removed = new ArrayList<>();
    List<Line> kept = new ArrayList<>();
    List<Line> failed = new ArrayList<>();
    List<Line> unknown = new ArrayList<>();
    Matcher row = ROW.matcher(text);
    while (row.find()) {
      Line line = new Line(row.group(2), "", Objects.requireNonNullElse(row.group(3), ""));
      switch (row.group(1)) {
        case "removed" -> removed.add(line);
        case "kept" -> kept.add(line);
        case "failed" -> (unsure(line) ? unknown : failed).add(line);
        default -> unknown.add(line);
      }
    }
    return new Report(false, removed, kept, failed, unknown);
  }

  /** All that is said to be there still. */
  public Stream<Line> staying() {
    return Stream.concat(kept.stream(), failed.stream());
  }
}
