package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.usage.FollowedFile;
import io.github.sandboxcache.domain.usage.FollowedLogState.Problem;
import io.github.sandboxcache.domain.usage.LogPresence;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the files that are followed.
 *
 * @param home what {@code ~} stands for in patterns
 */
public record LogsPresent(Path home) implements LogPresence {
  private static final Logger LOG = LoggerFactory.getLogger(LogsPresent.class);

  @Override
  public List<FollowedFile> look(List<String> patterns) {
    return patterns.stream()
        .flatMap(this::files)
        .sorted(Comparator.comparing(FollowedFile::path))
        .toList();
  }

  private Stream<FollowedFile> files(String pattern) {
    Optional<LogPattern> parsed = LogPattern.parse(pattern, home);
    if (parsed.isEmpty()) {
      return Stream.of(without(pattern, Problem.NOT_VALID));
    }
    try {
      List<Path> files = parsed.get().files();
      // What rotation made of a log is read as a part of it.
      return files.isEmpty()
          ? Stream.of(without(pattern, Problem.ABSENT))
          : files.stream()
              .filter(file -> files.stream().noneMatch(log -> RotatedLogs.madeOf(log).test(file)))
              .map(file -> new FollowedFile(pattern, file.toString(), problem(file)));
    } catch (IOException e) {
      LOG.debug("cannot look for {}", pattern, e);
      return Stream.of(without(pattern, Problem.UNREADABLE));
    }
  }

  private static FollowedFile without(String pattern, Problem problem) {
    return new FollowedFile(pattern, pattern, Optional.of(problem));
  }

  private static Optional<Problem> problem(Path file) {
    if (!Files.exists(file)) {
      return Optional.of(Problem.ABSENT);
    }
    // A pipe would be waited for.
    if (!Files.isRegularFile(file)) {
      return Optional.of(Problem.UNREADABLE);
    }
    try (FileChannel channel = FileChannel.open(file)) {
      return FirstBytes.of(channel).packing().map(_ -> Problem.PACKED);
    } catch (IOException e) {
      LOG.debug("cannot read {}", file, e);
      return Optional.of(Problem.UNREADABLE);
    }
  }
}
