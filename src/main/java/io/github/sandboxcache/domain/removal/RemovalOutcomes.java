package io.github.sandboxcache.domain.removal;

import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.removal.RemovalPlan.KeptImage;
import io.github.sandboxcache.domain.removal.RemovalReport.FailedRemoval;
import io.github.sandboxcache.domain.removal.RemovalReport.UnknownRemoval;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has become of each planned removal so far. Thread-safe. */
final class RemovalOutcomes {
  private final RemovalPlan plan;
  private final ProgressListener listener;
  private final Map<String, Outcome> outcomes = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private String lastUnanswered = "";

  RemovalOutcomes(RemovalPlan plan, ProgressListener listener) {
    this.plan = plan;
    this.listener = listener;
  }

  /** What became of one removal. */
  sealed interface Outcome {
    /** The engine removed it. */
    record Removed() implements Outcome {}

    /** It was found to stay. */
    record Kept(KeepReason reason) implements Outcome {}

    /** It should have gone. */
    record Failed(String reason) implements Outcome {}

    /** The engine was asked and never said. */
    record Unknown(String reason) implements Outcome {}

    /** What was not reached because of a cancellation is not told: nothing became of it. */
    default <I> void tell(RemovalJournal<I> journal, I image) {
      switch (this) {
        case Removed() -> journal.removed(image);
        case Kept(KeepReason.Cancelled _) -> {}
        case Kept(KeepReason reason) -> journal.kept(image, reason);
        case Failed(String reason) -> journal.failed(image, reason);
        case Unknown(String reason) -> journal.unknown(image, reason);
      }
    }
  }

  /** The engine is about to be asked: from now on nobody knows, until it answers. */
  synchronized void asking(CachedImage image) {
    asked.add(image.engineReference());
  }

  /** What was not reached because of a cancellation is not counted as done. */
  synchronized void put(CachedImage image, Outcome outcome) {
    if (outcome instanceof Outcome.Kept(KeepReason.Cancelled _)) {
      return;
    }
    outcomes.put(image.engineReference(), outcome);
    double fraction = (double) outcomes.size() / plan.removals().size();
    listener.onProgress(Progress.of("remove", image.reference().toString(), fraction));
  }

  /** The words of the newest question that the engine left without an answer. */
  synchronized String lastUnanswered() {
    return lastUnanswered;
  }

  synchronized void unanswered(String words) {
    lastUnanswered = words;
  }

  /** The report on what has happened by now; what comes later is not in it. */
  synchronized RemovalReport report() {
    List<CachedImage> removed = new ArrayList<>();
    List<KeptImage> kept = new ArrayList<>(plan.kept());
    List<FailedRemoval> failed = new ArrayList<>();
    List<UnknownRemoval> unknown = new ArrayList<>();
    for (CachedImage image : plan.removals()) {
      @Nullable Outcome outcome = outcomes.get(image.engineReference());
      switch (outcome) {
        case Outcome.Removed() -> removed.add(image);
        case Outcome.Kept(KeepReason reason) -> kept.add(new KeptImage(image, reason));
        case Outcome.Failed(String reason) -> failed.add(new FailedRemoval(image, reason));
        case Outcome.Unknown(String reason) ->
            unknown.add(new UnknownRemoval(image, Optional.of(reason)));
        case null -> {
          if (asked.contains(image.engineReference())) {
            unknown.add(new UnknownRemoval(image, Optional.empty()));
          } else {
            kept.add(new KeptImage(image, new KeepReason.Cancelled()));
          }
        }
      }
    }
    return new RemovalReport(
        removed, kept, failed, unknown, plan.withOnly(removed).frees(), OptionalLong.empty());
  }
}
