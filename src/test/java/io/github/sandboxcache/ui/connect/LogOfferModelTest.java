package io.github.sandboxcache.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.usage.ImportedFile;
import io.github.sandboxcache.domain.usage.LogImport;
import io.github.sandboxcache.ui.app.FakeSettings;
import io.github.sandboxcache.ui.base.SettingsModel;
import io.github.sandboxcache.ui.base.TestThreads;
import io.github.sandboxcache.ui.connect.LogOfferModel.Content;
import io.github.sandboxcache.ui.connect.LogOfferModel.State;
import io.github.sandboxcache.ui.connect.LogOfferModel.Step;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

/** What happens to files that are dropped: first it is said what is in them, then it is asked. */
class LogOfferModelTest {
  private static final Path LOG = Path.of("server.log");
  private static final Path EMPTY = Path.of("empty.log");
  private static final Path FOLDER = Path.of("folder");

  private final FakeSettings settings = new FakeSettings(Settings.DEFAULT);
  private final List<Path> imported = new ArrayList<>();
  private boolean readable = true;

  private LogOfferModel offer(Path... files) {
    return new LogOfferModel(
        List.of(files),
        new SettingsModel(settings, TestThreads.direct()),
        FoundLogs.of(),
        new Imports(),
        TestThreads.direct());
  }

  private static State state(LogOfferModel model) {
    return model.stateProperty().get();
  }

  @Test
  void itSaysWhatIsInEachFileAndKeepsNothing() {
    LogOfferModel model = offer(LOG, EMPTY, FOLDER, LOG);
    assertThat(state(model).contents())
        .extracting(Content::file)
        .containsExactly(LOG, EMPTY, FOLDER);
    assertThat(state(model).events()).isEqualTo(7);
    assertThat(state(model).contents().getLast().problem()).contains("it is a directory");
    assertThat(imported).isEmpty();
    assertThat(settings.current()).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void followingTakesWhatCanBeRead() {
    LogOfferModel model = offer(LOG, FOLDER, EMPTY);
    model.follow();
    assertThat(state(model).step()).isEqualTo(Step.FOLLOWED);
    assertThat(settings.current().usage().followedLogs())
        .containsExactly("~/server.log", "~/empty.log");
    assertThat(imported).as("who follows reads what is there").isEmpty();
  }

  @Test
  void importingReadsOnceWhatHasEvents() {
    LogOfferModel model = offer(LOG, EMPTY);
    model.importOnce();
    assertThat(imported).containsExactly(LOG);
    assertThat(state(model)).returns(Step.IMPORTED, State::step).returns(5L, State::news);
    assertThat(settings.current()).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void withoutEventsThereIsNothingToImportAndWithoutAFileNothingAtAll() {
    assertThat(state(offer(EMPTY))).matches(State::mayFollow).matches(now -> !now.mayImport());
    LogOfferModel folder = offer(FOLDER);
    assertThat(state(folder)).matches(now -> !now.mayFollow() && !now.mayImport());
    folder.follow();
    folder.importOnce();
    assertThat(state(folder).step()).isEqualTo(Step.OFFERED);
  }

  @Test
  void whatIsFollowedIsNotOfferedAgain() {
    offer(LOG).follow();
    assertThat(state(offer(LOG)).mayFollow()).isFalse();
  }

  @Test
  void aPackedLogIsReadAndNotFollowed() {
    Path packed = Path.of("server.log.gz");
    LogOfferModel alone = offer(packed);
    assertThat(state(alone)).matches(State::onlyPacked).matches(now -> !now.mayFollow());
    alone.follow();
    assertThat(settings.current()).isEqualTo(Settings.DEFAULT);
    alone.importOnce();
    assertThat(imported).containsExactly(packed);

    LogOfferModel beside = offer(packed, LOG);
    assertThat(state(beside)).matches(now -> !now.onlyPacked());
    beside.follow();
    assertThat(settings.current().usage().followedLogs()).containsExactly("~/server.log");
  }

  @Test
  void whatFailsIsSaidInWords() {
    LogOfferModel model = offer(LOG);
    readable = false;
    model.importOnce();
    assertThat(state(model))
        .returns(Step.FAILED, State::step)
        .returns("permission denied", State::failure);
  }

  private final class Imports implements LogImport {
    @Override
    public ImportedFile read(Path file, LongConsumer progress) throws IOException {
      if (!readable) {
        throw new AccessDeniedException(file.toString());
      }
      imported.add(file);
      return new ImportedFile(file.toString(), 9, 5, 2, Map.of());
    }

    @Override
    public ImportedFile read(InputStream in, String name, LongConsumer progress) {
      throw new AssertionError("no stream was dropped");
    }
  }
}
