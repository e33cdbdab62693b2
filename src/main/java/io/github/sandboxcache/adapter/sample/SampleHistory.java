package io.github.sandboxcache.adapter.sample;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.PackagesFrom;
import io.github.sandboxcache.domain.history.ImageRecipe;
import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation.Ending;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.OperationPlan;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.history.PlannedImage;
import io.github.sandboxcache.domain.history.ProcessIdentity;
import io.github.sandboxcache.domain.removal.RemovalPolicy.Prune;
import io.github.sandboxcache.domain.removal.RemovalPolicy.UnusedFor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What was done to the made-up cache: a prune yesterday, and one removal just before now. */
public final class SampleHistory {
  private static final Duration SINCE_PRUNE = Duration.ofHours(26);
  private static final Duration SINCE_REMOVAL = Duration.ofMinutes(41);

  private record Removed(Language language, String packageAsGiven, long bytes) {}

  private static final List<Removed> PRUNED =
      List.of(
          new Removed(Language.PYTHON, "mlflow==2.17", 402_118_144),
          new Removed(Language.PYTHON, "gensim==4.3", 269_484_032),
          new Removed(Language.JAVASCRIPT, "gatsby@5.13", 214_302_720),
          new Removed(Language.JAVASCRIPT, "nuxt@3.13", 141_030_400),
          new Removed(Language.GO, "entgo.io/ent@v0.14", 73_728_000),
          new Removed(Language.RUST, "plotters@0.3", 51_607_552));

  private SampleHistory() {}

  /** Writes it into a journal, as of that time. */
  public static void write(OperationJournal journal, String engine, Instant now) {
    write(journal, plan(OperationKind.PRUNE, engine, now.minus(SINCE_PRUNE), PRUNED), PRUNED);
    List<Removed> removed = List.of(new Removed(Language.RUST, "bevy@0.14.2", 388_000_256));
    write(journal, plan(OperationKind.REMOVE, engine, now.minus(SINCE_REMOVAL), removed), removed);
  }

  private static void write(OperationJournal journal, OperationPlan plan, List<Removed> removed) {
    long id = journal.begin(plan, removed.stream().map(SampleHistory::planned).toList());
    for (int i = 0; i < removed.size(); i++) {
      boolean _ = journal.settle(id, i, new ImageState.Done(), List.of());
    }
    journal.end(
        id,
        new Ending(
            plan.begun(), false, plan.announcedBytes(), plan.announcedBytes(), Optional.empty()));
  }

  private static OperationPlan plan(
      OperationKind kind, String engine, Instant begun, List<Removed> removed) {
    Optional<Prune> rule =
        kind == OperationKind.PRUNE
            ? Optional.of(Prune.by(new UnusedFor(Duration.ofDays(14))))
            : Optional.empty();
    return new OperationPlan(
        kind,
        Origin.WINDOW,
        engine,
        ProcessIdentity.current(),
        begun,
        rule,
        OptionalLong.of(removed.stream().mapToLong(Removed::bytes).sum()));
  }

  private static PlannedImage planned(Removed removed) {
    List<String> packages = List.of(removed.packageAsGiven());
    CacheReference reference =
        CacheReference.of(removed.language(), CacheKey.of(removed.language(), packages));
    return new PlannedImage.ToRemove(
        new ImageRecipe(
            reference,
            "sha256:" + reference.tag(),
            Optional.of(new AskedPackages(packages, PackagesFrom.LABEL)),
            Optional.empty(),
            Optional.of(reference.repository() + ":base"),
            Optional.empty(),
            Map.of()),
        OptionalLong.of(removed.bytes()));
  }
}
