package io.github.sandboxcache.build.mutation;

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
          new Group(
              "removal",
              95,
              List.of("domain.removal.*", "domain.layers.CheapestToFree*"),
              List.of("domain.removal.*", "domain.layers.CheapestToFreeTest")),
          new Group(
              "pins",
              95,
              List.of("domain.pins.*"),
              List.of(
                  "domain.pins.*",
                  "adapter.files.JsonPinStoreTest",
                  "cli.PinCommandsTest",
                  "domain.removal.Pinned*Test")),
          new Group(
              "history",
              85,
              List.of(
                  "domain.history.*",
                  "domain.settings.AutomaticDecision*",
                  "adapter.sqlite.OperationTable*",
                  "adapter.sqlite.Stored*",
                  "service.EarlierOperations",
                  "service.EngineJournal*"),
              List.of(
                  "domain.history.*",
                  "domain.settings.AutomaticDecisionTest",
                  "adapter.sqlite.OperationTableTest",
                  "adapter.sqlite.StoredJournalLawsTest",
                  "service.EarlierOperationsTest",
                  "service.RemovalTurnTest",
                  "service.CacheServiceTest",
                  "service.PrewarmingTest")),
          new Group("cache", 85, List.of("domain.cache.*"), List.of("domain.cache.*")),
          new Group("catalog", 85, List.of("domain.catalog.*"), List.of("domain.catalog.*")),
          new Group("usage", 85, List.of("domain.usage.*"), List.of("domain.usage.*")),
          new Group(
              "engine",
              85,
              List.of(
                  "adapter.docker.ApiVersion",
                  "adapter.docker.ContainerSummary*",
                  "adapter.docker.DiskUsage",
                  "adapter.docker.DockerEngine",
                  "adapter.docker.EngineJson",
                  "adapter.docker.EngineRequest*",
                  "adapter.docker.EngineTransport",
                  "adapter.docker.EngineWords",
                  "adapter.docker.ImageNames",
                  "adapter.docker.ImageIds",
                  "adapter.docker.ImageInspection*",
                  "adapter.docker.ImageListReader",
                  "adapter.docker.ImageSummary"),
              List.of(
                  "adapter.docker.ApiVersionTest",
                  "adapter.docker.EngineRequestTest",
                  "adapter.docker.EngineConnectionTest",
                  "adapter.docker.Image*Test",
                  "adapter.docker.ListRequestsTest",
                  "adapter.docker.Removal*Test")),
          new Group(
              "sandboxlog",
              85,
              List.of(
                  "adapter.sandboxlog.EntryReader",
                  "adapter.sandboxlog.FactStream",
                  "adapter.sandboxlog.LegibleText",
                  "adapter.sandboxlog.LineReader",
                  "adapter.sandboxlog.LogEntry*",
                  "adapter.sandboxlog.LogFields",
                  "adapter.sandboxlog.LogLine",
                  "adapter.sandboxlog.Mentions*"),
              List.of(
                  "adapter.sandboxlog.BytePatternTest",
                  "adapter.sandboxlog.FactStreamTest",
                  "adapter.sandboxlog.LegibleTextTest",
                  "adapter.sandboxlog.LineReaderTest",
                  "adapter.sandboxlog.LogEntryTest",
                  "adapter.sandboxlog.LogLine*Test")));

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
