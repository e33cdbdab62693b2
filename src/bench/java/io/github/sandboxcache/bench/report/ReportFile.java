package io.github.sandboxcache.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The report, of which each run replaces the sections of the parts that ran. */
public final class ReportFile {
  private final Path file;

  /** The report in that file, which is made when it is not there. */
  public ReportFile(Path file) {
    this.file = file;
  }

  /**
   * Puts a section in place of the one between its marks, or at the end when there is none.
   *
   * @param name names the section in the marks
   * @throws IOException when the file cannot be read or written
   */
  public void replace(String name, String markdown) throws IOException {
    String begin = "<!-- begin " + name + " -->";
    String end = "<!-- end " + name + " -->";
    String section = String.join("\n\n", List.of(begin, markdown.strip(), end));
    String text = Files.exists(file) ? Files.readString(file) : "";
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    String changed =
        from < 0 || to < from
            ? (text.stripTrailing() + "\n\n" + section).strip() + "\n"
            : text.substring(0, from) + section + text.substring(to + end.length());
    Files.writeString(file, changed);
  }
}
