package io.github.sandboxcache.ui.orphans;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.install.Prewarm;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.orphans.NamingReport;
import io.github.sandboxcache.domain.orphans.NamingReport.Named;
import io.github.sandboxcache.domain.orphans.NamingReport.Unnamed;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.orphans.Orphans;
import io.github.sandboxcache.domain.orphans.ProvenName;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.OrphanPlan;
import io.github.sandboxcache.domain.removal.OrphanPlan.KeptOrphan;
import io.github.sandboxcache.domain.usage.FailedSaves;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.domain.usage.UsageView;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that is shown of what failed saves left, at one moment.
 *
 * @param rows one for each image, newest first
 * @param bytes what all of them take that no other image has; empty while that is measured
 * @param plan what a removal would do
 * @param nameable those whose name is proven and free
 * @param unsaved installs of the last 7 days that were not saved and whose image is not there
 * @param missed the sets among them that are best installed ahead, {@value Prewarm#DEFAULT_COUNT}
 *     at most
 */
public record OrphansView(
    List<Row> rows,
    Optional<ByteCount> bytes,
    OrphanPlan plan,
    List<Orphan> nameable,
    FailedSaves unsaved,
    List<MissedSet> missed) {
  /** Copies the lists, so that the record never changes. */
  public OrphansView {
    rows = List.copyOf(rows);
    nameable = List.copyOf(nameable);
    missed = List.copyOf(missed);
  }

  /**
   * One image.
   *
   * @param orphan the image
   * @param own what only it has; empty while that is measured
   * @param proof what is known of its packages
   * @param stays why it would not be removed, if so
   */
  public record Row(
      Orphan orphan, Optional<ByteCount> own, Proof proof, Optional<KeepReason> stays) {
    /** Which language it was made for, as far as anything tells. */
    public Optional<Language> language() {
      return proof instanceof Proof.Proven(ProvenName name)
          ? Optional.of(name.reference().language())
          : orphan.language();
    }
  }

  /** What is known of the packages in an image. */
  public sealed interface Proof {
    /** It has not been read yet. */
    record Unread() implements Proof {}

    /** It is proven which were asked for. */
    record Proven(ProvenName name) implements Proof {}

    /**
     * It gets no name.
     *
     * @param guess the packages that it seems to have been made for; empty where nothing tells
     */
    record Unproven(NamingReport.Why why, List<String> guess) implements Proof {
      /** Copies the list, so that the record never changes. */
      public Unproven {
        guess = List.copyOf(guess);
      }
    }
  }

  /** What there is in a catalog. */
  static OrphansView of(Catalog catalog, NamingReport proofs, UsageView usage, Instant now) {
    List<Orphan> orphans = Orphans.of(catalog.snapshot());
    FailedSaves unsaved =
        usage.failedSaves().without(catalog.cached().stream().map(CachedImage::reference).toList());
    OrphanPlan plan = OrphanPlan.of(catalog, _ -> true, now);
    Map<String, Proof> byId = new HashMap<>();
    for (Unnamed each : proofs.unnamed()) {
      byId.put(each.orphan().id(), new Proof.Unproven(each.why(), each.guess()));
    }
    Set<String> nameable = new HashSet<>();
    for (Named each : proofs.named()) {
      byId.put(each.orphan().id(), new Proof.Proven(each.name()));
      nameable.add(each.orphan().id());
    }
    Map<String, KeepReason> stays = new HashMap<>();
    for (KeptOrphan kept : plan.kept()) {
      stays.put(kept.orphan().id(), kept.reason());
    }
    return new OrphansView(
        orphans.stream()
            .map(
                each ->
                    new Row(
                        each,
                        catalog.ownBytes(each.image()),
                        byId.getOrDefault(each.id(), new Proof.Unread()),
                        Optional.ofNullable(stays.get(each.id()))))
            .toList(),
        Orphans.bytes(orphans, catalog.layers()),
        plan,
        orphans.stream().filter(each -> nameable.contains(each.id())).toList(),
        unsaved,
        Prewarm.of(usage.missed())
            .only(set -> unsaved.references().contains(set.reference()))
            .top(Prewarm.DEFAULT_COUNT));
  }

  /**
   * Whether the sandbox cannot save its images, as far as anything tells: no save has worked since
   * one failed, and nobody made the image otherwise.
   */
  public boolean cannotSave() {
    return unsaved.count() > 0 && !unsaved.savedSince();
  }

  /**
   * Whether what the sandbox missed never came, although nothing tells of a failure and of any save
   * since.
   */
  public boolean missesWithoutImage() {
    return unsaved.count() == 0 && unsaved.unexplainedCount() > 0 && !unsaved.savedSince();
  }

  /** The ids of the images. */
  Set<String> ids() {
    Set<String> ids = new HashSet<>();
    rows.forEach(row -> ids.add(row.orphan().id()));
    return ids;
  }
}
