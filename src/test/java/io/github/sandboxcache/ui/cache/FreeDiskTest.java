package io.github.sandboxcache.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.task.TaskResult;
import io.github.sandboxcache.service.BackgroundTask;
import io.github.sandboxcache.service.CatalogState;
import io.github.sandboxcache.service.TaskDescription;
import io.github.sandboxcache.service.TaskDescription.Kind;
import io.github.sandboxcache.service.TaskRunner;
import io.github.sandboxcache.testing.FailingCall;
import io.github.sandboxcache.testing.Ledgers;
import io.github.sandboxcache.text.InstallText;
import io.github.sandboxcache.ui.app.FakeSession;
import io.github.sandboxcache.ui.base.CacheModel;
import io.github.sandboxcache.ui.base.EngineModel;
import io.github.sandboxcache.ui.base.EngineOpener;
import io.github.sandboxcache.ui.base.TasksModel;
import io.github.sandboxcache.ui.base.TestThreads;
import io.github.sandboxcache.ui.base.Ticker;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/** What is free on the engine's disk is shown as it is now, and not at all where nobody knows. */
class FreeDiskTest {
  private static final long UNKNOWN = -1;
  private static final long UNREACHABLE = -2;

  private final Clock clock = Clock.systemUTC();
  private final AtomicLong onDisk = new AtomicLong(7);
  private final SampleEngine sample =
      new SampleEngine(SampleCache.believable(Instant.now()), clock, Duration.ZERO);
  private final ContainerEngine engine =
      FailingCall.answering(
          ContainerEngine.class, sample, "freeDiskBytes", () -> answer(onDisk.get()));
  private final FakeSession session =
      new FakeSession(engine, engine.description(), Ledgers.empty(), clock.instant());
  private final EngineModel engines =
      new EngineModel(
          new EngineOpener(
              _ -> new EngineConnector.Outcome.Connected(engine), () -> sample, _ -> session),
          TestThreads.direct(),
          clock);
  private final Ticker ticker = new Ticker(clock);
  private final CacheModel cache =
      new CacheModel(
          engines, new SimpleObjectProperty<>(Settings.DEFAULT), TestThreads.direct(), ticker);
  private final TasksModel tasks = new TasksModel(clock, TestThreads.direct(), () -> {});
  private final FreeDisk free = new FreeDisk(engines, cache, tasks, ticker, TestThreads.direct());

  @Test
  void itIsAskedForWithEachChange() {
    assertThat(free.bytesProperty().get()).isEmpty();

    engines.connect(Optional.empty());
    assertThat(free.bytesProperty().get()).hasValue(7);

    onDisk.set(8);
    listAgain();
    assertThat(free.bytesProperty().get()).hasValue(8);
  }

  @Test
  void whatIsNoLongerKnownIsNotShown() {
    engines.connect(Optional.empty());

    onDisk.set(UNREACHABLE);
    listAgain();
    assertThat(free.bytesProperty().get()).isEmpty();

    onDisk.set(UNKNOWN);
    listAgain();
    assertThat(free.bytesProperty().get()).isEmpty();
  }

  @Test
  void aTaskIsWaitedFor() {
    engines.connect(Optional.empty());
    CountDownLatch end = new CountDownLatch(1);
    TaskResult done = () -> true;
    BackgroundTask prune =
        new TaskRunner(clock, InstallText::of)
            .start(
                new TaskDescription(Kind.PRUNE, List.of(), "", 0),
                (_, cancellation) -> {
                  try {
                    end.await();
                  } catch (InterruptedException _) {
                    cancellation.throwIfCancelled();
                  }
                  return done;
                });
    var _ = tasks.add(prune, Optional.empty(), Set.of());

    onDisk.set(8);
    listAgain();
    assertThat(free.bytesProperty().get()).hasValue(7);

    end.countDown();
    prune.ended().join();
    assertThat(free.bytesProperty().get()).hasValue(8);
  }

  private void listAgain() {
    CatalogState known = session.state();
    session.publish(
        new CatalogState(
            known.catalog(),
            known.freshness(),
            known.listed().map(time -> time.plusSeconds(1)),
            false));
  }

  private static OptionalLong answer(long bytes) {
    if (bytes == UNREACHABLE) {
      throw new EngineUnreachableException(
          "unix:///made-up", "GET /info", "gone", new IOException("gone"));
    }
    return bytes == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(bytes);
  }
}
