package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.install.InstallProblem;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallResult;
import io.github.sandboxcache.domain.install.Installer;
import io.github.sandboxcache.domain.install.PrewarmReport;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.testing.Missed;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Guards that installs ahead follow one another whatever becomes of one. */
class PrewarmingTest {
  private static final MissedSet FIRST = Missed.of(Language.PYTHON, "first");
  private static final MissedSet BROKEN = Missed.of(Language.PYTHON, "broken");
  private static final MissedSet LAST = Missed.of(Language.PYTHON, "last");

  private final Cancellation cancellation = new Cancellation();
  private final List<InstallRequest> asked = new ArrayList<>();

  private PrewarmReport run(Installer installer) {
    return new Prewarming(
            (request, listener, cancel) -> {
              asked.add(request);
              return installer.install(request, listener, cancel);
            },
            Clock.systemUTC())
        .run(
            List.of(FIRST, BROKEN, LAST), Optional.of("host"), ProgressListener.NONE, cancellation);
  }

  private static InstallResult done(InstallRequest request) {
    return InstallResult.installed(request, Duration.ZERO);
  }

  @Test
  void aFailureNeverStopsTheOthers() {
    PrewarmReport report =
        run(
            (request, _, _) ->
                request.packages().contains("broken")
                    ? InstallResult.failed(
                        Duration.ZERO, List.of(new InstallProblem.UnknownPackage("broken")))
                    : done(request));

    assertThat(asked).extracting(InstallRequest::reference).hasSize(3);
    assertThat(asked).extracting(InstallRequest::network).containsOnly(Optional.of("host"));
    assertThat(report.installed()).extracting(each -> each.set()).containsExactly(FIRST, LAST);
    assertThat(report.failed()).extracting(each -> each.set()).containsExactly(BROKEN);
    assertThat(report.successful()).isFalse();
  }

  @Test
  void anEngineThatIsGoneIsAFailureWithItsOwnWords() {
    PrewarmReport report =
        run(
            (request, _, _) -> {
              if (request.packages().contains("broken")) {
                throw new EngineUnreachableException("unix:///x", "gone", null);
              }
              return done(request);
            });

    assertThat(report.installed()).hasSize(2);
    assertThat(report.failed())
        .singleElement()
        .satisfies(
            failed ->
                assertThat(failed.result().problems())
                    .singleElement()
                    .isInstanceOf(InstallProblem.EngineFailed.class));
  }

  @Test
  void whatWasNotDoneWhenItWasCancelledIsLeft() {
    PrewarmReport report =
        run(
            (request, _, cancel) -> {
              if (request.packages().contains("broken")) {
                cancel.cancel();
                cancel.throwIfCancelled();
              }
              return done(request);
            });

    assertThat(asked).hasSize(2);
    assertThat(report.installed()).extracting(each -> each.set()).containsExactly(FIRST);
    assertThat(report.left()).containsExactly(BROKEN, LAST);
    assertThat(report.successful()).isFalse();
  }

  /** Whose turn it is can be told from that. */
  @Test
  void theShareOfOneInstallIsToldAsAShareOfAll() {
    List<Double> shares = new ArrayList<>();
    Prewarming ahead =
        new Prewarming(
            (request, listener, _) -> {
              listener.onProgress(Progress.of("install", ""));
              listener.onProgress(Progress.of("install", "", 0.5));
              return done(request);
            },
            Clock.systemUTC());

    PrewarmReport _ =
        ahead.run(
            List.of(FIRST, LAST),
            Optional.empty(),
            new ProgressListener() {
              @Override
              public void onProgress(Progress progress) {
                shares.add(progress.fraction().orElseThrow());
              }

              @Override
              public void onLine(String line) {}
            },
            cancellation);

    assertThat(shares).containsExactly(0.0, 0.0, 0.25, 0.5, 0.5, 0.75);
  }

  @Test
  void cancelledBeforeAnythingIsDoneItIsCancelled() {
    cancellation.cancel();

    assertThatThrownBy(() -> run((request, _, _) -> done(request)))
        .isInstanceOf(CancellationException.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void theProgressIsThatOfTheWhole() {
    List<Double> shares = new ArrayList<>();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void onProgress(Progress progress) {
            shares.add(progress.fraction().orElseThrow());
          }

          @Override
          public void onLine(String line) {}
        };

    new Prewarming(
            (request, heard, _) -> {
              heard.onProgress(Progress.of("packages", "", 0.5));
              return done(request);
            },
            Clock.systemUTC())
        .run(List.of(FIRST, LAST), Optional.empty(), listener, cancellation);

    assertThat(shares).containsExactly(0.0, 0.25, 0.5, 0.75);
  }
}
