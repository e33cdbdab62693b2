package io.github.sandboxcache.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.pins.PinTrouble;
import io.github.sandboxcache.domain.pins.PinTrouble.Kind;
import io.github.sandboxcache.domain.pins.Pins;
import io.github.sandboxcache.domain.pins.PinsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No process and no thread loses the pins of another. */
class SharedPinsTest {
  private static final CacheReference A = reference(0);
  private static final CacheReference B = reference(1);

  @TempDir Path directory;

  private Path file() {
    return directory.resolve("config").resolve("pins.json");
  }

  private JsonPinStore store() {
    return new JsonPinStore(file());
  }

  private static CacheReference reference(int number) {
    return new CacheReference(Language.PYTHON, "%012x".formatted(number));
  }

  @Test
  void threadsAndStoresLoseNothingOfEachOther() throws Exception {
    int each = 10;
    List<Future<?>> pending = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int thread = 0; thread < 4; thread++) {
        JsonPinStore own = new JsonPinStore(file(), Duration.ofMinutes(1));
        int first = thread * each;
        pending.add(
            threads.submit(
                () -> IntStream.range(first, first + each).forEach(i -> pin(own, reference(i)))));
      }
    }
    for (Future<?> done : pending) {
      done.get();
    }
    assertThat(store().read()).isEqualTo(new Pins.Known(all(4 * each)));
  }

  @Test
  void processesLoseNothingOfEachOther() throws Exception {
    int each = 10;
    List<Process> processes = new ArrayList<>();
    for (int process = 0; process < 3; process++) {
      processes.add(PinningProcess.start(file(), process * each, each));
    }
    for (Process process : processes) {
      assertThat(process.waitFor()).isZero();
    }
    assertThat(store().read()).isEqualTo(new Pins.Known(all(3 * each)));
  }

  @Test
  void whoFindsItLockedForTooLongSaysSoAndChangesNothing() throws IOException {
    store().pin(List.of(A));
    Path lock = file().resolveSibling("pins.json.lock");
    try (FileChannel held = FileChannel.open(lock, StandardOpenOption.WRITE);
        var _ = held.lock()) {
      JsonPinStore impatient = new JsonPinStore(file(), Duration.ZERO);
      assertThatExceptionOfType(PinsException.class)
          .isThrownBy(() -> impatient.pin(List.of(B)))
          .extracting(PinsException::trouble)
          .extracting(PinTrouble::kind)
          .isEqualTo(Kind.BUSY);
      assertThat(impatient.read()).isEqualTo(new Pins.Known(Set.of(A)));
    }
    store().pin(List.of(B));
    assertThat(store().read()).isEqualTo(new Pins.Known(Set.of(A, B)));
  }

  private static void pin(JsonPinStore store, CacheReference reference) {
    assertThat(store.pin(List.of(reference))).containsExactly(reference);
  }

  private static Set<CacheReference> all(int count) {
    return IntStream.range(0, count)
        .mapToObj(SharedPinsTest::reference)
        .collect(Collectors.toSet());
  }
}
