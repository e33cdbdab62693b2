package io.github.sandboxcache.ui.base;

import io.github.sandboxcache.domain.engine.EngineAddress;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Addresses of engines to suggest where one is typed. */
public final class EngineAddresses {
  private static final List<String> USUAL =
      List.of(
          "unix:///var/run/docker.sock",
          "unix:///run/podman/podman.sock",
          "npipe:////./pipe/docker_engine",
          "tcp://localhost:2375");

  private EngineAddresses() {}

  /**
   * The likeliest first: the chosen one, the one in use, those that were tried, and the usual ones.
   *
   * @param chosen the one in the settings
   * @param status how the window stands with its engine
   */
  public static List<String> known(Optional<String> chosen, EngineStatus status) {
    List<String> known = new ArrayList<>(chosen.stream().toList());
    status.answered().ifPresent(engine -> known.add(engine.endpoint()));
    if (status instanceof EngineStatus.None(var attempts, var _)) {
      attempts.stream().map(EngineAttempt::place).map(EngineAddresses::uri).forEach(known::add);
    }
    known.addAll(USUAL);
    return known.stream()
        .filter(each -> !(EngineAddress.parse(each) instanceof EngineAddress.Unusable))
        .distinct()
        .toList();
  }

  /** Places are told as paths too. */
  private static String uri(String place) {
    return place.startsWith("/") ? "unix://" + place : place;
  }
}
