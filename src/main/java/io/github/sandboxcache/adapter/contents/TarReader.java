package io.github.sandboxcache.adapter.contents;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads a tar that nobody may trust, as engines read it: header by header, in memory that its
 * contents cannot raise. A library's reader keeps names and attributes of any length, and all of
 * the global ones together.
 */
final class TarReader {
  private static final int BLOCK = 512;
  private static final int MAX_NAME = 1 << 16;
  private static final int MAX_ATTRIBUTES = 1 << 20;

  private final InputStream in;
  private final byte[] header = new byte[BLOCK];
  private long left;
  private long padding;
  private boolean marked;

  TarReader(InputStream in) {
    this.in = in;
  }

  enum Kind {
    FILE,
    DIRECTORY,
    OTHER
  }

  /**
   * What stands under a header.
   *
   * @param path as it stands there; empty when it is longer than any that is of use
   * @param size bytes that follow, 0 or more
   */
  record Entry(String path, Kind kind, long size) {}

  /** It is no tar, or none from here on. */
  static final class TarException extends IOException {
    private static final long serialVersionUID = 1L;

    TarException(String message) {
      super(message);
    }
  }

  /** What headers before an entry's own say of it. */
  private static final class Attributes {
    private Optional<String> path = Optional.empty();
    private Optional<Long> size = Optional.empty();
  }

  /**
   * The next entry; what is left of the one before is passed over. Empty at the end.
   *
   * @throws TarException when that is no header
   * @throws EOFException when it ends within an entry
   */
  Optional<Entry> next() throws IOException {
    Attributes attributes = new Attributes();
    while (true) {
      skipRest();
      if (!readHeader()) {
        return Optional.empty();
      }
      long size = number(124, 12);
      switch (header[156]) {
        case 'L' -> attributes.path = Optional.of(longName(size));
        case 'K', 'g' -> begin(size);
        case 'x', 'X' -> readAttributes(size, attributes);
        default -> {
          return Optional.of(entry(attributes, size));
        }
      }
    }
  }

  /** Whether it ended with the mark that says so; layers may do without, archives never do. */
  boolean endIsMarked() {
    return marked;
  }

  /** The content of the entry that came last, to be read before the next one. */
  InputStream content() {
    return new Content();
  }

  private Entry entry(Attributes attributes, long toldSize) throws IOException {
    String path = attributes.path.orElseGet(this::name);
    Kind kind =
        switch (header[156]) {
          case 0 -> path.endsWith("/") ? Kind.DIRECTORY : Kind.FILE;
          case '0', '7', 'S' -> Kind.FILE;
          case '5' -> Kind.DIRECTORY;
          default -> Kind.OTHER;
        };
    if (header[156] == 'S') {
      skipMapOfHoles();
    }
    long size = isHeaderAlone() ? 0 : attributes.size.orElse(toldSize);
    begin(size);
    return new Entry(path, kind, size);
  }

  /** Links, devices and directories have no content, whatever their header says. */
  private boolean isHeaderAlone() {
    return header[156] >= '1' && header[156] <= '6';
  }

  private void skipMapOfHoles() throws IOException {
    byte[] block = header.clone();
    for (boolean more = block[482] != 0; more; more = block[504] != 0) {
      if (in.readNBytes(block, 0, BLOCK) < BLOCK) {
        throw new EOFException("within a header");
      }
    }
  }

  private void begin(long size) {
    left = size;
    padding = -size & (BLOCK - 1);
  }

  private void skipRest() throws IOException {
    in.skipNBytes(left);
    left = 0;
    in.skipNBytes(padding);
    padding = 0;
  }

  private boolean readHeader() throws IOException {
    int read = in.readNBytes(header, 0, BLOCK);
    marked = read == BLOCK && isZero();
    if (read == 0 || marked) {
      return false;
    }
    if (read < BLOCK) {
      throw new EOFException("within a header");
    }
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
    }
    if (sum != number(148, 8)) {
      throw new TarException("not a header");
    }
    return true;
  }

  private boolean isZero() {
    for (byte each : header) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  private long number(int from, int length) throws TarException {
    if ((header[from] & 0x80) != 0) {
      return binaryNumber(from, length);
    }
    String digits = text(header, from, length).strip();
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 7) {
        throw new TarException("not a number");
      }
      number = number << 3 | digit;
    }
    return number;
  }

  private long binaryNumber(int from, int length) throws TarException {
    long number = 0;
    for (int i = 0; i < length; i++) {
      int digit = header[from + i] & (i == 0 ? 0x7f : 0xff);
      if (number > Long.MAX_VALUE >> 8) {
        throw new TarException("a number beyond all bounds");
      }
      number = number << 8 | digit;
    }
    return number;
  }

  private String name() {
    String name = text(header, 0, 100);
    boolean hasPrefix = text(header, 257, 5).equals("ustar") && header[263] == '0';
    String prefix = hasPrefix ? text(header, 345, 155) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  private String longName(long size) throws IOException {
    begin(size);
    if (size > MAX_NAME) {
      return "";
    }
    byte[] name = readAll();
    return text(name, 0, name.length);
  }

  private byte[] readAll() throws IOException {
    int size = (int) left;
    byte[] bytes = content().readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException("within an entry");
    }
    return bytes;
  }

  /** Records as {@code 18 path=some/name\n}, of which the number says the length. */
  private void readAttributes(long size, Attributes attributes) throws IOException {
    if (size > MAX_ATTRIBUTES) {
      throw new TarException("attributes beyond all bounds");
    }
    begin(size);
    byte[] records = readAll();
    int from = 0;
    while (from < records.length && records[from] != 0) {
      int blank = indexOf(' ', records, from);
      int end = from + (int) decimal(records, from, blank);
      int sign = indexOf('=', records, blank);
      if (end > records.length || sign >= end || records[end - 1] != '\n') {
        throw new TarException("attributes of another form");
      }
      String value = new String(records, sign + 1, end - sign - 2, StandardCharsets.UTF_8);
      switch (new String(records, blank + 1, sign - blank - 1, StandardCharsets.UTF_8)) {
        case "path", "GNU.sparse.name" ->
            attributes.path = Optional.of(value.length() > MAX_NAME ? "" : value);
        case "size" -> attributes.size = Optional.of(decimal(records, sign + 1, end - 1));
        default -> {}
      }
      from = end;
    }
  }

  private static int indexOf(char c, byte[] bytes, int from) throws TarException {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == c) {
        return i;
      }
    }
    throw new TarException("attributes of another form");
  }

  private static long decimal(byte[] bytes, int from, int end) throws TarException {
    String digits = new String(bytes, from, end - from, StandardCharsets.US_ASCII);
    if (!digits.matches("[0-9]{1,18}")) {
      throw new TarException("not a number");
    }
    return Long.parseLong(digits);
  }

  /** What is left of the entry. */
  private final class Content extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = in.read(bytes, from, (int) Math.min(left, length));
      if (read < 0) {
        throw new EOFException("within an entry");
      }
      left -= read;
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = in.skip(Math.min(left, bytes));
      left -= skipped;
      return skipped;
    }
  }
}
