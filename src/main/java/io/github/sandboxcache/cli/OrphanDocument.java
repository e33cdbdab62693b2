package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.orphans.NamingReport;
import io.github.sandboxcache.domain.orphans.NamingReport.Named;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.orphans.ProvenName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One item of the document of {@code orphans}.
 *
 * @param id the engine's id of the image
 * @param createdAt when it was made; null when the engine does not say
 * @param bytes what only this image has; null when not known
 * @param language which language it was made for; null when nothing tells
 * @param packages the packages that are proven; null when none are, or that was not asked for
 * @param reference the name that it would get; null as well
 * @param usedBy the containers made from it; null when the engine does not list its containers
 */
record OrphanDocument(
    String id,
    @Nullable String createdAt,
    @Nullable Long bytes,
    @Nullable String language,
    @Nullable List<String> packages,
    @Nullable String reference,
    @Nullable List<String> usedBy) {
  static OrphanDocument of(Orphan orphan, Catalog catalog, NamingReport proven) {
    Optional<ProvenName> name = name(orphan, proven);
    return new OrphanDocument(
        orphan.id(),
        Documents.time(orphan.image().createdAt()),
        Documents.bytes(catalog.ownBytes(orphan.image())),
        language(orphan, name).map(Language::name).orElse(null),
        name.map(ProvenName::packages).orElse(null),
        name.map(each -> each.reference().toString()).orElse(null),
        orphan.users().known() ? orphan.users().names() : null);
  }

  /** The name that is proven for an image. */
  static Optional<ProvenName> name(Orphan orphan, NamingReport proven) {
    return proven.named().stream()
        .filter(named -> named.orphan().id().equals(orphan.id()))
        .map(Named::name)
        .findFirst();
  }

  /** What is proven says more than a hint. */
  static Optional<Language> language(Orphan orphan, Optional<ProvenName> name) {
    return name.map(each -> each.reference().language()).or(orphan::language);
  }
}
