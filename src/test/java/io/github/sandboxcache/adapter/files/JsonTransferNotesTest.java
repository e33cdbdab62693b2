package io.github.sandboxcache.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.registry.TransferNotes;
import io.github.sandboxcache.domain.registry.TransferNotes.Passing;
import io.github.sandboxcache.domain.registry.TransferNotes.Pulled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names on their way outlive the process, and nothing but such names is ever read. */
class JsonTransferNotesTest {
  private static final RemoteReference REFERENCE =
      RemoteReference.parse("127.0.0.1:5000/team/mcp-sandbox-go:0123456789ab").orElseThrow();
  private static final Passing NAME = new Passing("unix:///engine.sock", REFERENCE, Instant.EPOCH);

  @TempDir Path directory;

  private Path file() {
    return directory.resolve("data").resolve("transfers.json");
  }

  private TransferNotes notes() {
    return new JsonTransferNotes(file());
  }

  private void write(String content) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), content);
  }

  @Test
  void aNameIsKnownToTheNextProcessUntilItIsTakenAway() {
    assertThat(notes().begin(NAME)).isTrue();
    assertThat(notes().begin(NAME)).isTrue();
    assertThat(notes().underway()).containsExactly(NAME);

    notes().end(NAME);
    assertThat(notes().underway()).isEmpty();
  }

  @Test
  void whereImagesCameFromIsKeptTheLatestFirst() {
    Pulled first = new Pulled("e", "sha256:1", REFERENCE, "sha256:d", Instant.EPOCH);
    Pulled second =
        new Pulled("e", "sha256:2", REFERENCE, "sha256:d", Instant.EPOCH.plusSeconds(1));
    notes().pulled(first);
    notes().pulled(second);
    assertThat(notes().begin(NAME)).isTrue();

    assertThat(notes().allPulled()).containsExactly(second, first);
    assertThat(notes().underway()).containsExactly(NAME);
  }

  @Test
  void whatCameWasSeenThereUntilItIsGone() {
    TransferNotes other = notes();
    assertThat(other.allSeen()).isEmpty();
    notes().pulled(new Pulled("e", "sha256:1", REFERENCE, "sha256:d", Instant.EPOCH));
    assertThat(other.allSeen()).containsExactly(Map.entry(REFERENCE, Instant.EPOCH));

    Instant later = Instant.EPOCH.plusSeconds(60);
    notes().seen(REFERENCE, later);
    assertThat(other.allSeen()).containsExactly(Map.entry(REFERENCE, later));

    notes().gone(REFERENCE);
    assertThat(other.allSeen()).isEmpty();
    assertThat(other.allPulled()).as("it came from there nevertheless").hasSize(1);
  }

  @Test
  void aNameThatCannotBeNotedIsNotGiven() throws IOException {
    Files.writeString(directory.resolve("data"), "a file in place of the directory");

    assertThat(notes().begin(NAME)).isFalse();
  }

  @Test
  void namesOfOtherKindsAreNeverTakenFromAnImage() throws IOException {
    write(
        """
        {"underway": [
          {"engine": "e", "name": "mcp-sandbox-go:0123456789ab"},
          {"engine": "e", "name": "registry.example.com/team/app:1"},
          {"engine": "e"},
          {"engine": "unix:///engine.sock", "name": "%s"}],
         "pulled": [{"name": "%s", "at": "yesterday"}], "later": 1}
        """
            .formatted(REFERENCE, REFERENCE));

    assertThat(notes().underway()).containsExactly(NAME);
    assertThat(notes().allPulled()).isEmpty();
  }

  @Test
  void damageIsKeptBesideAndCostsNothing() throws IOException {
    write("{\"underway\": [");

    assertThat(notes().underway()).isEmpty();
    assertThat(notes().begin(NAME)).isTrue();
    assertThat(notes().underway()).containsExactly(NAME);
    assertThat(file().resolveSibling("transfers.json.bak-1")).hasContent("{\"underway\": [");
  }
}
