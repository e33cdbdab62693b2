package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.UsageFact;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The log of a sandbox server as it comes out of an MCP client: pino lines of the package cache and
 * of other components between JSON-RPC, and what a disk or a crash makes of them. Knows what it
 * tells. The same seed makes the same session.
 */
final class SandboxSession {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final List<String> NAMES =
      List.of("numpy", "pandas==2.2.3", "requests[socks]", "zażółć", "@types/node", "a\"b", "{x}");

  private final Random random;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Told> facts = new ArrayList<>();
  private final List<Integer> factEnds = new ArrayList<>();
  private final String host;
  private long time = START.toEpochMilli();
  private int lines;
  private int skipped;

  SandboxSession(long seed) {
    random = new Random(seed);
    host = "host-" + seed;
  }

  /** What a fact must tell. */
  record Told(
      Instant time,
      FactKind kind,
      CacheReference reference,
      Optional<List<String>> packages,
      Optional<Duration> duration,
      Optional<String> reason) {
    static Told of(UsageFact fact) {
      return new Told(
          fact.time(),
          fact.kind(),
          fact.reference(),
          fact.packages(),
          fact.duration(),
          fact.reason());
    }
  }

  /** A session with everything in it, long line included. */
  static SandboxSession real(long seed, int length) {
    SandboxSession session = new SandboxSession(seed);
    for (int i = 0; i < length; i++) {
      session.anyLine();
      if (i == length / 2) {
        session.longLine();
      }
    }
    return session;
  }

  /** One more line of any kind. */
  void anyLine() {
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> factLine();
      case 4, 5 -> rpcLine();
      case 6, 7 -> otherComponent();
      case 8 -> plainText();
      default -> brokenLine();
    }
  }

  /** A line of the package cache that counts; now and then once more in the same millisecond. */
  void factLine() {
    time += random.nextInt(4) * random.nextLong(1, 4_000);
    Language language = Language.KNOWN.get(random.nextInt(Language.KNOWN.size()));
    List<String> packages =
        random.ints(random.nextInt(1, 4), 0, NAMES.size()).mapToObj(NAMES::get).toList();
    CacheReference reference = CacheReference.of(language, CacheKey.of(language, packages));
    FactKind kind = List.of(FactKind.values()).get(random.nextInt(FactKind.values().length));
    int duration = random.nextInt(60_000);
    String given = "\"language\":\"%s\",\"packages\":%s".formatted(language, json(packages));
    String image = ",\"imageName\":\"" + reference + "\"";
    String fields =
        switch (kind) {
          case HIT -> given + image + message(EntryReader.HIT);
          case MISS -> given + message(EntryReader.MISS);
          case INSTALLED ->
              given + image + ",\"duration\":" + duration + message(EntryReader.INSTALLED);
          case FAILED -> given + ",\"error\":\"exit {1}\"" + message(EntryReader.FAILED);
          case UNSAVED ->
              image.substring(1) + ",\"error\":\"bad {tag}\"" + message(EntryReader.UNSAVED);
          case REMOVED -> image.substring(1) + message(EntryReader.REMOVED);
          // The sandbox writes no such line.
          case USED -> given + image + message("Container started");
        };
    String line = prefix() + pino("PackageCache", fields);
    int times = random.nextInt(12) == 0 ? 2 : 1;
    for (int i = 0; i < times; i++) {
      write(line);
      if (kind != FactKind.USED) {
        factEnds.add(bytes.size());
        facts.add(
            new Told(
                Instant.ofEpochMilli(time),
                kind,
                reference,
                kind == FactKind.REMOVED || kind == FactKind.UNSAVED
                    ? Optional.empty()
                    : Optional.of(packages),
                kind == FactKind.INSTALLED
                    ? Optional.of(Duration.ofMillis(duration))
                    : Optional.empty(),
                switch (kind) {
                  case FAILED -> Optional.of("exit {1}");
                  case UNSAVED -> Optional.of("bad {tag}");
                  case HIT, MISS, INSTALLED, USED, REMOVED -> Optional.empty();
                }));
      }
    }
  }

  private void rpcLine() {
    String text =
        pino("PackageCache", "\"language\":\"go\",\"packages\":[]" + message(EntryReader.MISS));
    write(
        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"result\":{\"content\":[{\"type\":\"text\",\"text\":%s}]}}"
            .formatted(random.nextInt(1_000), json(text)));
  }

  private void otherComponent() {
    write(
        pino(
            random.nextBoolean() ? "Installer" : "PackageCacheMetrics",
            "\"language\":\"python\",\"packages\":[\"numpy\"],\"by\":\"PackageCache\""
                + message(random.nextBoolean() ? EntryReader.HIT : EntryReader.MISS)));
  }

  private void plainText() {
    write(
        random.nextBoolean()
            ? "Server listening {\"PackageCache\" is ready}".replace('"', '\'')
            : "");
  }

  private void brokenLine() {
    String whole =
        pino(
            "PackageCache",
            "\"language\":\"python\",\"packages\":[\"numpy\"]" + message(EntryReader.MISS));
    skipped++;
    switch (random.nextInt(5)) {
      case 0 -> write(whole.substring(0, whole.length() - random.nextInt(1, 20)));
      case 1 -> write("{\"level\":30," + whole.replace("\"time\"", "\"when\"").substring(1));
      case 2 -> write(whole.replace("[\"numpy\"]", "{\"numpy\":1}"));
      case 3 -> write(whole.getBytes(StandardCharsets.UTF_8), (byte) 0xc3);
      default -> write(whole.getBytes(StandardCharsets.UTF_8), (byte) 0);
    }
  }

  /** A line of 5 MB that would count if anybody read it. */
  private void longLine() {
    skipped++;
    write(
        pino(
            "PackageCache",
            "\"error\":\"%s\",\"language\":\"go\",\"packages\":[\"x\"]"
                    .formatted("x{".repeat(5_000_000 / 2))
                + message(EntryReader.FAILED)));
  }

  private String pino(String component, String fields) {
    return "{\"level\":30,\"time\":%d,\"pid\":71,\"hostname\":\"%s\",\"component\":\"%s\",%s}"
        .formatted(time, host, component, fields);
  }

  private static String message(String words) {
    return ",\"msg\":\"" + words + "\"";
  }

  private String prefix() {
    return switch (random.nextInt(6)) {
      case 0 -> "2026-03-01T08:00:00.123Z [sandbox] [info] ";
      case 1 -> "{sandbox} ctx={\"a\":{}} ";
      default -> "";
    };
  }

  private static String json(List<String> texts) {
    return texts.stream().map(SandboxSession::json).collect(Collectors.joining(",", "[", "]"));
  }

  private static String json(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private void write(String line) {
    lines++;
    bytes.writeBytes(
        (line + (random.nextInt(4) == 0 ? "\r\n" : "\n")).getBytes(StandardCharsets.UTF_8));
  }

  private void write(byte[] line, byte wrong) {
    lines++;
    byte[] spoilt = line.clone();
    // NULs before a line are a gap that a cut file leaves, and the line is whole.
    spoilt[random.nextInt(1, spoilt.length)] = wrong;
    bytes.writeBytes(spoilt);
    bytes.write('\n');
  }

  /** All bytes so far. */
  byte[] bytes() {
    return bytes.toByteArray();
  }

  /** The facts so far. */
  List<Told> facts() {
    return List.copyOf(facts);
  }

  /** The facts whose lines end within these bytes. */
  List<Told> facts(int from, int to) {
    return IntStream.range(0, facts.size())
        .filter(i -> factEnds.get(i) > from && factEnds.get(i) <= to)
        .mapToObj(facts::get)
        .toList();
  }

  /** The lines so far. */
  int lines() {
    return lines;
  }

  /** The lines so far that cannot be understood. */
  int skipped() {
    return skipped;
  }
}
