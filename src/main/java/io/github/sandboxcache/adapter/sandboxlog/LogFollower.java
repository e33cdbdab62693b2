package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.usage.FollowedLogState;
import io.github.sandboxcache.domain.usage.FollowedLogState.Problem;
import io.github.sandboxcache.domain.usage.LogCheckpoint;
import io.github.sandboxcache.domain.usage.LogCheckpoints;
import io.github.sandboxcache.domain.usage.PackedLogException;
import io.github.sandboxcache.domain.usage.SkipCounts;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows logs of the sandbox server as they grow, are rotated and cut short, and goes on after a
 * restart where it stopped. Not thread-safe: {@link LogWatch} calls it.
 */
final class LogFollower {
  private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);

  /** Plain paths are looked at every time, folders of globs that rarely. */
  private static final Duration GLOB_PAUSE = Duration.ofSeconds(10);

  private final LogCheckpoints ledger;
  private final Clock clock;
  private final Path home;
  private List<String> patterns = List.of();
  private Instant nextGlobs = Instant.MIN;
  private Map<Path, FollowedLog> logs = new LinkedHashMap<>();
  private final Map<String, String> patternsByName = new TreeMap<>();
  private final Map<String, Problem> problems = new TreeMap<>();

  /**
   * A follower of nothing yet.
   *
   * @param home what {@code ~} stands for in patterns
   */
  LogFollower(LogCheckpoints ledger, Clock clock, Path home) {
    this.ledger = ledger;
    this.clock = clock;
    this.home = home;
  }

  /** Follows these from now on, in place of others. */
  void follow(List<String> newPatterns) {
    patterns = List.copyOf(newPatterns);
    nextGlobs = Instant.MIN;
  }

  /**
   * Reads what is new everywhere. What fails at one log does not keep the others from being read.
   *
   * @param goOn asked every few milliseconds; once it says no, the rest is left for the next call
   * @throws UsageLedgerException when facts cannot be written; the next call tries it again
   */
  void poll(BooleanSupplier goOn) {
    Instant now = clock.instant();
    if (!now.isBefore(nextGlobs)) {
      nextGlobs = now.plus(GLOB_PAUSE);
      findLogs();
    }
    logs.forEach((path, log) -> poll(path, log, goOn));
  }

  /** Whether the last call left something unread. */
  boolean isBehind() {
    return logs.values().stream().anyMatch(FollowedLog::isBehind);
  }

  private void findLogs() {
    Map<Path, FollowedLog> found = new LinkedHashMap<>();
    Set<Path> named = new HashSet<>();
    patternsByName.clear();
    problems.clear();
    for (String pattern : patterns) {
      Optional<LogPattern> parsed = LogPattern.parse(pattern, home);
      if (parsed.isEmpty()) {
        withoutFile(pattern, Problem.NOT_VALID);
        continue;
      }
      try {
        List<Path> files = parsed.get().files();
        if (files.isEmpty()) {
          withoutFile(pattern, Problem.ABSENT);
        }
        if (!parsed.get().isGlob()) {
          named.addAll(files);
        }
        for (Path file : files) {
          FollowedLog known = logs.get(file);
          found.putIfAbsent(file, known == null ? new FollowedLog(file, ledger, clock) : known);
          patternsByName.putIfAbsent(file.toString(), pattern);
        }
      } catch (IOException e) {
        LOG.debug("cannot look for {}", pattern, e);
        withoutFile(pattern, Problem.UNREADABLE);
      }
    }
    // What rotation made of a log is read as a part of it, unless somebody asks for it by name.
    for (Path log : List.copyOf(found.keySet())) {
      Predicate<Path> rotated = RotatedLogs.madeOf(log);
      found.keySet().removeIf(file -> !named.contains(file) && rotated.test(file));
    }
    logs = found;
  }

  private void withoutFile(String pattern, Problem problem) {
    patternsByName.put(pattern, pattern);
    problems.put(pattern, problem);
  }

  private void poll(Path path, FollowedLog log, BooleanSupplier goOn) {
    String name = path.toString();
    try {
      if (log.poll(logs::containsKey, goOn)) {
        problems.remove(name);
      } else {
        problems.put(name, Problem.ABSENT);
      }
    } catch (PackedLogException _) {
      problems.put(name, Problem.PACKED);
    } catch (IOException e) {
      // Logged once, not every second.
      if (problems.put(name, Problem.UNREADABLE) != Problem.UNREADABLE) {
        LOG.warn("the log {} cannot be read", path, e);
      }
    }
  }

  /** How it stands with each of them, by path; patterns without a file among them. */
  List<FollowedLogState> states() {
    Set<String> names = new TreeSet<>(problems.keySet());
    logs.keySet().forEach(path -> names.add(path.toString()));
    Map<String, List<LogCheckpoint>> byPath = new LinkedHashMap<>();
    for (LogCheckpoint checkpoint : ledger.checkpoints()) {
      byPath.computeIfAbsent(checkpoint.path(), _ -> new ArrayList<>()).add(checkpoint);
    }
    return names.stream().map(name -> state(name, byPath.getOrDefault(name, List.of()))).toList();
  }

  private FollowedLogState state(String name, List<LogCheckpoint> files) {
    return new FollowedLogState(
        patternsByName.getOrDefault(name, name),
        name,
        files.stream().mapToLong(LogCheckpoint::linesRead).sum(),
        files.stream().mapToLong(file -> file.facts() + file.duplicates()).sum(),
        files.stream().mapToLong(LogCheckpoint::skipped).sum(),
        files.stream().map(file -> LogMemory.of(file).skipped()).reduce(Map.of(), SkipCounts::sum),
        files.stream().flatMap(file -> file.lastRead().stream()).max(Instant::compareTo),
        Optional.ofNullable(problems.get(name)));
  }
}
