package io.github.sandboxcache.trials.oracle;

import com.google.common.collect.Sets;
import io.github.sandboxcache.trials.engine.EngineState;
import io.github.sandboxcache.trials.engine.EngineState.Image;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rules of removal, as the documents tell them: docs/trials.md lists them. */
final class Rules {
  private final Naming naming;
  private final EngineState state;
  private final Set<String> pins;
  private final List<CachedName> names;

  Rules(Naming naming, EngineState state, Set<String> pins) {
    this.naming = naming;
    this.state = state;
    this.pins = pins;
    this.names = naming.cached(state);
  }

  /**
   * What has to come of a request. There are several right outcomes where names of one language are
   * equally old, for the rules do not say which of them are the newest.
   */
  List<Outcome> outcomes(Request request) {
    return newest(request).stream().map(newest -> outcome(request, newest)).toList();
  }

  private Outcome outcome(Request request, Set<CachedName> newest) {
    Map<CachedName, String> stays = new HashMap<>();
    for (CachedName name : names) {
      if (!request.concerns(name)) {
        stays.put(name, "nobody asked for it");
      } else if (newest.contains(name)) {
        stays.put(name, "among the newest");
      } else if (pins.contains(name.shortName())) {
        stays.put(name, "pinned");
      } else if (!state.users(name.imageId()).isEmpty()) {
        stays.put(name, "in use");
      }
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (CachedName name : names) {
        if (!stays.containsKey(name)
            && state.children(name.imageId()).stream().anyMatch(child -> stays(child, stays))) {
          stays.put(name, "base of an image that stays");
          changed = true;
        }
      }
    }
    Set<CachedName> goes = new HashSet<>(names);
    goes.removeAll(stays.keySet());
    return new Outcome(goes, stays);
  }

  /** An image without a name stays, as does one with a name that is not taken from it. */
  private boolean stays(Image image, Map<CachedName, String> stays) {
    return image.names().isEmpty()
        || image.names().stream()
            .map(name -> naming.cached(name, image))
            .anyMatch(name -> name.isEmpty() || stays.containsKey(name.get()));
  }

  /** The sets of names that can be the newest ones. */
  private Set<Set<CachedName>> newest(Request request) {
    if (!(request instanceof Request.Prune(int keep))) {
      return Set.of(Set.of());
    }
    Map<String, List<CachedName>> languages = new TreeMap<>();
    for (CachedName name : names) {
      if (!pins.contains(name.shortName())) {
        languages.computeIfAbsent(name.language(), _ -> new ArrayList<>()).add(name);
      }
    }
    List<Set<Set<CachedName>>> choices =
        languages.values().stream().map(language -> newest(language, keep)).toList();
    Set<Set<CachedName>> all = new HashSet<>();
    for (List<Set<CachedName>> choice : Sets.cartesianProduct(choices)) {
      Set<CachedName> together = new HashSet<>();
      choice.forEach(together::addAll);
      all.add(together);
    }
    return all;
  }

  private static Set<Set<CachedName>> newest(List<CachedName> language, int keep) {
    Map<Long, Set<CachedName>> byAge = new TreeMap<>(Comparator.reverseOrder());
    language.forEach(n -> byAge.computeIfAbsent(n.created(), _ -> new HashSet<>()).add(n));
    Set<CachedName> certain = new HashSet<>();
    for (Set<CachedName> equallyOld : byAge.values()) {
      int free = keep - certain.size();
      if (free < equallyOld.size()) {
        Set<Set<CachedName>> choices = new HashSet<>();
        for (Set<CachedName> some : Sets.combinations(equallyOld, Math.max(0, free))) {
          choices.add(Set.copyOf(Sets.union(certain, some)));
        }
        return choices;
      }
      certain.addAll(equallyOld);
    }
    return Set.of(certain);
  }
}
