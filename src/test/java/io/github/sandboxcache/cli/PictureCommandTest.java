package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.cli.WindowPicture.NotTakenException;
import io.github.sandboxcache.cli.WindowPicture.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards {@code picture}: what is asked of the window, and that the file is whole or not there. */
class PictureCommandTest {
  private final SampleAccess access = new SampleAccess();

  @TempDir private Path folder;

  private String file() {
    return folder.resolve("window.png").toString();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void theFileIsThePicture() throws IOException {
    CommandLineRun run = CommandLineRun.of(access, "picture", file(), "--sample");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains(file() + " (1280 × 820)");
    assertThat(files()).singleElement().satisfies(this::isPicture);
  }

  private void isPicture(Path file) {
    assertThat(file).hasBinaryContent(SampleAccess.PICTURE);
  }

  @Test
  void optionsSayHowItLooks() {
    CommandLineRun.of(
        access, "picture", file(), "--sample", "--dark", "--size", "960x620", "--scale", "2");

    assertThat(access.pictures())
        .singleElement()
        .extracting(
            WindowPicture::dark, WindowPicture::width, WindowPicture::height, WindowPicture::scale)
        .containsExactly(true, 960, 620, 2);
  }

  @Test
  void documentSaysWhereItIsAndHowLarge() {
    CommandLineRun run =
        CommandLineRun.of(access, "picture", file(), "--sample", "--scale", "2", "--json");

    assertThat(run.document())
        .hasToString(
            "{\"file\":\"%s\",\"width\":2560,\"height\":1640,\"bytes\":3}"
                .formatted(file().replace("\\", "\\\\")));
  }

  @Test
  void withoutEngineThePageThatSaysSoIsThePicture() throws IOException {
    CommandLineRun run = CommandLineRun.of(access, "picture", file());

    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("No container engine answers");
    assertThat(access.pictures())
        .singleElement()
        .extracting(WindowPicture::subject)
        .isInstanceOfSatisfying(
            Subject.NoEngine.class, none -> assertThat(none.attempts()).hasSize(2));
    assertThat(files()).hasSize(1);
  }

  @Test
  void whatTheEngineHasIsMeasured() {
    CommandLineRun.of(access, "picture", file(), "--engine", SampleAccess.URI);

    assertThat(access.pictures())
        .singleElement()
        .extracting(WindowPicture::subject)
        .isInstanceOfSatisfying(
            Subject.Images.class,
            images -> assertThat(images.listed().onDisk(images.listed().cached())).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1280", "959x620", "960x619", "3841x820", "1280x", "12 80x820"})
  void sizesThatNoWindowHasAreRefused(String size) {
    CommandLineRun run = CommandLineRun.of(access, "picture", file(), "--sample", "--size", size);

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).contains(size, "960x620");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "5", "-1"})
  void scalesThatMakeNoPictureAreRefused(String scale) {
    CommandLineRun run =
        CommandLineRun.of(access, "picture", file(), "--sample", "--scale=" + scale);

    assertThat(run.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).contains("--scale", scale);
  }

  @Test
  void whatCannotBeWrittenIsSaidBeforeAPictureIsTaken() {
    CommandLineRun intoNothing =
        CommandLineRun.of(
            access, "picture", folder.resolve("none").resolve("x.png").toString(), "--sample");
    CommandLineRun overFolder = CommandLineRun.of(access, "picture", folder.toString(), "--sample");

    assertThat(intoNothing.code()).isEqualTo(ExitCode.FAILED);
    assertThat(intoNothing.err()).contains("none", "No such file or directory");
    assertThat(overFolder.code()).isEqualTo(ExitCode.FAILED);
    assertThat(overFolder.err()).contains(folder.toString());
    assertThat(access.pictures()).isEmpty();
  }

  @Test
  void whyNoneWasTakenIsSaidAndWhatWasThereStays() throws IOException {
    Path before = Files.writeString(Path.of(file()), "before");
    access.withPicturesFailingWith(
        new NotTakenException("libpango is missing", new LinkageError()));

    CommandLineRun run = CommandLineRun.of(access, "picture", file(), "--sample");

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("libpango is missing");
    assertThat(before).hasContent("before");
    assertThat(files()).hasSize(1);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a permission there")
  void aLinkStaysOneAndLeadsToThePicture() throws IOException {
    Path target = Files.writeString(folder.resolve("target.png"), "before");
    Files.createSymbolicLink(Path.of(file()), target);

    CommandLineRun.of(access, "picture", file(), "--sample");

    assertThat(Path.of(file())).isSymbolicLink();
    isPicture(target);
  }
}
