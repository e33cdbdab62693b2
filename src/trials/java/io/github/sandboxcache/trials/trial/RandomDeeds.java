package io.github.sandboxcache.trials.trial;

import io.github.sandboxcache.trials.Setting;
import io.github.sandboxcache.trials.engine.EngineState;
import io.github.sandboxcache.trials.engine.EngineState.Container;
import io.github.sandboxcache.trials.engine.EngineState.Image;
import io.github.sandboxcache.trials.engine.NewImage;
import io.github.sandboxcache.trials.engine.OwnThings;
import io.github.sandboxcache.trials.engine.OwnThings.Life;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What others do on an engine, at random. */
final class RandomDeeds {
  private static final int CROWD = 50;
  private static final Duration PAST = Duration.ofDays(400);

  private final OwnThings things;
  private final Random random;
  private final RandomNames names;
  private final Instant now = Instant.now();
  private int made;

  RandomDeeds(Setting setting, RandomNames names) {
    this.things = setting.things();
    this.random = setting.random();
    this.names = names;
  }

  /** Does something; returns what, in words. */
  String one(EngineState state) {
    if (state.images().size() < 6) {
      return load();
    }
    if (state.images().size() > CROWD) {
      things.removeAll();
      return "everything is taken away";
    }
    Image image = names.of(sorted(state));
    return switch (random.nextInt(14)) {
      case 0, 1 -> load();
      case 2, 3, 4, 5 -> child(image, Optional.of(names.any()));
      case 6 -> child(image, Optional.empty());
      case 7, 8 -> tag(image, names.any());
      case 9, 10 -> moveName(image, state);
      case 11, 12 -> container(image);
      default -> removeContainer(state);
    };
  }

  /** By name where there is one, so that a seed means the same on the next run. */
  private static List<Image> sorted(EngineState state) {
    return state.images().values().stream()
        .sorted(
            Comparator.comparing((Image image) -> String.join(" ", image.names()))
                .thenComparingLong(Image::created)
                .thenComparing(Image::id))
        .toList();
  }

  private String load() {
    List<NewImage> images = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      List<String> all = new ArrayList<>();
      for (int j = 0; j <= random.nextInt(3); j++) {
        all.add(names.any());
      }
      Instant created = now.minusSeconds(random.nextLong(PAST.toSeconds()));
      images.add(new NewImage(all, created, now + " " + ++made));
    }
    things.load(images);
    return "load " + images.stream().map(NewImage::names).toList();
  }

  private String child(Image image, Optional<String> name) {
    String source = reference(image);
    Optional<String> _ = things.child(source, name);
    return "commit " + name.orElse("without a name") + " from " + source;
  }

  private String tag(Image image, String name) {
    String source = reference(image);
    things.tag(source, name);
    return "tag " + source + " " + name;
  }

  /** Takes a name from the image that has it: often that one is left without any. */
  private String moveName(Image image, EngineState state) {
    List<String> taken =
        state.images().values().stream().flatMap(i -> i.names().stream()).sorted().toList();
    return taken.isEmpty() ? load() : tag(image, names.of(taken));
  }

  private String container(Image image) {
    String source = reference(image);
    Life life = names.of(List.of(Life.values()));
    return life + " container " + things.container(source, life).orElse("") + " from " + source;
  }

  private String removeContainer(EngineState state) {
    List<String> containers = state.containers().stream().map(Container::name).sorted().toList();
    if (containers.isEmpty()) {
      return load();
    }
    String container = names.of(containers);
    things.removeContainer(container);
    return "remove container " + container;
  }

  private String reference(Image image) {
    return image.names().isEmpty() || random.nextInt(4) == 0
        ? image.id()
        : names.of(List.copyOf(image.names()));
  }
}
