package io.github.sandboxcache.adapter.archives;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.archives.ArchivedImage;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is killed while archiving leaves whole archives and nothing else that counts. */
class ArchiveKillTest {
  private static final int ROUNDS = 8;
  private static final int IMAGES_A_ROUND = 100_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory;

  @Test
  void whatWasAcknowledgedIsThereAndWhatIsThereIsWhole() throws Exception {
    Path archives = directory.resolve("archives");
    Random random = new Random(4);
    Set<String> acknowledged = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      Path output = directory.resolve("output-" + round);
      Process writer = start(archives, round * IMAGES_A_ROUND, output);
      awaitSomething(output, writer);
      Thread.sleep(random.nextInt(60));
      writer.destroyForcibly();
      int _ = writer.waitFor();
      acknowledged.addAll(wholeLines(output));

      FileArchives after = new FileArchives(archives, Clock.systemUTC());
      List<ArchivedImage> there = after.list();
      assertThat(there.stream().map(each -> each.subject().imageId()).toList())
          .as("round %d", round)
          .containsAll(acknowledged);
      there.forEach(archive -> assertWhole(archive, after));
    }
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
    new FileArchives(archives, later).tidy(ArchiveWriterProcess.LIMITS);
    try (Stream<Path> places = Files.list(archives)) {
      Set<String> parts =
          places
              .map(place -> place.getFileName().toString())
              .filter(name -> name.startsWith("part-"))
              .collect(Collectors.toSet());
      assertThat(parts).isEmpty();
    }
    assertThat(new FileArchives(archives, later).list()).hasSizeGreaterThanOrEqualTo(ROUNDS);
  }

  private static void assertWhole(ArchivedImage archive, FileArchives archives) {
    long bytes = archives.read(archive, _ -> {}, new Cancellation(), ArchiveKillTest::count);
    assertThat(bytes).isGreaterThan(archive.bytes());
  }

  private static long count(InputStream image) {
    try {
      return image.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process start(Path archives, int first, Path output) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dtinylog.level=off",
            // The native library is unpacked there, and who is killed does not delete it.
            "-Djava.io.tmpdir=" + output.getParent(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            ArchiveWriterProcess.class.getName(),
            archives.toString(),
            Integer.toString(first))
        .redirectOutput(output.toFile())
        .redirectError(errors(output).toFile())
        .start();
  }

  private static Path errors(Path output) {
    return output.resolveSibling(output.getFileName() + ".errors");
  }

  private static void awaitSomething(Path output, Process process)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (Files.size(output) == 0) {
      if (!process.isAlive()) {
        throw new AssertionError("the writer has ended: " + Files.readString(errors(output)));
      }
      assertThat(System.nanoTime() - end).as("waiting for the writer").isNegative();
      Thread.sleep(5);
    }
  }

  /** What stands after the last line end was cut off by the kill and was not acknowledged. */
  private static List<String> wholeLines(Path output) throws IOException {
    String text = Files.readString(output);
    return text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .map(number -> "sha256:" + number)
        .toList();
  }
}
