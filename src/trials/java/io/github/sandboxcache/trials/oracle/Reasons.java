package io.github.sandboxcache.trials.oracle;

import io.github.sandboxcache.trials.app.Report.Line;
import io.github.sandboxcache.trials.engine.EngineState;
import io.github.sandboxcache.trials.engine.EngineState.Container;
import io.github.sandboxcache.trials.engine.EngineState.Image;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the reason that is told for an image's staying is a true one. */
final class Reasons {
  private static final Pattern IN_USE = Pattern.compile("in use by the containers? (.+)");
  private static final Pattern NEWEST = Pattern.compile("among the newest (\\d+) of its language");
  private static final Pattern PARENT =
      Pattern.compile("base of (?:an image that stays|\\d+ images that stay): (.+)");
  private static final Pattern LAST_CHILD =
      Pattern.compile(".*\\b(untagged|no name|nameless|without a name)\\b.*");
  private static final int SHORT_ID = 12;

  private final Naming naming;
  private final EngineState state;
  private final Set<String> pins;

  /** In the state that the app has left. */
  Reasons(Naming naming, EngineState state, Set<String> pins) {
    this.naming = naming;
    this.state = state;
    this.pins = pins;
  }

  /** Whether it is true of one of the images of that name. */
  boolean isTrue(Line line, Request request) {
    return naming.cached(state).stream()
        .filter(name -> name.shortName().equals(line.reference()))
        .anyMatch(name -> holds(line.reason(), name, request));
  }

  private boolean holds(String reason, CachedName name, Request request) {
    Matcher users = IN_USE.matcher(reason);
    if (users.matches()) {
      Set<String> told = new TreeSet<>(List.of(users.group(1).split(", ", -1)));
      Set<String> real = new TreeSet<>();
      state.users(name.imageId()).stream().map(Container::name).forEach(real::add);
      return told.equals(real);
    }
    Matcher children = PARENT.matcher(reason);
    if (children.matches()) {
      Set<String> descendants = descendants(name.imageId(), new HashSet<>());
      return descendants.containsAll(List.of(children.group(1).split(", ", -1)));
    }
    Matcher newest = NEWEST.matcher(reason);
    if (newest.matches()) {
      return request.equals(new Request.Prune(Integer.parseInt(newest.group(1))));
    }
    if (naming == Naming.PODMAN && LAST_CHILD.matcher(reason).matches()) {
      return lastChild(name);
    }
    return reason.equals("pinned") && pins.contains(name.shortName());
  }

  /** All that an image made from that one may be called. */
  private Set<String> descendants(String imageId, Set<String> known) {
    for (Image child : state.children(imageId)) {
      String digits = child.id().substring(child.id().indexOf(':') + 1);
      if (known.add(digits.substring(0, SHORT_ID))) {
        child.names().forEach(name -> known.add(naming.shortName(name)));
        Set<String> _ = descendants(child.id(), known);
      }
    }
    return known;
  }

  /** Podman takes a parent without a name along with its last child. */
  boolean lastChild(CachedName name) {
    Image image = state.images().get(name.imageId());
    return image != null
        && image.parent().stream()
            .flatMap(parent -> Optional.ofNullable(state.images().get(parent)).stream())
            .anyMatch(parent -> parent.names().isEmpty());
  }
}
