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
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pins outlive the process, and damage is never "no pins". */
class JsonPinStoreTest {
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
    Object before = fileKey();
    assertThat(store().pin(List.of(A))).isEmpty();
    assertThat(fileKey()).isEqualTo(before);
    // Looked at each time: a file written twice may have the key of the first again.
    assertThat(store().unpin(List.of(B))).isEmpty();
    assertThat(fileKey()).isEqualTo(before);
  }

  private Object fileKey() throws IOException {
    return Objects.requireNonNull(Files.readAttributes(file(), "*").get("fileKey"));
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
        "{\"pinned\": [\"mcp-sandbox-go:AAAAAAAAAAAA\"]}",
        "{\"pinned\": [\"mcp-sandbox-go:aaaaaaaaaaaa \"]}",
        "{\"pinned\": [\"localhost/mcp-sandbox-go:aaaaaaaaaaaa\"]}",
        "{\"pinned\": [\"aaaaaaaaaaaa\"]}",
        "{\"pinned\": [\"\"]}",
        "{\"pinned\": [null]}",
        "{\"pinned\": [[\"mcp-sandbox-go:aaaaaaaaaaaa\"]]}",
        "{\"pinned\": [\"mcp-sandbox-go:aaaaaaaaaaaa\",]}",
        "{\"pinned\": {\"mcp-sandbox-go:aaaaaaaaaaaa\": true}}",
        "{\"Pinned\": []}",
        "{\"note\": {\"pinned\": []}}",
        "{\"pinned\": [], \"note\": 1, \"note\": 2}",
        "{\"pinned\": [] // mine\n}",
        "{pinned: []}",
        "{\"pinned\": []",
        "{\"pinned\": []}x",
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
  void anEmptyListIsNoPinsAndOneImageTwiceIsOnePin() throws IOException {
    write("{\"pinned\": []}");
    assertThat(store().read()).isEqualTo(Pins.Known.NONE);
    write("{\"pinned\": [\"" + A + "\", \"" + A + "\"]}");
    assertThat(store().read()).isEqualTo(new Pins.Known(Set.of(A)));
  }

  @Test
  void aByteOrderMarkDoesNoHarm() throws IOException {
    write("\ufeff{\"pinned\": [\"" + A + "\"]}");
    assertThat(store().read()).isEqualTo(new Pins.Known(Set.of(A)));
  }

  @Test
  void theLastPinCanBeTakenAway() throws IOException {
    store().pin(List.of(A));
    assertThat(store().unpin(List.of(A))).containsExactly(A);
    assertThat(store().read()).isEqualTo(Pins.Known.NONE);
    assertThat(file()).hasContent("{\n  \"pinned\" : [ ]\n}\n");
  }

  @Test
  void whatIsPinnedTwiceAtOnceChangesOnce() {
    assertThat(store().pin(List.of(A, B, A))).containsExactly(A, B);
    assertThat(store().unpin(List.of(B, B))).containsExactly(B);
  }

  /** Another process may have written it a moment ago. */
  @Test
  void everyCallReadsTheFileAnew() throws IOException {
    JsonPinStore store = store();
    store.pin(List.of(A));
    write("{\"pinned\": [\"" + B + "\"]}");
    assertThat(store.read()).isEqualTo(new Pins.Known(Set.of(B)));
    assertThat(store.pin(List.of(A, B))).containsExactly(A);
    assertThat(store.read()).isEqualTo(new Pins.Known(Set.of(A, B)));
  }

  @Test
  void aTroubleNamesTheFileAndTheSystemsWords() throws IOException {
    write("{");
    PinTrouble damaged = ((Pins.Unreadable) store().read()).trouble();
    assertThat(damaged.place()).isEqualTo(file().toAbsolutePath().toString());
    assertThat(JsonPinStore.trouble(file(), new IOException("No space left on device")))
        .isEqualTo(new PinTrouble(Kind.FAILED, file().toString(), "No space left on device"));
  }

  @Test
  void whereNothingCanBeWrittenThatIsSaidAndNothingChanges() throws IOException {
    Path blocked = Files.createFile(directory.resolve("config"));
    assertThatExceptionOfType(PinsException.class)
        .isThrownBy(() -> store().pin(List.of(A)))
        .extracting(e -> e.trouble().kind())
        .isEqualTo(Kind.FAILED);
    assertThat(blocked).isEmptyFile();
  }

  @Test
  void whatIsWrongIsSaidInWordsWithItsLine() throws IOException {
    assertThat(detail("{\n  \"pinned\": [")).isEqualTo("line 2: the file ends too early");
    assertThat(detail("{}")).isEqualTo("line 1: there is no list \"pinned\"");
    assertThat(detail("{\"pinned\": []}\n{}")).isEqualTo("line 2: more follows after the end");
    assertThat(detail("{\"pinned\": 1}")).isEqualTo("line 1: unexpected VALUE_NUMBER_INT");
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
  void whatPeopleAddBesideThePinsIsKept() throws IOException {
    write("{\"note\": {\"by\": [\"ada\", 1.10]}, \"pinned\": [\"" + A + "\"]}");
    store().pin(List.of(B));
    assertThat(Files.readString(file())).contains("\"note\"", "\"ada\", 1.10", B.toString());
    store().unpin(List.of(A, B));
    assertThat(Files.readString(file())).contains("\"note\"").doesNotContain(A.toString());
  }

  @Test
  void aLinkStaysAndWhatItLeadsToIsChanged() throws IOException {
    Path target = Files.createDirectories(directory.resolve("dotfiles")).resolve("pins.json");
    Files.writeString(target, "{\"pinned\": []}");
    Files.createDirectories(file().getParent());
    Files.createSymbolicLink(file(), Path.of("../dotfiles/pins.json"));
    store().pin(List.of(A));
    assertThat(file()).isSymbolicLink();
    assertThat(target).content().contains(A.toString());
  }

  @Test
  void aDirectoryLinkedToNowhereIsNotTakenForNoPins() throws IOException {
    Files.createSymbolicLink(file().getParent(), directory.resolve("gone"));
    assertThat(troubleOfReading()).isEqualTo(Kind.FAILED);
  }

  @Test
  void aLinkThatLeadsNowhereIsNotTakenForNoPins() throws IOException {
    Files.createDirectories(file().getParent());
    Files.createSymbolicLink(file(), directory.resolve("gone"));
    assertThat(troubleOfReading()).isEqualTo(Kind.FAILED);
  }
}
