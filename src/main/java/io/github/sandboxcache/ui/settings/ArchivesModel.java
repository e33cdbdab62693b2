package io.github.sandboxcache.ui.settings;

import io.github.sandboxcache.domain.archives.ArchiveException;
import io.github.sandboxcache.domain.archives.ArchiveTrouble;
import io.github.sandboxcache.domain.archives.ArchivedImage;
import io.github.sandboxcache.domain.archives.ImageArchives;
import io.github.sandboxcache.ui.base.UiThreads;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The archives of removed images in the settings dialog: how much there is. FX thread only. */
final class ArchivesModel {
  private final ImageArchives archives;
  private final UiThreads threads;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Reading());

  /** Begins to look at once. */
  ArchivesModel(ImageArchives archives, UiThreads threads) {
    this.archives = archives;
    this.threads = threads;
    update(() -> {});
  }

  /** What is known of them. */
  sealed interface State {
    /** It is being found out. */
    record Reading() implements State {}

    /** So many, with so many bytes on disk. */
    record There(int count, long bytes) implements State {}

    /** Nobody can say. */
    record Failed(ArchiveTrouble trouble) implements State {}
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Deletes all that are there, of all engines. */
  void deleteAll() {
    state.set(new State.Reading());
    update(() -> archives.list().forEach(archives::delete));
  }

  private void update(Runnable work) {
    threads.compute(() -> after(work), state::set);
  }

  private State after(Runnable work) {
    try {
      work.run();
      List<ArchivedImage> all = archives.list();
      return new State.There(all.size(), all.stream().mapToLong(ArchivedImage::bytes).sum());
    } catch (ArchiveException e) {
      return new State.Failed(e.trouble());
    }
  }
}
