package io.github.sandboxcache.ui.cache;

import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.removal.Doubt;
import io.github.sandboxcache.domain.removal.RemovalPlan;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskState;
import io.github.sandboxcache.text.ByteText;
import io.github.sandboxcache.text.DoubtText;
import io.github.sandboxcache.text.RuleText;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.EngineStatus;
import io.github.sandboxcache.ui.base.PruneDoubts;
import io.github.sandboxcache.ui.base.TaskItem;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.Ticker;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the header says and which of its commands can be used. FX thread only. */
public final class HeaderModel {
  private final ReadOnlyObjectProperty<EngineStatus> status;
  private final CacheModel cache;
  private final TasksModel tasks;
  private final Ticker ticker;
  private final UiTexts texts;
  private final ReadOnlyObjectWrapper<HeaderState> state;

  private boolean working;

  /** Follows engine, cache and tasks. */
  public HeaderModel(
      ReadOnlyObjectProperty<EngineStatus> status,
      CacheModel cache,
      TasksModel tasks,
      Ticker ticker,
      UiTexts texts) {
    this.status = status;
    this.cache = cache;
    this.tasks = tasks;
    this.ticker = ticker;
    this.texts = texts;
    this.state = new ReadOnlyObjectWrapper<>(work());
    InvalidationListener update = _ -> state.set(work());
    status.addListener(update);
    cache.viewProperty().addListener(update);
    tasks.running().addListener(update);
    ticker
        .nowProperty()
        .addListener(
            (_, _, _) -> {
              // Nothing else in the header tells a time, and the end of a task is to be seen too.
              boolean now = isWorking();
              if (now || working) {
                state.set(work());
              }
              working = now;
            });
  }

  /** What the header shows now. */
  public ReadOnlyObjectProperty<HeaderState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  private HeaderState work() {
    EngineStatus engine = status.get();
    CacheView view = cache.view();
    String blocked = engine.blocked(texts);
    PruneDoubts doubts = view.doubts();
    Optional<Duration> countdown = countdown(TaskDescription.Kind.PRUNE);
    boolean removing =
        runs(TaskDescription.Kind.PRUNE)
            || runs(TaskDescription.Kind.CLEAR)
            || runs(TaskDescription.Kind.REMOVE);
    String pruneBlocked =
        !blocked.isEmpty()
            ? blocked
            : removing
                ? texts.text("header.blocked.removing")
                : !doubts.isEmpty()
                    ? doubts.why()
                    : view.prune().removals().isEmpty() ? texts.text("header.blocked.nothing") : "";
    String clearBlocked =
        !blocked.isEmpty()
            ? blocked
            : removing
                ? texts.text("header.blocked.removing")
                : view.stats().images() == 0
                    ? texts.text("header.blocked.empty")
                    : unreadablePins(view);
    return new HeaderState(
        EngineChip.of(engine, texts),
        blocked,
        pruneBlocked,
        clearBlocked,
        pruneText(engine, view.prune(), countdown),
        countdown.isPresent() || removing ? "" : pruneEffect(engine, view),
        RuleText.brief(view.prune().policy()),
        countdown.isPresent());
  }

  /** Clear knows no number and no age; pins that cannot be read hold all it could take. */
  private static String unreadablePins(CacheView view) {
    return view.pins() instanceof Pins.Unreadable
        ? DoubtText.full(
            Set.of(Doubt.PINS), view.pins(), view.state().catalog().snapshot().containers())
        : "";
  }

  private String pruneText(EngineStatus engine, RemovalPlan plan, Optional<Duration> countdown) {
    if (!engine.isReady() || cache.view().isUnknown()) {
      return texts.text("header.prune");
    }
    if (countdown.isPresent()) {
      return texts.text("header.prune.counting", countdown.get().plusMillis(999).toSeconds());
    }
    if (cache.view().pins() instanceof Pins.Unreadable) {
      return texts.text("header.prune.pins");
    }
    if (!cache.view().doubts().isEmpty()) {
      return texts.text("header.prune.unknown");
    }
    return plan.removals().isEmpty()
        ? texts.text("header.prune.nothing")
        : texts.text("header.prune.count", plan.removals().size());
  }

  private String pruneEffect(EngineStatus engine, CacheView view) {
    if (!engine.isReady() || view.prune().removals().isEmpty()) {
      return "";
    }
    String frees = ByteText.brief(view.prune().frees());
    return frees.isEmpty() ? "" : texts.text("header.prune.frees", frees);
  }

  private Optional<Duration> countdown(TaskDescription.Kind kind) {
    Instant now = ticker.now();
    return tasks.running().stream()
        .filter(item -> item.description().kind() == kind)
        .map(item -> item.state())
        .filter(TaskState.Counting.class::isInstance)
        .map(TaskState.Counting.class::cast)
        .map(counting -> Duration.between(now, counting.startsAt()))
        .map(left -> left.isNegative() ? Duration.ZERO : left)
        .findFirst();
  }

  private boolean isWorking() {
    return tasks.running().stream().anyMatch(item -> !item.state().isEnded());
  }

  private boolean runs(TaskDescription.Kind kind) {
    return tasks.running().stream()
        .filter(item -> item.description().kind() == kind)
        .map(TaskItem::stateProperty)
        .anyMatch(at -> !at.get().isEnded());
  }

  /**
   * What the header shows at one moment.
   *
   * @param chip the engine
   * @param blocked why nothing can be done; empty when it can
   * @param pruneBlocked why prune cannot be used; empty when it can
   * @param clearBlocked why clear cannot be used; empty when it can
   * @param pruneText what the prune button says
   * @param pruneEffect what pruning frees; may be empty
   * @param pruneRule by which rule; empty where that is not known
   * @param counting whether a prune counts down
   */
  public record HeaderState(
      EngineChip chip,
      String blocked,
      String pruneBlocked,
      String clearBlocked,
      String pruneText,
      String pruneEffect,
      String pruneRule,
      boolean counting) {}
}
