package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.adapter.sandboxlog.SandboxSession.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A session's log as it is written piece by piece, cut anywhere, and rotated in all the ways there
 * are: renamed or copied and cut short, with numbers that shift or that grow.
 */
final class GrowingLog implements AutoCloseable {
  private static final int MAX_PIECE = 400;

  private final Path directory;
  private final Path file;
  private final Random random;
  private final SandboxSession session;
  private final byte[] bytes;
  private final boolean shifts;
  private final List<List<Told>> told = new ArrayList<>();
  private int rotations;
  private int begun;
  private int written;

  /** A log of nothing yet; the same seed makes the same log. */
  GrowingLog(Path directory, long seed, int length) throws IOException {
    this.directory = directory;
    this.file = Files.createFile(directory.resolve("mcp.log"));
    this.random = new Random(seed);
    this.session = new SandboxSession(seed);
    for (int i = 0; i < length; i++) {
      session.anyLine();
    }
    this.bytes = session.bytes();
    this.shifts = random.nextBoolean();
  }

  Random random() {
    return random;
  }

  Path file() {
    return file;
  }

  String name() {
    return file.toString();
  }

  /** Whether the whole session is written. */
  boolean isWhole() {
    return written == bytes.length;
  }

  /** Writes the next few bytes. */
  void grow() throws IOException {
    growTo(Math.min(bytes.length, written + random.nextInt(1, MAX_PIECE)));
  }

  private void growTo(int end) throws IOException {
    Files.write(file, Arrays.copyOfRange(bytes, written, end), StandardOpenOption.APPEND);
    written = end;
  }

  /** Ends the line and begins a new file. */
  void rotate() throws IOException {
    int end = written;
    while (end > 0 && end < bytes.length && bytes[end - 1] != '\n') {
      end++;
    }
    growTo(end);
    told.add(session.facts(begun, written));
    begun = written;
    rotations++;
    for (int i = rotations - 1; shifts && i > 0; i--) {
      Files.move(rotated(i), rotated(i + 1));
    }
    Path target = rotated(shifts ? 1 : rotations);
    if (random.nextBoolean()) {
      Files.move(file, target);
      Files.createFile(file);
    } else {
      Files.copy(file, target);
      Files.write(file, new byte[0]);
    }
  }

  private Path rotated(int number) {
    return directory.resolve("mcp.log." + number);
  }

  /**
   * What all files together tell: what several tell is told by the one that tells it most often.
   */
  List<Told> facts() {
    List<List<Told>> all = new ArrayList<>(told);
    all.add(session.facts(begun, written));
    List<Told> facts = new ArrayList<>();
    for (Told fact : new HashSet<>(session.facts())) {
      int times = all.stream().mapToInt(some -> Collections.frequency(some, fact)).max().orElse(0);
      facts.addAll(Collections.nCopies(times, fact));
    }
    return facts;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
