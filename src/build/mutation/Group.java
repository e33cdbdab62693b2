package mutation;

import java.util.List;
import java.util.stream.Stream;

/**
 * Classes whose faults must be noticed, and the tests that may notice them: only such as need no
 * engine and no window, for they run once for each fault.
 *
 * @param name names it for people
 * @param least how many of a hundred faults must be noticed
 * @param classes what is made faulty, below {@value #ROOT}; a star stands for any text
 * @param tests what runs, likewise
 */
record Group(String name, int least, List<String> classes, List<String> tests) {
  private static final String ROOT = "io.github.sandboxcache.";

  static final List<Group> ALL =
      List.of(
          new Group("removal", 95, List.of("removal.*"), List.of("removal.*")),
          new Group(
              "pins",
              95,
              List.of("pins.*"),
              List.of(
                  "pins.*",
                  "settings.JsonPinStoreTest",
                  "cli.PinCommandsTest",
                  "removal.Pinned*Test")),
          new Group("cache", 85, List.of("cache.*"), List.of("cache.*")),
          new Group("catalog", 85, List.of("catalog.*"), List.of("catalog.*")),
          new Group("usage", 85, List.of("usage.*"), List.of("usage.*")),
          new Group(
              "engine",
              85,
              List.of(
                  "engine.ApiVersion",
                  "engine.ContainerSummary*",
                  "engine.DiskUsage",
                  "engine.DockerEngine",
                  "engine.EngineJson",
                  "engine.EngineRequest*",
                  "engine.EngineResponse",
                  "engine.ImageIds",
                  "engine.ImageInspection*",
                  "engine.ImageListReader",
                  "engine.ImageSummary"),
              List.of(
                  "engine.ApiVersionTest",
                  "engine.EngineRequestTest",
                  "engine.EngineResponseTest",
                  "engine.Image*Test",
                  "engine.ListRequestsTest",
                  "engine.Removal*Test")),
          new Group(
              "sandboxlog",
              85,
              List.of(
                  "sandboxlog.BytePattern",
                  "sandboxlog.DurationText",
                  "sandboxlog.LegibleText",
                  "sandboxlog.LineReader",
                  "sandboxlog.LogEntry*",
                  "sandboxlog.LogFields",
                  "sandboxlog.LogLine*",
                  "sandboxlog.Messages"),
              List.of(
                  "sandboxlog.BytePatternTest",
                  "sandboxlog.LegibleTextTest",
                  "sandboxlog.LineReaderTest",
                  "sandboxlog.LogEntryTest",
                  "sandboxlog.LogLine*Test")));

  /** The groups of those names, parted by commas, or all of them. */
  static List<Group> named(String names) {
    return names.equals("all") ? ALL : Stream.of(names.split(",")).map(Group::byName).toList();
  }

  private static Group byName(String name) {
    return ALL.stream()
        .filter(group -> group.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no %s. There are: %s"
                        .formatted(name, ALL.stream().map(Group::name).toList())));
  }

  List<String> classPatterns() {
    return below(classes);
  }

  List<String> testPatterns() {
    return below(tests);
  }

  private static List<String> below(List<String> patterns) {
    return patterns.stream().map(ROOT::concat).toList();
  }
}
