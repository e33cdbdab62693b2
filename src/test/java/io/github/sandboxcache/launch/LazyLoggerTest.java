package io.github.sandboxcache.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LocationAwareLogger;

/** What nobody wants to read wakes nothing up; the rest arrives as it was given. */
class LazyLoggerTest {
  private final List<List<Object>> written = new ArrayList<>();
  private int woken;

  private Logger logger(String name) {
    return new LazyLogger(name, LazyLogProvider.threshold(name), this::backend);
  }

  private LocationAwareLogger backend() {
    woken++;
    return (LocationAwareLogger)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {LocationAwareLogger.class},
            (_, method, given) -> {
              assertThat(method.getName()).isEqualTo("log");
              written.add(List.of(given[2], given[3], List.of((Object[]) given[4])));
              return null;
            });
  }

  @Test
  void whatIsNotWantedWakesNothing() {
    Logger ours = logger("io.github.sandboxcache.cli.Something");
    ours.debug("a {}", "b");
    ours.trace("a");
    Logger library = logger("com.github.dockerjava.zerodep.Wire");
    library.warn("a {}", "b");

    assertThat(ours.isDebugEnabled()).isFalse();
    assertThat(library.isWarnEnabled()).isFalse();
    assertThat(woken).isZero();
  }

  @Test
  void whatIsWantedArrives() {
    logger("io.github.sandboxcache.cli.Something").info("a {} {}", "b", 3);
    logger("com.github.dockerjava.zerodep.Wire").error("c {}", "d");

    assertThat(written)
        .containsExactly(
            List.of(Level.INFO.toInt(), "a {} {}", List.of("b", 3)),
            List.of(Level.ERROR.toInt(), "c {}", List.of("d")));
  }
}
