package io.github.sandboxcache.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.cli.CacheAccess;
import io.github.sandboxcache.cli.CommandLineApp;
import io.github.sandboxcache.cli.Console;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.text.Versions;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;

/** A connection that is begun early is the one that is asked for, or is not used. */
class EarlyConnectionTest {
  private final BlockingQueue<Optional<String>> asked = new LinkedBlockingQueue<>();
  private final EarlyConnection connection = new EarlyConnection(this::connect);

  private Outcome connect(Optional<String> uri) {
    asked.add(uri);
    if (uri.equals(Optional.of("unix:///gone.sock"))) {
      throw new EngineUnreachableException("unix:///gone.sock", "nobody answers", null);
    }
    return new Outcome.Connected(engine());
  }

  private static ContainerEngine engine() {
    Clock clock = Clock.systemUTC();
    return new SampleEngine(SampleCache.believable(clock.instant()), clock, Duration.ZERO);
  }

  @Test
  void aVerbsEngineIsConnectedOnceAndBeforeItIsAskedFor() throws InterruptedException {
    connection.beginFor(List.of("ls", "--json"), UnaryOperator.identity());

    assertThat(asked.take()).isEmpty();
    assertThat(connection.connect(Optional.empty())).isInstanceOf(Outcome.Connected.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void everyVerbButThoseWithoutAnEngineConnectsEarly() {
    assertThat(EarlyConnection.VERBS)
        .containsExactlyInAnyOrderElementsOf(
            model().subcommands().keySet().stream()
                .filter(verb -> !Arguments.UNCONNECTED_VERBS.contains(verb))
                .toList());
  }

  private static CommandSpec model() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Console console =
        new Console(InputStream.nullInputStream(), nowhere, nowhere, false, false, false);
    Supplier<CacheAccess> unused =
        () -> {
          throw new AssertionError("no verb is run");
        };
    Versions versions = new Versions("1.2.3", "26");
    return new CommandLineApp(unused, (_, _) -> 0, console, Clock.systemUTC(), versions).model();
  }

  @Test
  void whatWasBegunServesOnce() throws InterruptedException {
    connection.beginFor(List.of("ls"), UnaryOperator.identity());

    Outcome first = connection.connect(Optional.empty());
    Outcome second = connection.connect(Optional.empty());

    assertThat(second).isNotSameAs(first);
    assertThat(asked.take()).isEqualTo(asked.take());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--engine=tcp://a:1 ls", "ls --engine tcp://a:1"})
  void theEngineThatTheArgumentsNameIsTheOneConnectedTo(String arguments)
      throws InterruptedException {
    connection.beginFor(List.of(arguments.split(" ")), UnaryOperator.identity());

    assertThat(asked.take()).contains("tcp://a:1");
  }

  @Test
  void theEngineOfTheSettingsIsTheOneConnectedTo() throws InterruptedException {
    connection.beginFor(List.of("ls"), named -> named.or(() -> Optional.of("tcp://settings:1")));

    assertThat(asked.take()).contains("tcp://settings:1");
  }

  @Test
  void aWrongGuessIsNotUsed() throws InterruptedException {
    connection.beginFor(List.of("ls"), UnaryOperator.identity());

    connection.connect(Optional.of("tcp://a:1"));

    assertThat(asked.take()).isEmpty();
    assertThat(asked.take()).contains("tcp://a:1");
  }

  @Test
  void whatGoesWrongEarlyIsToldWhenTheConnectionIsAskedFor() {
    connection.beginFor(List.of("ls", "--engine", "unix:///gone.sock"), UnaryOperator.identity());

    assertThatThrownBy(() -> connection.connect(Optional.of("unix:///gone.sock")))
        .isInstanceOf(EngineUnreachableException.class)
        .hasMessageContaining("nobody answers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"key python numpy", "ls --help", "ls --sample", "--version", "pin abc"})
  void noEngineIsAskedWhereNoneIsNeeded(String arguments) throws InterruptedException {
    connection.beginFor(List.of(arguments.split(" ")), UnaryOperator.identity());

    connection.connect(Optional.of("tcp://later:1"));
    assertThat(asked.take()).contains("tcp://later:1");
  }
}
