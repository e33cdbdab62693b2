package io.github.sandboxcache.adapter.files;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sandboxcache.domain.settings.StoredValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * A JSON file of this app that people may edit too: read strictly, replaced as a whole, by one
 * process at a time. A link in its place or on the way to it stays: what it leads to is replaced.
 * Thread-safe.
 *
 * @param <T> what is in it
 */
public final class JsonFile<T> implements StoredValue<T> {
  /** A change takes milliseconds; those of other processes are waited for this long. */
  public static final Duration MAX_WAIT = Duration.ofSeconds(2);

  /** More than a list of a hundred thousand images. */
  private static final int MAX_BYTES = 64 << 20;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  /** What is said of a file that ends before its JSON does. */
  static final String TOO_SHORT = "the file ends too early";

  private final Path path;
  private final Format<T> format;
  private final FileLocks locks;

  /** What was read last is not legible; it may still be worth something to somebody. */
  private volatile boolean damaged;

  /**
   * How a value stands in a file.
   *
   * @param <T> the value
   */
  interface Format<T> {
    /** Reads the one value; the parser is before its first token and refuses names given twice. */
    T parse(JsonParser parser) throws IOException;

    /** The value as JSON. */
    String text(T value) throws IOException;
  }

  /** Made when a file is read or written: a verb that does neither need not wait for it. */
  private static final class Mapper {
    private static final JsonMapper INSTANCE =
        JsonMapper.builder()
            // What a later version adds is passed over.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            // Values of others come back as they were: 1.10 is not 1.1.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Mapper() {}
  }

  /**
   * What is there is not what should be. The message says what is wrong and, where that is known,
   * in which line: {@code line 3: the file ends too early}.
   */
  static final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedException(String message) {
      super(message);
    }

    DamagedException(String message, IOException cause) {
      super(message, cause);
    }
  }

  /**
   * In that file, which need not be there yet.
   *
   * @param waitAtMost how long a change waits for those of other processes
   */
  JsonFile(Path path, Format<T> format, Duration waitAtMost) {
    this.path = path.toAbsolutePath();
    this.format = format;
    this.locks = new FileLocks(beside(".lock"), waitAtMost);
  }

  /** A file with one record in it. */
  public static <T extends Record> JsonFile<T> of(Path path, Class<T> type) {
    Format<T> format =
        new Format<>() {
          @Override
          public T parse(JsonParser parser) throws IOException {
            return Optional.ofNullable(mapper().readValue(parser, type))
                .orElseThrow(() -> new JsonParseException(parser, "null instead of an object"));
          }

          @Override
          public String text(T value) throws IOException {
            return mapper().writeValueAsString(value);
          }
        };
    return new JsonFile<>(path, format, MAX_WAIT);
  }

  /** How this app writes its own files. */
  static JsonMapper mapper() {
    return Mapper.INSTANCE;
  }

  /** Where it is, absolute. */
  Path path() {
    return path;
  }

  /**
   * {@inheritDoc}
   *
   * @throws DamagedException when something else is there than should be
   */
  @Override
  public Optional<T> load() throws IOException {
    try {
      Optional<byte[]> content = content();
      return content.isEmpty() ? Optional.empty() : Optional.of(parse(content.get()));
    } catch (DamagedException e) {
      damaged = true;
      throw e;
    }
  }

  @Override
  public void save(T value) throws IOException {
    try (FileChannel _ = lock()) {
      replace(value);
    }
  }

  /** Keeps other processes and threads from changing it until the result is closed. */
  FileChannel lock() throws IOException {
    Files.createDirectories(path.getParent());
    return locks.acquire();
  }

  /**
   * Puts another value in its place, which has the owner and the permissions of what stood there;
   * of that a copy is kept if it was not legible. Only while locked.
   */
  void replace(T value) throws IOException {
    if (damaged) {
      keepCopy();
      damaged = false;
    }
    boolean there = Files.exists(path);
    Path target = there ? path.toRealPath() : path;
    Path next = target.resolveSibling(target.getFileName() + ".new");
    if (there) {
      Files.copy(
          target, next, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }
    write(next, (format.text(value) + "\n").getBytes(StandardCharsets.UTF_8));
    Files.move(next, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      // Else a power cut right after the move could leave an empty file.
      channel.force(true);
    }
  }

  /** Keeps what is there under another name beside it; an earlier copy is never replaced. */
  void keepCopy() throws IOException {
    Path copy = beside(".bak-1");
    for (int i = 2; Files.exists(copy, LinkOption.NOFOLLOW_LINKS); i++) {
      copy = beside(".bak-" + i);
    }
    Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private Path beside(String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }

  private Optional<byte[]> content() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] content = in.readNBytes(MAX_BYTES + 1);
      if (content.length > MAX_BYTES) {
        throw new DamagedException("it is larger than " + (MAX_BYTES >> 20) + " MB");
      }
      return Optional.of(content);
    } catch (NoSuchFileException e) {
      if (isBehindBrokenLink()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Its target may be on a disk that is not there just now. */
  private boolean isBehindBrokenLink() {
    Path there = path;
    while (there.getParent() != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = there.getParent();
    }
    return !Files.exists(there);
  }

  private T parse(byte[] content) throws DamagedException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
      try (JsonParser parser = mapper().createParser(json)) {
        parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        T value = format.parse(parser);
        if (parser.nextToken() != null) {
          throw new JsonParseException(parser, "more follows after the end");
        }
        return value;
      }
    } catch (CharacterCodingException e) {
      throw new DamagedException("it is no text in UTF-8", e);
    } catch (JacksonException e) {
      throw new DamagedException(words(e), e);
    } catch (IOException e) {
      throw new DamagedException(String.valueOf(e.getMessage()), e);
    }
  }

  private static String words(JacksonException e) {
    String what =
        e instanceof JsonEOFException
            ? TOO_SHORT
            : String.valueOf(e.getOriginalMessage())
                .replaceFirst("\\s*\\(?(not recognized|[a-z ]*\\[Source).*", "");
    return e.getLocation() == null
        ? what
        : "line %d: %s".formatted(e.getLocation().getLineNr(), what);
  }
}
