package io.github.sandboxcache.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.archives.FileArchives;
import io.github.sandboxcache.domain.archives.ArchiveTrouble;
import io.github.sandboxcache.testing.KeptArchives;
import io.github.sandboxcache.ui.base.UiThreads;
import io.github.sandboxcache.ui.settings.ArchivesModel.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings tell what archives take on disk, or why nobody can say. */
class ArchivesModelTest {
  private static final UiThreads AT_ONCE = new UiThreads(Runnable::run, Runnable::run);

  @Test
  void thoseOfAllEnginesAreCountedAndDeleted() {
    KeptArchives archives =
        new KeptArchives().with("unix:///a", "x:1", 5).with("unix:///b", "x:1", 7);
    ArchivesModel model = new ArchivesModel(archives, AT_ONCE);
    assertThat(model.stateProperty().get()).isEqualTo(new State.There(2, 12));
    model.deleteAll();
    assertThat(model.stateProperty().get()).isEqualTo(new State.There(0, 0));
    assertThat(archives.list()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsTold(@TempDir Path directory) throws IOException {
    Path file = Files.createFile(directory.resolve("archives"));
    ArchivesModel model = new ArchivesModel(new FileArchives(file, Clock.systemUTC()), AT_ONCE);
    assertThat(model.stateProperty().get())
        .isInstanceOfSatisfying(
            State.Failed.class,
            failed -> assertThat(failed.trouble().kind()).isEqualTo(ArchiveTrouble.Kind.DISK));
  }
}
