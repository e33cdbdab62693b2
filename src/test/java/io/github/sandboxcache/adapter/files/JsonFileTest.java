package io.github.sandboxcache.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.core.JsonParser;
import io.github.sandboxcache.adapter.files.JsonFile.DamagedException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of the app is read strictly and replaced as a whole, wherever a link leads. */
class JsonFileTest {
  @TempDir Path directory;

  record Note(String text, List<String> tags) {}

  private Path path() {
    return directory.resolve("note.json");
  }

  private JsonFile<Note> file() {
    return JsonFile.of(path(), Note.class);
  }

  private static Note note(String text) {
    return new Note(text, List.of("a", "b"));
  }

  @Test
  void whatIsSavedComesBack() throws IOException {
    assertThat(file().load()).isEmpty();
    file().save(note("first"));
    file().save(note("second"));
    assertThat(file().load()).contains(note("second"));
  }

  @Test
  void whatALaterVersionAddsIsPassedOver() throws IOException {
    Files.writeString(path(), "{\"text\": \"x\", \"tags\": [], \"colour\": {\"red\": 1}}");
    assertThat(file().load()).contains(new Note("x", List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{\"text\": \"x\"",
        "{\"text\": \"x\"} {}",
        "{\"text\": \"x\", \"text\": \"y\"}",
        "{\"text\": \"x\", \"other\": {\"a\": 1, \"a\": 2}}",
        "{\"text\": [1]}"
      })
  void whatIsNotStrictlyJsonIsDamage(String content) throws IOException {
    Files.writeString(path(), content);
    assertThatExceptionOfType(DamagedException.class)
        .isThrownBy(() -> file().load())
        .withMessageStartingWith("line 1: ");
  }

  @Test
  void aFileWithoutEndIsNotReadToItsEnd() throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(path().toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }
    assertThatExceptionOfType(DamagedException.class)
        .isThrownBy(() -> file().load())
        .withMessage("it is larger than 64 MB");
  }

  @Test
  void ofWhatWasNotLegibleACopyIsKept() throws IOException {
    Files.writeString(path(), "{ mine");
    JsonFile<Note> file = file();
    assertThatIOException().isThrownBy(file::load);
    file.save(note("x"));
    file.save(note("y"));
    try (Stream<Path> all = Files.list(directory)) {
      assertThat(all.map(there -> there.getFileName().toString()))
          .containsExactlyInAnyOrder("note.json", "note.json.lock", "note.json.bak-1");
    }
    assertThat(directory.resolve("note.json.bak-1")).hasContent("{ mine");
  }

  @Test
  void permissionsAndLinksStay() throws IOException {
    Path target = Files.createDirectories(directory.resolve("elsewhere")).resolve("mine.json");
    Files.writeString(target, "{}");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
    Files.createSymbolicLink(path(), Path.of("elsewhere/mine.json"));

    file().save(note("x"));

    assertThat(path()).isSymbolicLink();
    assertThat(target).content().contains("\"x\"");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void whileAnotherOneHasTheLockNothingIsWritten() throws IOException {
    file().save(note("theirs"));
    Path lock = directory.resolve("note.json.lock");
    JsonFile<Note> impatient = new JsonFile<>(path(), new Refusing(), Duration.ZERO);
    try (FileChannel held = FileChannel.open(lock, StandardOpenOption.WRITE);
        var _ = held.lock()) {
      assertThatExceptionOfType(FileLocks.HeldByOthersException.class)
          .isThrownBy(() -> impatient.save(note("ours")));
    }
    assertThat(file().load()).contains(note("theirs"));
  }

  private record Refusing() implements JsonFile.Format<Note> {
    @Override
    public Note parse(JsonParser parser) {
      throw new AssertionError("nothing is read");
    }

    @Override
    public String text(Note value) {
      throw new AssertionError("nothing is written");
    }
  }
}
