package io.github.sandboxcache.trials.trial;

import io.github.sandboxcache.trials.Setting;
import io.github.sandboxcache.trials.engine.EngineState;
import io.github.sandboxcache.trials.engine.NewImage;
import io.github.sandboxcache.trials.oracle.CachedName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A number of cached images, each with so many names, made anew where they are missing. */
final class Stock {
  private static final List<String> LANGUAGES =
      List.of("python", "typescript", "javascript", "go", "rust", "bash", "ruby");
  private static final Duration AGE = Duration.ofHours(1);

  private final Setting setting;
  private final int images;
  private final int namesEach;
  private final Instant now = Instant.now();

  Stock(Setting setting, int images, int namesEach) {
    this.setting = setting;
    this.images = images;
    this.namesEach = namesEach;
  }

  int size() {
    return images;
  }

  /** Makes what is missing; returns all that is there then. */
  EngineState fill() {
    Set<String> there = new HashSet<>();
    setting.naming().cached(EngineState.of(setting.engine())).stream()
        .map(CachedName::engineName)
        .forEach(there::add);
    List<NewImage> missing = new ArrayList<>();
    for (int number = 0; number < images; number++) {
      List<String> names = names(number);
      if (!there.containsAll(names)) {
        missing.add(new NewImage(names, now.minus(AGE.multipliedBy(number)), now + "-" + number));
      }
    }
    if (!missing.isEmpty()) {
      setting.things().load(missing);
    }
    return EngineState.of(setting.engine());
  }

  private List<String> names(int number) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < namesEach; i++) {
      String language = LANGUAGES.get((number + i) % LANGUAGES.size());
      String key = String.format(Locale.ROOT, "%06x%06x", i, number);
      names.add(setting.naming().spellings("mcp-sandbox-" + language + ":" + key).getFirst());
    }
    return names;
  }
}
