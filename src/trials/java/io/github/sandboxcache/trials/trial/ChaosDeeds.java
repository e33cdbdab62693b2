package io.github.sandboxcache.trials.trial;

import io.github.sandboxcache.trials.engine.EngineState;
import io.github.sandboxcache.trials.oracle.CachedName;
import io.github.sandboxcache.trials.oracle.Naming;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Chooses what one process is asked to do, at random. */
final class ChaosDeeds {
  private static final List<List<String>> LOOKS =
      List.of(
          List.of("ls"),
          List.of("ls", "--json"),
          List.of("ls", "--json"),
          List.of("stats", "--json"),
          List.of("stats"),
          List.of("usage", "--json"),
          List.of("usage", "--csv"),
          List.of("key", "python", "requests"));
  private static final int MAX_LINES = 8;
  private static final int KEY_DIGITS = 12;

  private final Random random;
  private final Naming naming;
  private final RandomNames names;
  private final RandomRequests requests;
  private final ChaosLogs logs;

  ChaosDeeds(Random random, Naming naming, ChaosLogs logs) {
    this.random = random;
    this.naming = naming;
    this.names = new RandomNames(random, naming);
    this.requests = new RandomRequests(random, names, naming);
    this.logs = logs;
  }

  /** Something to do where that was there a moment ago. */
  ChaosDeed one(EngineState state) throws IOException {
    return switch (random.nextInt(14)) {
      case 0, 1, 2, 3 -> new ChaosDeed.Look(names.of(LOOKS));
      case 4, 5 -> new ChaosDeed.Announce(requests.one(state), random.nextBoolean());
      case 6, 7, 8, 9 -> new ChaosDeed.Remove(requests.one(state));
      case 10, 11 -> new ChaosDeed.Pin(name(state), random.nextBoolean());
      case 12 -> {
        int lines = 1 + random.nextInt(MAX_LINES);
        yield new ChaosDeed.Import(logs.file(lines), lines);
      }
      default -> install("chaos-" + Long.toHexString(random.nextLong()));
    };
  }

  private String name(EngineState state) {
    List<CachedName> cached = naming.cached(state);
    return cached.isEmpty() || random.nextInt(5) == 0
        ? names.cachedShort()
        : names.of(cached).shortName();
  }

  private static ChaosDeed install(String packageName) {
    String hashed = "bash:[\"" + packageName + "\"]";
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(hashed.getBytes(StandardCharsets.UTF_8));
      String key = HexFormat.of().formatHex(hash).substring(0, KEY_DIGITS);
      return new ChaosDeed.Install(packageName, "mcp-sandbox-bash:" + key);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
