package io.github.sandboxcache.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sandboxcache.cache.Language;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lookups as lines of JSON, only ever appended. A lock keeps the lines of several processes apart;
 * a line cut off by a crash is skipped. Summing up reads only what is new since the last time.
 */
public final class FileUsageLog implements UsageLog {
  private static final Logger LOG = LoggerFactory.getLogger(FileUsageLog.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final UsageCounter counter;
  private long readUpTo;

  /** A log in that file, which need not exist yet. */
  public FileUsageLog(Path file, PackageNaming naming) {
    this.file = file;
    this.counter = new UsageCounter(naming);
  }

  @Override
  public synchronized void record(Lookup lookup) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        channel.position(channel.size());
        String line = JSON.writeValueAsString(Line.of(lookup)) + "\n";
        String text = endsInMidLine(channel) ? "\n" + line : line;
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          var _ = channel.write(bytes);
        }
      }
    } catch (IOException e) {
      throw new UsageLogException(file, e);
    }
  }

  @Override
  public synchronized UsageSummary summary() {
    if (Files.exists(file)) {
      try {
        countNewLines();
      } catch (IOException e) {
        throw new UsageLogException(file, e);
      }
    }
    return counter.summary();
  }

  private void countNewLines() throws IOException {
    byte[] unread;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer buffer =
          ByteBuffer.allocate(Math.toIntExact(Math.max(0, channel.size() - readUpTo)));
      while (buffer.hasRemaining() && channel.read(buffer, readUpTo + buffer.position()) >= 0) {
        // Reads until the part that was there at the start is complete.
      }
      unread = buffer.array();
    }
    int start = 0;
    for (int i = 0; i < unread.length; i++) {
      if (unread[i] == '\n') {
        count(new String(unread, start, i - start, StandardCharsets.UTF_8));
        start = i + 1;
      }
    }
    readUpTo += start;
  }

  private void count(String line) {
    if (line.isEmpty()) {
      return;
    }
    try {
      counter.add(JSON.readValue(line, Line.class).toLookup());
    } catch (JsonProcessingException | RuntimeException e) {
      LOG.warn("A line of {} is not legible and does not count", file, e);
    }
  }

  private static boolean endsInMidLine(FileChannel channel) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
  }

  private record Line(
      long timeMs, String language, String key, List<String> packages, boolean hit) {
    static Line of(Lookup lookup) {
      return new Line(
          lookup.time().toEpochMilli(),
          lookup.language().name(),
          lookup.key(),
          lookup.packages(),
          lookup.hit());
    }

    Lookup toLookup() {
      return new Lookup(Instant.ofEpochMilli(timeMs), new Language(language), key, packages, hit);
    }
  }
}
