package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.adapter.files.JsonTransferNotes;
import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.registry.TransferNotes;
import io.github.sandboxcache.domain.registry.TransferNotes.Pulled;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verbs say from which registry an image came, as long as it is that very image. */
class OriginTest {
  private final SampleAccess access = new SampleAccess();
  private TransferNotes notes;

  @BeforeEach
  void start(@TempDir Path directory) {
    notes = new JsonTransferNotes(directory.resolve("transfers.json"));
    access.with(notes);
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.of(access, arguments);
  }

  private JsonNode first() {
    return StreamSupport.stream(run("ls", "--sample", "--json").document().spliterator(), false)
        .findFirst()
        .orElseThrow();
  }

  private void noteAs(String imageId) {
    notes.pulled(
        new Pulled(
            access.sampleEngine().description().endpoint(),
            imageId,
            RemoteReference.parse(
                    "registry.example.com/team/" + first().get("reference").textValue())
                .orElseThrow(),
            "sha256:0123",
            SampleAccess.NOW));
  }

  @Test
  void whatCameFromARegistrySaysSo() {
    noteAs(first().get("imageId").textValue());
    String reference = first().get("reference").textValue();

    JsonNode listed = first().get("pulled");
    assertThat(listed.get("registry").textValue()).isEqualTo("registry.example.com/team");
    assertThat(listed.get("digest").textValue()).isEqualTo("sha256:0123");
    assertThat(listed.get("at").textValue()).isNotEmpty();
    assertThat(run("inspect", reference, "--sample", "--json").document().get("pulled"))
        .isEqualTo(listed);
    assertThat(run("inspect", reference, "--sample").out())
        .containsPattern("Pulled from registry.example.com/team on .*, digest sha256:0123");
  }

  @Test
  void anotherImageOfTheSameNameSaysNothing() {
    noteAs("sha256:another");
    String reference = first().get("reference").textValue();

    assertThat(first().get("pulled").isNull()).isTrue();
    assertThat(run("inspect", reference, "--sample").out()).doesNotContain("Pulled from");
  }
}
