package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.domain.contents.Candidate;
import io.github.sandboxcache.domain.contents.Ecosystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a distribution's package manager did above the base.
 *
 * @param before what the base has
 * @param now what the image has
 */
record SystemChange(SystemDatabase before, SystemDatabase now) {
  private static final Pattern END_OF_NAME = Pattern.compile("[<>=~@]");

  /** What the base has not, or has in another version; those asked for are marked. */
  List<PackageDraft> added() {
    Map<String, PackageDraft> base = before.installed.orElse(Map.of());
    Set<String> wanted = wanted();
    List<PackageDraft> added = new ArrayList<>();
    now.installed
        .orElse(Map.of())
        .forEach(
            (key, draft) -> {
              PackageDraft old = base.get(key);
              if (old == null || !old.version.equals(draft.version)) {
                draft.asked = old == null && isWanted(draft, wanted);
                added.add(draft);
              }
            });
    return added;
  }

  private boolean isWanted(PackageDraft draft, Set<String> wanted) {
    return draft.ecosystem == Ecosystem.ALPINE
        ? wanted.contains(draft.name)
        : !automatic(now).contains(draft.name);
  }

  /** The packages that somebody may have asked for. */
  List<Candidate> candidates(Ecosystem ecosystem) {
    return ecosystem == Ecosystem.ALPINE ? ofWorld() : ofApt();
  }

  private List<Candidate> ofApt() {
    Map<String, PackageDraft> base = before.installed.orElse(Map.of());
    Set<String> wereAutomatic = automatic(before);
    Set<String> areAutomatic = automatic(now);
    List<Candidate> candidates = new ArrayList<>();
    now.installed
        .orElse(Map.of())
        .forEach(
            (key, draft) -> {
              PackageDraft old = base.get(key);
              if (areAutomatic.contains(draft.name)) {
                return;
              }
              if (old == null || wereAutomatic.contains(draft.name)) {
                candidates.add(draft.toCandidate(true));
              } else if (!old.version.equals(draft.version)) {
                candidates.add(draft.toCandidate(false));
              }
            });
    return candidates;
  }

  /** When apt has no reason to write them again, the base's states are still true. */
  private Set<String> automatic(SystemDatabase database) {
    return database.automatic.or(() -> before.automatic).orElse(Set.of());
  }

  private List<Candidate> ofWorld() {
    List<Candidate> candidates = new ArrayList<>();
    Map<String, PackageDraft> installed = now.installed.orElse(Map.of());
    for (String line : newLines()) {
      String name = nameIn(line);
      Optional<PackageDraft> draft = Optional.ofNullable(installed.get(name));
      candidates.add(
          new Candidate(
              Ecosystem.ALPINE,
              name,
              draft.map(each -> each.version).orElse(""),
              List.of(),
              Optional.of(line),
              true));
    }
    return candidates;
  }

  private Set<String> wanted() {
    return Set.copyOf(newLines().stream().map(SystemChange::nameIn).toList());
  }

  private List<String> newLines() {
    Set<String> old = before.world.orElse(Set.of());
    return now.world.orElse(Set.of()).stream().filter(line -> !old.contains(line)).toList();
  }

  private static String nameIn(String line) {
    return END_OF_NAME.split(line, 2)[0];
  }
}
