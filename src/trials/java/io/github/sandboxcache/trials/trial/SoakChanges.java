package io.github.sandboxcache.trials.trial;

import io.github.sandboxcache.trials.Setting;
import io.github.sandboxcache.trials.engine.EngineState;
import io.github.sandboxcache.trials.engine.OwnThings;
import io.github.sandboxcache.trials.engine.OwnThings.Life;
import io.github.sandboxcache.trials.oracle.CachedName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What happens on the engine and in the log meanwhile; there is about the same amount always. */
final class SoakChanges {
  private static final int MAX_CONTAINERS = 4;
  private static final int LOOKUPS = 5;

  private final Setting setting;
  private final OwnThings things;
  private final Random random;
  private final Stock stock;
  private final Path log;
  private final Deque<String> containers = new ArrayDeque<>();
  private final Deque<String> tags = new ArrayDeque<>();
  private int done;

  /**
   * Nothing yet.
   *
   * @param log the one that the window follows
   */
  SoakChanges(Setting setting, Stock stock, Path log) {
    this.setting = setting;
    this.things = setting.things();
    this.random = setting.random();
    this.stock = stock;
    this.log = log;
  }

  /** How much has happened. */
  int done() {
    return done;
  }

  /** One more thing happens. */
  void one() throws IOException {
    done++;
    List<CachedName> cached = setting.naming().cached(EngineState.of(setting.engine()));
    if (cached.size() < stock.size() / 2) {
      EngineState _ = stock.fill();
      return;
    }
    String image = cached.get(random.nextInt(cached.size())).engineName();
    switch (random.nextInt(6)) {
      case 0 -> {
        if (containers.isEmpty()) {
          boolean _ = things.untag(image);
        }
      }
      case 1 -> stock.fill();
      case 2 -> use(image);
      case 3 -> rename(image);
      default -> look(cached);
    }
  }

  private void use(String image) {
    things
        .container(image, random.nextBoolean() ? Life.RUNNING : Life.STOPPED)
        .ifPresent(containers::add);
    if (containers.size() > MAX_CONTAINERS) {
      things.removeContainer(containers.remove());
    }
  }

  private void rename(String image) {
    String tag = String.format(Locale.ROOT, "mcp-sandbox-go:%012x", 0xabcdef000L + tags.size());
    things.tag(image, tag);
    tags.add(tag);
    if (tags.size() > 3) {
      boolean _ = things.untag(tags.remove());
    }
  }

  /** Lookups of what is there, and of one set that is not. */
  private void look(List<CachedName> cached) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < LOOKUPS; i++) {
      String name = cached.get(random.nextInt(cached.size())).shortName();
      lines.append(
          String.format(
              Locale.ROOT,
              "{\"level\":30,\"time\":%d,\"pid\":1,\"hostname\":\"h\",\"component\":\"PackageCache\","
                  + "\"language\":\"%s\",\"packages\":[\"soak\"],\"imageName\":\"%s\",\"msg\":\"Package"
                  + " cache hit - skipping installation\"}%n",
              Instant.now().toEpochMilli(),
              name.substring("mcp-sandbox-".length(), name.indexOf(':')),
              name));
    }
    Path _ = Files.writeString(log, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
