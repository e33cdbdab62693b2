package io.github.sandboxcache.trials.oracle;

import com.google.common.collect.Sets;
import io.github.sandboxcache.trials.engine.EngineState;
import io.github.sandboxcache.trials.engine.EngineState.Container;
import io.github.sandboxcache.trials.engine.EngineState.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is different on an engine after the app has run. */
public final class Change {
  private final Naming naming;
  private final EngineState before;
  private final EngineState after;

  /** From one state to another. */
  public Change(Naming naming, EngineState before, EngineState after) {
    this.naming = naming;
    this.before = before;
    this.after = after;
  }

  EngineState before() {
    return before;
  }

  EngineState after() {
    return after;
  }

  Naming naming() {
    return naming;
  }

  /** The names of the cache that are gone, or mean another image now. */
  public Set<CachedName> gone() {
    Set<CachedName> names = new TreeSet<>(naming.cached(before));
    names.removeIf(name -> lost(name.imageId()).stream().noneMatch(name.engineName()::equals));
    return names;
  }

  /** The names of the cache that were there before and still are. */
  public List<CachedName> left() {
    Set<CachedName> gone = gone();
    return naming.cached(before).stream().filter(name -> !gone.contains(name)).toList();
  }

  private Set<String> lost(String imageId) {
    Image was = before.images().get(imageId);
    Image is = after.images().get(imageId);
    SortedSet<String> names = was == null ? new TreeSet<>() : was.names();
    return is == null ? names : Set.copyOf(Sets.difference(names, is.names()));
  }

  /** What no removal may ever do, whatever was asked for. */
  public List<String> violations() {
    return violations(false);
  }

  /**
   * The same.
   *
   * @param engineStopped an engine that stops in the midst of a removal has taken the name and may
   *     leave the image, which is not the app's fault
   */
  List<String> violations(boolean engineStopped) {
    List<String> violations = new ArrayList<>();
    for (Image image : before.images().values()) {
      Image now = after.images().get(image.id());
      for (String name : lost(image.id())) {
        if (naming.cached(name, image).isEmpty()) {
          violations.add("a name that is not the cache's was lost: " + name);
        }
      }
      if (now == null && image.names().isEmpty()) {
        violations.add("an image without a name was lost: " + image.id());
      }
      boolean halfDone = engineStopped && after.children(image.id()).isEmpty();
      if (now != null && now.names().isEmpty() && !image.names().isEmpty() && !halfDone) {
        violations.add(
            "an image was left without a name: %s, once %s, children %s"
                .formatted(image.id(), image.names(), names(after.children(image.id()))));
      }
    }
    Set<String> now = after.containers().stream().map(Container::id).collect(Collectors.toSet());
    for (Container container : before.containers()) {
      if (!now.contains(container.id())) {
        violations.add("a container was lost: " + container.name());
      }
    }
    return violations;
  }

  private static List<String> names(List<Image> images) {
    return images.stream().map(i -> i.names().isEmpty() ? i.id() : i.names().first()).toList();
  }
}
