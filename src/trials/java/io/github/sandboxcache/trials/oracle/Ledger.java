package io.github.sandboxcache.trials.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import io.github.sandboxcache.trials.app.App;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Compares the app's history of removals with what is really gone, from the first removal on. */
public final class Ledger {
  private final App app;
  private final Multiset<Removal> gone = HashMultiset.create();

  /** A name and the image that it named. */
  private record Removal(String reference, String imageId) {}

  /** Of an app that has removed nothing so far. */
  public Ledger(App app) {
    this.app = app;
  }

  /** Takes in what has gone by the app's doing, and compares. */
  public List<String> check(Collection<CachedName> goneNow) throws InterruptedException {
    return check(goneNow, Set.of());
  }

  /**
   * The same.
   *
   * @param perhaps names that came and went meanwhile, of which nobody knows who took them
   */
  public List<String> check(Collection<CachedName> goneNow, Set<String> perhaps)
      throws InterruptedException {
    goneNow.forEach(name -> gone.add(new Removal(name.shortName(), name.imageId())));
    Multiset<Removal> told = read();
    List<String> violations = new ArrayList<>();
    Multisets.difference(gone, told)
        .forEach(r -> violations.add("the history lacks the removal of " + r.reference()));
    Multisets.difference(told, gone).stream()
        .filter(r -> !perhaps.contains(r.reference()))
        .forEach(r -> violations.add("the history has a removal that was not: " + r.reference()));
    // One mistake is told once.
    gone.clear();
    gone.addAll(told);
    return violations;
  }

  private Multiset<Removal> read() throws InterruptedException {
    ImmutableMultiset.Builder<Removal> told = ImmutableMultiset.builder();
    for (JsonNode fact : app.document("usage", "--json", "--kind", "REMOVED")) {
      told.add(new Removal(fact.path("reference").asText(), fact.path("imageId").asText()));
    }
    return told.build();
  }
}
