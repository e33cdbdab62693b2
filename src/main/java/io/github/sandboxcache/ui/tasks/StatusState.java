package io.github.sandboxcache.ui.tasks;

import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.Containers;
import io.github.sandboxcache.domain.catalog.Users;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.pins.PinOwners;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.text.PinOwnersText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.ui.base.CacheView;
import io.github.sandboxcache.ui.base.EngineStatus;
import io.github.sandboxcache.ui.base.UiTexts;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the left of the status bar says.
 *
 * @param dotClass the style class of the dot
 * @param engine how it stands with the engine
 * @param refreshed how fresh the list is; may be empty
 * @param containers how many containers run; may be empty
 * @param pins whose pins count, where that may be another user than expected; otherwise empty
 * @param pinsDetail the same in a whole sentence
 */
public record StatusState(
    String dotClass,
    String engine,
    String refreshed,
    String containers,
    String pins,
    String pinsDetail) {
  private StatusState(String dotClass, String engine, String refreshed, String containers) {
    this(dotClass, engine, refreshed, containers, "", "");
  }

  /** Puts it into words. */
  public static StatusState of(EngineStatus engine, CacheView view, Instant now, UiTexts texts) {
    StatusState state = withoutPins(engine, view, now, texts);
    return view.owners().map(state::withPinsOf).orElse(state);
  }

  private StatusState withPinsOf(PinOwners owners) {
    return new StatusState(
        dotClass,
        engine,
        refreshed,
        containers,
        PinOwnersText.brief(owners),
        PinOwnersText.full(owners));
  }

  private static StatusState withoutPins(
      EngineStatus engine, CacheView view, Instant now, UiTexts texts) {
    return switch (engine) {
      case EngineStatus.Connecting _ ->
          new StatusState("state-idle", texts.text("engine.connecting"), "", "");
      case EngineStatus.None(var _, Instant at) ->
          new StatusState(
              "state-danger",
              texts.text("engine.none"),
              texts.text("status.tried", RelativeTime.ago(at, now)),
              "");
      case EngineStatus.Lost _ ->
          new StatusState(
              "state-danger", texts.text("status.lost"), refreshed(view.state(), now, texts), "");
      case EngineStatus.Ready(var description) ->
          new StatusState(
              description.sample() ? "state-warn" : "state-ok",
              texts.text(description.sample() ? "status.sample" : "status.ready"),
              refreshed(view.state(), now, texts),
              view.isUnknown() ? "" : containers(view.state().catalog(), texts));
    };
  }

  /** The moment whose age it tells; empty when it tells none. */
  static Optional<Instant> told(EngineStatus engine, CacheView view) {
    return engine instanceof EngineStatus.None(var _, Instant at)
        ? Optional.of(at)
        : view.state().listed();
  }

  private static String refreshed(CatalogState state, Instant now, UiTexts texts) {
    String age = state.listed().map(at -> RelativeTime.ago(at, now)).orElse("");
    return switch (state.freshness()) {
      case UNKNOWN -> texts.text("status.refreshing");
      case REMEMBERED -> texts.text("status.remembered", age);
      case CURRENT ->
          texts.text(state.refreshing() ? "status.refreshing" : "status.refreshed", age);
      case LOST -> age.isEmpty() ? "" : texts.text("status.as-of", age);
    };
  }

  private static String containers(Catalog catalog, UiTexts texts) {
    if (catalog.snapshot().containers() instanceof Containers.Unknown) {
      return texts.text("status.containers.unknown");
    }
    Stream<Users> users =
        Stream.concat(
            catalog.cached().stream().map(image -> image.users()),
            catalog.base().stream().map(image -> image.users()));
    long running =
        users
            .flatMap(of -> of.containers().stream())
            .filter(EngineContainer::running)
            .map(EngineContainer::id)
            .distinct()
            .count();
    return texts.text("status.containers", running);
  }
}
