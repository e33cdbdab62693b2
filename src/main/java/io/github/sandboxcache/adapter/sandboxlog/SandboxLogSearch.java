package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.adapter.sandboxlog.SearchBudget.Limits;
import io.github.sandboxcache.domain.usage.FoundLog;
import io.github.sandboxcache.domain.usage.ImportedFile;
import io.github.sandboxcache.domain.usage.LogFindings;
import io.github.sandboxcache.domain.usage.LogOrigin;
import io.github.sandboxcache.domain.usage.LogSearch;
import io.github.sandboxcache.domain.usage.NotAFileException;
import io.github.sandboxcache.domain.usage.PackedLogException;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Finds logs by looking into files: what {@link SandboxLogImport} would take from them is counted
 * and forgotten. Thread-safe.
 */
public final class SandboxLogSearch implements LogSearch {
  private final List<LogPlace> places;
  private final Path home;
  private final InstantSource clock;
  private final Limits limits;

  SandboxLogSearch(List<LogPlace> places, Path home, InstantSource clock, Limits limits) {
    this.places = List.copyOf(places);
    this.home = home;
    this.clock = clock;
    this.limits = limits;
  }

  /**
   * A search in the places of one user.
   *
   * @param osName the system's name as in the property {@code os.name}
   * @param home the user's home directory
   * @param environment the process's variables
   */
  public static SandboxLogSearch of(
      String osName, Path home, Map<String, String> environment, InstantSource clock) {
    return new SandboxLogSearch(
        LogPlaces.of(osName, home, environment), home, clock, Limits.EVERYWHERE);
  }

  @Override
  public LogFindings search(List<String> followed, BooleanSupplier goOn) {
    SearchBudget budget = new SearchBudget(limits, clock, goOn);
    List<LogPattern> patterns = parsed(followed);
    Map<String, Candidate> candidates = candidates(patterns, budget);
    Set<Path> unreadable = new HashSet<>();
    List<FoundLog> found = new ArrayList<>();
    int read = 0;
    for (Candidate candidate : candidates.values()) {
      Count count = new Count();
      for (Path file : newestFirst(candidate.files())) {
        if (!budget.mayRead()) {
          count.whole = false;
          break;
        }
        read++;
        try {
          count.add(file, budget);
        } catch (PackedLogException _) {
          // It does not grow, so it is no log to follow.
        } catch (IOException _) {
          unreadable.add(file);
        }
      }
      if (count.events() > 0 && !count.packed()) {
        found.add(count.of(candidate.origin(), candidate.pattern(), candidate.files(), patterns));
      }
    }
    found.sort(
        Comparator.comparingLong(FoundLog::events).reversed().thenComparing(FoundLog::pattern));
    return new LogFindings(
        found, read, unreadable.stream().sorted().toList(), !budget.isExceeded());
  }

  @Override
  public FoundLog look(Path named, List<String> followed, BooleanSupplier goOn) throws IOException {
    Path file = named.toAbsolutePath().normalize();
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new NotAFileException(file.toString());
    }
    Count count = new Count();
    count.add(file, new SearchBudget(Limits.ONE_FILE, clock, goOn));
    return count.of(
        LogOrigin.FILE, LogPlace.patternOf(file, home), List.of(file), parsed(followed));
  }

  private List<LogPattern> parsed(List<String> patterns) {
    return patterns.stream().flatMap(text -> LogPattern.parse(text, home).stream()).toList();
  }

  /**
   * Files that are one log.
   *
   * @param origin who wrote them
   * @param pattern what means them
   */
  private record Candidate(LogOrigin origin, String pattern, List<Path> files) {}

  /** What may be a log, by its pattern; a file that is found in two ways only once. */
  private Map<String, Candidate> candidates(List<LogPattern> followed, SearchBudget budget) {
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    Set<Path> seen = new HashSet<>();
    Stream<LogPlace> beside =
        followed.stream()
            .map(LogPattern::folder)
            .distinct()
            .map(folder -> new LogPlace(LogOrigin.FILE, folder, List.of("*.log"), 0));
    for (LogPlace place : Stream.concat(places.stream(), beside).toList()) {
      for (Path file : place.files(budget)) {
        if (seen.add(real(file))) {
          String pattern = place.pattern(file, home);
          candidates
              .computeIfAbsent(
                  pattern, name -> new Candidate(place.origin(), name, new ArrayList<>()))
              .files()
              .add(file);
        }
      }
    }
    return candidates;
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException _) {
      return file;
    }
  }

  private static List<Path> newestFirst(List<Path> files) {
    Map<Path, FileTime> times = new LinkedHashMap<>();
    files.forEach(file -> times.put(file, modified(file)));
    files.sort(Comparator.comparing((Path file) -> times.get(file)).reversed());
    return files;
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException _) {
      return FileTime.fromMillis(0);
    }
  }

  /** Different facts in some files. */
  private final class Count {
    private final Set<Long> identities = new HashSet<>();
    private boolean whole = true;
    private boolean growing;

    void add(Path file, SearchBudget budget) throws IOException {
      try (SearchBudget.Bounded in = budget.bound(Files.newInputStream(file))) {
        try {
          BufferedInputStream begun = new BufferedInputStream(in);
          growing |= FirstBytes.of(begun).packing().isEmpty();
          ImportedFile _ =
              new SandboxLogImport(this::take, clock).read(begun, file.toString(), _ -> {});
        } catch (EOFException e) {
          if (!in.isCut()) {
            throw e;
          }
        }
        whole &= !in.isCut();
      }
    }

    private int take(List<UsageFact> facts) {
      int before = identities.size();
      facts.forEach(fact -> identities.add(fact.identity()));
      return identities.size() - before;
    }

    long events() {
      return identities.size();
    }

    boolean packed() {
      return !growing;
    }

    FoundLog of(LogOrigin origin, String pattern, List<Path> files, List<LogPattern> followed) {
      boolean isFollowed =
          files.stream().allMatch(file -> followed.stream().anyMatch(log -> log.means(file)));
      return new FoundLog(origin, pattern, files, events(), whole, isFollowed, packed());
    }
  }
}
