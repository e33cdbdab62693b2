package io.github.sandboxcache.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sandboxcache.cache.CacheReference;
import io.github.sandboxcache.cache.Language;
import io.github.sandboxcache.pins.PinTrouble;
import io.github.sandboxcache.pins.PinTrouble.Kind;
import io.github.sandboxcache.pins.Pins;
import io.github.sandboxcache.pins.PinsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pins outlive the process, no process loses those of another, and damage is never "no pins". */
class JsonPinStoreTest {
  private static final CacheReference A = reference(0);
  private static final CacheReference B = reference(1);

  @TempDir Path directory;

  private Path file() {
    return directory.resolve("config").resolve("pins.json");
  }

  private JsonPinStore store() {
    return new JsonPinStore(file(), JsonPinStore.WAIT_AT_MOST);
  }

  private static CacheReference reference(int number) {
    return new CacheReference(Language.PYTHON, "%012x".formatted(number));
  }

  private Kind troubleOfReading() {
    assertThat(store().read()).isInstanceOf(Pins.Unreadable.class);
    return ((Pins.Unreadable) store().read()).trouble().kind();
  }

  private void write(String content) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), content);
  }

  @Test
  void withoutAFileNothingIsPinned() {
    assertThat(store().read()).isEqualTo(Pins.Known.NONE);
    assertThat(file()).doesNotExist();
  }

  @Test
  void pinsComeBackAfterARestart() {
    assertThat(store().pin(List.of(A, B))).containsExactly(A, B);
    assertThat(store().read()).isEqualTo(new Pins.Known(Set.of(A, B)));
  }

  @Test
  void unpinningTakesJustThatPinAway() {
    store().pin(List.of(A, B));
    assertThat(store().unpin(List.of(A))).containsExactly(A);
    assertThat(store().read()).isEqualTo(new Pins.Known(Set.of(B)));
  }

  @Test
  void whatWasSoAlreadyIsNotChanged() throws IOException {
    store().pin(List.of(A));
    Object before = Files.readAttributes(file(), "*").get("fileKey");
    assertThat(store().pin(List.of(A))).isEmpty();
    assertThat(store().unpin(List.of(B))).isEmpty();
    assertThat(Files.readAttributes(file(), "*").get("fileKey")).isEqualTo(before);
  }

  @Test
  void theFileIsWrittenAsItIsDocumented() throws IOException {
    store().pin(List.of(B, A));
    assertThat(Files.readString(file()))
        .isEqualToNormalizingNewlines(
            """
            {
              "pinned" : [ "mcp-sandbox-python:000000000000", "mcp-sandbox-python:000000000001" ]
            }
            """);
  }

  @Test
  void whatPeopleAddBesideThePinsDoesNoHarm() throws IOException {
    write("{\"note\": [\"mine\", {}], \"pinned\": [\"" + A + "\"]}");
    assertThat(store().read()).isEqualTo(new Pins.Known(Set.of(A)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "null",
        "{\"pinned\": null}",
        "{\"pinned\": \"mcp-sandbox-go:aaaaaaaaaaaa\"}",
        "{\"pinned\": [\"mcp-sandbox-go:aaaaaaaaaaaa\"",
        "{\"pinned\": [1]}",
        "{\"pinned\": [\"mcp-sandbox-go:base\"]}",
        "{\"pinned\": [\"ubuntu:22.04\"]}",
        "{\"pinned\": [], \"pinned\": []}",
        "{\"pinned\": []} {}"
      })
  void aDamagedFileIsNotTakenForNoPinsAndIsLeftAsItIs(String content) throws IOException {
    write(content);

    assertThat(troubleOfReading()).isEqualTo(Kind.DAMAGED);
    assertThatExceptionOfType(PinsException.class)
        .isThrownBy(() -> store().pin(List.of(A)))
        .extracting(e -> e.trouble().kind())
        .isEqualTo(Kind.DAMAGED);
    assertThatExceptionOfType(PinsException.class).isThrownBy(() -> store().unpin(List.of(A)));
    assertThat(file()).hasContent(content);
  }

  @Test
  void whatIsWrongIsSaidInWordsWithItsLine() throws IOException {
    assertThat(detail("{\n  \"pinned\": [")).isEqualTo("line 2: the file ends too early");
    assertThat(detail("{\n  \"pinned\": [\n\"x\"]}"))
        .isEqualTo("line 3: \"x\" names no cached image");
    assertThat(detail("[1}")).startsWith("line 1: ").doesNotContain("Source");
  }

  private String detail(String content) throws IOException {
    write(content);
    return ((Pins.Unreadable) store().read()).trouble().detail();
  }

  @Test
  void bytesThatAreNotTextAreDamage() throws IOException {
    write("");
    Files.write(file(), new byte[] {'{', (byte) 0xff, '}'});
    assertThat(troubleOfReading()).isEqualTo(Kind.DAMAGED);
  }

  /** Tests may run as root, who may read everything, so the system's answer is made up. */
  @Test
  void aFileThatMayNotBeReadIsToldApartFromDamage() {
    assertThat(JsonPinStore.trouble(file(), new AccessDeniedException(file().toString())).kind())
        .isEqualTo(Kind.NOT_ALLOWED);
  }

  @Test
  void aDirectoryInTheFilesPlaceIsNotTakenForNoPins() throws IOException {
    Files.createDirectories(file());
    assertThat(troubleOfReading()).isEqualTo(Kind.FAILED);
  }

  @Test
  void aLinkThatLeadsNowhereIsNotTakenForNoPins() throws IOException {
    Files.createDirectories(file().getParent());
    Files.createSymbolicLink(file(), directory.resolve("gone"));
    assertThat(troubleOfReading()).isEqualTo(Kind.FAILED);
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
        .mapToObj(JsonPinStoreTest::reference)
        .collect(Collectors.toSet());
  }
}
