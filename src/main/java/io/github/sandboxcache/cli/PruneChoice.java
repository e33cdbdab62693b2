package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.RemovalDocument.Staying;
import io.github.sandboxcache.cli.RemovalWork.Choice;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Chosen;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Prune;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Rule;
import io.github.sandboxcache.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a prune is about.
 *
 * @param only the languages to prune; empty for all
 * @param except names of images to keep. One that names nothing may be a slip: then nothing at all
 *     is removed
 */
record PruneChoice(Rule rule, Set<Language> only, List<String> except)
    implements Function<Catalog, Choice> {
  @Override
  public Choice apply(Catalog catalog) {
    Set<CacheReference> kept = new LinkedHashSet<>();
    List<Staying> unknown = new ArrayList<>();
    for (String name : except) {
      ImageName.of(name)
          .among(catalog)
          .ifPresentOrElse(
              kept::add,
              () -> unknown.add(new Staying(name, Texts.text("cli.prune.except-unknown"))));
    }
    if (!unknown.isEmpty()) {
      return new Choice(new Chosen(Set.of()), unknown);
    }
    boolean plain = only.isEmpty() && kept.isEmpty();
    RemovalPolicy policy = plain ? rule : new Prune(rule, Map.of(), only, kept);
    return new Choice(policy, List.of());
  }
}
