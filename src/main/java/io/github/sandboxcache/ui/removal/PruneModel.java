package io.github.sandboxcache.ui.removal;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.DiskShare;
import io.github.sandboxcache.domain.layers.ByteCount;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.domain.removal.RemovalPolicy;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Budget;
import io.github.sandboxcache.domain.settings.PruneSetting;
import io.github.sandboxcache.domain.settings.PruneSetting.Kind;
import io.github.sandboxcache.domain.usage.RecentUses;
import io.github.sandboxcache.ui.base.LatestOnly;
import io.github.sandboxcache.ui.base.UiThreads;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The preview of a prune: always the plans of the newest catalog, one for each rule, worked out in
 * the background. FX thread only.
 */
final class PruneModel {
  private static final int DAYS = 14;
  private static final int GIGABYTES = 5;
  private static final int KEEP_USED = 10;

  /**
   * What the plan is made from.
   *
   * @param catalog what the engine has
   * @param pins what is known of the pins
   * @param uses what is known of the use of images; empty when nothing is
   */
  record Known(Catalog catalog, Pins pins, Optional<RecentUses> uses) {
    /** Whether both come to the same, but for the time at which they were known. */
    boolean saysTheSameAs(Known other) {
      return catalog.equals(other.catalog)
          && pins.equals(other.pins)
          && uses.isPresent() == other.uses.isPresent()
          && uses.flatMap(mine -> other.uses.map(mine::saysTheSameAs)).orElse(true);
    }
  }

  private final ReadOnlyObjectWrapper<Known> known;
  private final Map<Kind, PruneRule> rules = new EnumMap<>(Kind.class);
  private final ObjectProperty<Kind> kind;
  private final Set<CacheReference> except = new HashSet<>();
  private final ReadOnlyObjectWrapper<Map<Kind, RemovalPlan>> plans;

  /** What the plans were made from. */
  private Known plannedFor;

  private final ReadOnlyObjectWrapper<RemovalPlan> plan;
  private final PruneRows rows;
  private final UiThreads threads;
  private final LatestOnly latest;
  private final ReadOnlyBooleanWrapper upToDate = new ReadOnlyBooleanWrapper(true);

  /**
   * A preview.
   *
   * @param first the plan by the remembered rule that is shown at first; one of another is soon
   *     replaced
   * @param keep how many of the newest images of each language stay at first
   * @param remembered the rule that is chosen at first
   */
  PruneModel(Known known, RemovalPlan first, int keep, PruneSetting remembered, UiThreads threads) {
    this.known = new ReadOnlyObjectWrapper<>(known);
    this.plannedFor = known;
    this.threads = threads;
    this.latest = new LatestOnly(threads.background());
    this.plan = new ReadOnlyObjectWrapper<>(first);
    this.kind = new SimpleObjectProperty<>(remembered.kind());
    this.plans = new ReadOnlyObjectWrapper<>(Map.of(remembered.kind(), first));
    rules.put(Kind.UNUSED, new PruneRule(Kind.UNUSED, DAYS));
    rules.put(Kind.BUDGET, new PruneRule(Kind.BUDGET, GIGABYTES));
    rules.put(Kind.USED, new PruneRule(Kind.USED, KEEP_USED));
    rules.put(Kind.NEWEST, new PruneRule(Kind.NEWEST, keepNewest(keep, remembered)));
    if (remembered.kind() != Kind.NEWEST) {
      rules.put(remembered.kind(), new PruneRule(remembered.kind(), remembered.number()));
    }
    this.rows = new PruneRows(plan.getReadOnlyProperty());
    this.known.addListener((_, _, _) -> replan());
    rules.values().forEach(rule -> rule.numberProperty().addListener((_, _, _) -> replan()));
    rules.values().forEach(rule -> rule.legibleProperty().addListener((_, _, _) -> choose()));
    kind.addListener((_, _, _) -> choose());
    replan();
  }

  private static int keepNewest(int keep, PruneSetting remembered) {
    return remembered.equals(PruneSetting.UNKNOWN) ? RemovalPolicy.KeepNewest.UNKNOWN_COUNT : keep;
  }

  /** What the plan is made from now. */
  ReadOnlyObjectProperty<Known> knownProperty() {
    return known.getReadOnlyProperty();
  }

  /**
   * Plans anew when anything of it has changed; that time went by changes nothing, and what stands
   * under the pointer stays there.
   */
  void follow(Known now) {
    if (!now.saysTheSameAs(known.get())) {
      known.set(now);
    }
  }

  /** The rules, in their order. */
  Collection<PruneRule> rules() {
    return rules.values();
  }

  PruneRule rule(Kind which) {
    return Objects.requireNonNull(rules.get(which));
  }

  /** The rule whose plan is shown. */
  ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  /** The plan of each rule, as far as they have been worked out. */
  ReadOnlyObjectProperty<Map<Kind, RemovalPlan>> plansProperty() {
    return plans.getReadOnlyProperty();
  }

  /** Leaves an image out of the removal, or no longer does. */
  void toggle(CacheReference image) {
    if (!except.remove(image)) {
      except.add(image);
    }
    replan();
  }

  ReadOnlyObjectProperty<RemovalPlan> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /** Whether the plan is the one of this catalog, rule and number; only then may it run. */
  ReadOnlyBooleanProperty upToDateProperty() {
    return upToDate.getReadOnlyProperty();
  }

  /** What of the plan is listed. */
  PruneRows rows() {
    return rows;
  }

  /** What the cache takes on disk once the plan has run; empty while layers are being measured. */
  Optional<ByteCount> onDiskAfter() {
    List<CachedImage> kept = plan.get().kept().stream().map(KeptImage::image).toList();
    return known.get().catalog().onDisk(kept).map(DiskShare::total);
  }

  /**
   * By how much the rest stays over the budget, because too much of it is kept whatever it is
   * worth; empty where it does not, and where no budget is chosen.
   */
  Optional<ByteCount> overBudget() {
    return kind.get() == Kind.BUDGET && rule(Kind.BUDGET).rule() instanceof Budget(long bytes)
        ? onDiskAfter()
            .filter(after -> after.known() && after.bytes() > bytes)
            .map(after -> new ByteCount(after.bytes() - bytes, after.accuracy()))
        : Optional.empty();
  }

  private RemovalPolicy policy(PruneRule of) {
    return except.isEmpty()
        ? of.rule()
        : new RemovalPolicy.Prune(of.rule(), Map.of(), Set.of(), except);
  }

  private Map<Kind, RemovalPolicy> policies() {
    Map<Kind, RemovalPolicy> policies = new EnumMap<>(Kind.class);
    rules.forEach((which, rule) -> policies.put(which, policy(rule)));
    return policies;
  }

  private void replan() {
    Known now = known.get();
    Map<Kind, RemovalPolicy> wanted = policies();
    choose();
    latest.submit(
        () -> {
          Map<Kind, RemovalPlan> next = new EnumMap<>(Kind.class);
          wanted.forEach(
              (which, policy) ->
                  next.put(which, RemovalPlan.of(now.catalog(), policy, now.pins(), now.uses())));
          threads.ui().execute(() -> apply(now, next));
        });
  }

  /** Plans that were overtaken while they were made are not shown. */
  private void apply(Known from, Map<Kind, RemovalPlan> next) {
    if (from.equals(known.get()) && policies().equals(policiesOf(next))) {
      plannedFor = from;
      plans.set(Collections.unmodifiableMap(next));
      choose();
    }
  }

  private static Map<Kind, RemovalPolicy> policiesOf(Map<Kind, RemovalPlan> plans) {
    Map<Kind, RemovalPolicy> policies = new EnumMap<>(Kind.class);
    plans.forEach((which, planned) -> policies.put(which, planned.policy()));
    return policies;
  }

  /** Shows the chosen rule's plan; the one before stays until there is one. */
  private void choose() {
    RemovalPlan chosen = plans.get().get(kind.get());
    if (chosen != null) {
      plan.set(chosen);
    }
    upToDate.set(
        chosen != null
            && rule(kind.get()).legibleProperty().get()
            && chosen.policy().equals(policy(rule(kind.get())))
            && plannedFor.equals(known.get()));
  }
}
