package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.engine.EngineDescription;
import io.github.sandboxcache.testing.FailingCall;
import io.github.sandboxcache.testing.NoonClock;
import java.time.Clock;
import java.time.Duration;

/** The made-up engine under a description that does not say so, for what the sample refuses. */
final class RealSample {
  private RealSample() {}

  static EngineConnector connector() {
    return _ -> new EngineConnector.Outcome.Connected(engine());
  }

  private static ContainerEngine engine() {
    Clock clock = NoonClock.started();
    SampleEngine made =
        new SampleEngine(SampleCache.believable(clock.instant()), clock, Duration.ZERO);
    EngineDescription said = made.description();
    return FailingCall.answering(
        ContainerEngine.class,
        made,
        "description",
        () ->
            new EngineDescription(
                said.product(),
                said.version(),
                said.apiVersion(),
                said.endpoint(),
                said.source(),
                said.naming(),
                false));
  }
}
