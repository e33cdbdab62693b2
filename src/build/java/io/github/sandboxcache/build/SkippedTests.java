package io.github.sandboxcache.build;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Tells from the reports of this build how many tests ran, and how many were skipped for which
 * reason. Arguments: {@code tell}, or {@code forbid} to fail if one was skipped or none ran; the
 * time when the build began, because older reports may lie there; then the folders with reports.
 */
final class SkippedTests {
  private final Map<String, Map<String, Integer>> classesByReason = new TreeMap<>();
  private int ran;
  private int skipped;

  public static void main(String[] arguments) throws Exception {
    System.exit(run(List.of(arguments), System.out));
  }

  /** Prints what the reports say; returns the exit code. */
  static int run(List<String> arguments, PrintStream out) throws Exception {
    boolean forbid = arguments.get(0).equals("forbid");
    Instant begin = Instant.parse(arguments.get(1));
    SkippedTests tests = new SkippedTests();
    for (String folder : arguments.subList(2, arguments.size())) {
      for (Path report : reports(Path.of(folder), begin)) {
        tests.read(report);
      }
    }
    tests.lines().forEach(out::println);
    if (forbid && (tests.skipped > 0 || tests.ran == 0)) {
      out.println("Tests: every test has to run here, see above");
      return 1;
    }
    return 0;
  }

  private static List<Path> reports(Path folder, Instant begin) throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
        for (Path file : files) {
          if (!Files.getLastModifiedTime(file).toInstant().isBefore(begin)) {
            found.add(file);
          }
        }
      }
    }
    return found;
  }

  private void read(Path report) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
    NodeList tests = document.getElementsByTagName("testcase");
    for (int i = 0; i < tests.getLength(); i++) {
      Element test = (Element) tests.item(i);
      if (test.getElementsByTagName("skipped").item(0) instanceof Element skip) {
        skipped++;
        String name = test.getAttribute("classname");
        classesByReason
            .computeIfAbsent(skip.getAttribute("message"), _ -> new TreeMap<>())
            .merge(name.substring(name.lastIndexOf('.') + 1), 1, Integer::sum);
      } else {
        ran++;
      }
    }
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Tests: %,d ran, %,d were skipped".formatted(ran, skipped));
    classesByReason.forEach(
        (reason, classes) -> {
          int count = classes.values().stream().mapToInt(Integer::intValue).sum();
          lines.add("  %,d skipped: %s".formatted(count, reason.isBlank() ? "no reason" : reason));
          classes.forEach((name, times) -> lines.add("    %s (%,d)".formatted(name, times)));
        });
    return lines;
  }
}
