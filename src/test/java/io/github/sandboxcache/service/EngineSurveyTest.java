package io.github.sandboxcache.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.engine.EngineAttempt.Failure;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.engine.EngineConnector;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.engine.EngineInfo;
import io.github.sandboxcache.domain.engine.EnginePlace;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.service.EngineSurvey.Answer;
import io.github.sandboxcache.service.EngineSurvey.Found;
import io.github.sandboxcache.testing.FailingCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EngineSurveyTest {
  private static final Outcome NONE =
      new Outcome.NoEngine(
          List.of(new EngineAttempt("x", Source.CHOSEN, Failure.NOT_ALLOWED, "own words")));

  private final ContainerEngine engine =
      new SampleEngine(SampleCache.believable(Instant.EPOCH), Clock.systemUTC(), Duration.ZERO);

  private static EnginePlace place(String address) {
    return new EnginePlace(address, address, Source.COLIMA, "");
  }

  private static EngineSurvey survey(
      List<EnginePlace> places, Duration patience, Function<String, Outcome> answers) {
    return new EngineSurvey(
        new EngineConnector() {
          @Override
          public Outcome connect(Optional<String> chosenUri) {
            return answers.apply(chosenUri.orElseThrow());
          }

          @Override
          public List<EnginePlace> places() {
            return places;
          }
        },
        patience);
  }

  @Test
  void oneThatNeverAnswersDelaysNoOtherAndIsSaidToBeNotRunning() {
    CountDownLatch never = new CountDownLatch(1);
    EngineSurvey survey =
        survey(
            List.of(place("tcp://silent:1"), place("tcp://host:1")),
            Duration.ofMillis(300),
            address -> {
              if (address.contains("silent")) {
                awaitQuietly(never);
              }
              return new Outcome.Connected(engine);
            });

    List<Found> found = survey.all(Optional.empty(), () -> NONE);

    never.countDown();
    assertThat(found)
        .extracting(Found::answer)
        .satisfiesExactly(
            silent ->
                assertThat(silent)
                    .isEqualTo(
                        new Answer.None(
                            new EngineAttempt(
                                "tcp://silent:1", Source.COLIMA, Failure.NOT_RUNNING, ""))),
            answering -> assertThat(answering).isInstanceOf(Answer.Engine.class));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void neverAreMoreThanAFewAskedAtOnce() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    EngineSurvey survey =
        survey(
            IntStream.range(0, 40).mapToObj(i -> place("tcp://host:" + (i + 1))).toList(),
            Duration.ofMinutes(1),
            _ -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              now.decrementAndGet();
              return NONE;
            });

    assertThat(survey.all(Optional.empty(), () -> NONE)).hasSize(40);
    assertThat(most.get()).isLessThanOrEqualTo(EngineSurvey.AT_ONCE);
  }

  @Test
  void theEngineInUseIsMarkedOnceHoweverItIsWritten() {
    String used = engine.description().endpoint();
    EngineSurvey survey =
        survey(
            List.of(place("tcp://host:1"), place(used), place(used)),
            Duration.ofMinutes(1),
            _ -> new Outcome.Connected(engine));

    assertThat(survey.all(Optional.empty(), () -> new Outcome.Connected(engine)))
        .extracting(Found::current)
        .containsExactly(false, true, false);
  }

  @Test
  void theEngineInUseIsTheFirstWhereItIsNoneOfThese() {
    EngineSurvey survey = survey(List.of(place("tcp://host:1")), Duration.ofMinutes(1), _ -> NONE);

    assertThat(survey.all(Optional.empty(), () -> new Outcome.Connected(engine)))
        .extracting(found -> found.place().address(), Found::current)
        .first()
        .isEqualTo(tuple(engine.description().endpoint(), true));
  }

  @Test
  void anAddressThatWasChosenSaysWhyItDoesNotAnswer() {
    EngineSurvey survey = survey(List.of(), Duration.ofMinutes(1), _ -> NONE);

    assertThat(survey.all(Optional.of("tcp://gone:1"), () -> NONE))
        .singleElement()
        .isEqualTo(
            new Found(
                new EnginePlace("tcp://gone:1", "tcp://gone:1", Source.CHOSEN, ""),
                false,
                new Answer.None(
                    new EngineAttempt(
                        "tcp://gone:1", Source.CHOSEN, Failure.NOT_ALLOWED, "own words"))));
  }

  @Test
  void oneThatSaysNothingOfItselfAnswersAllTheSame() {
    ContainerEngine silent =
        FailingCall.of(
            ContainerEngine.class,
            engine,
            "info",
            new EngineUnreachableException("unix:///x", "gone", null));
    EngineSurvey survey =
        survey(
            List.of(place("unix:///x")), Duration.ofMinutes(1), _ -> new Outcome.Connected(silent));

    assertThat(survey.all(Optional.empty(), () -> NONE))
        .singleElement()
        .extracting(Found::answer)
        .isEqualTo(new Answer.Engine(engine.description(), EngineInfo.UNKNOWN));
  }
}
