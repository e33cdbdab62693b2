package io.github.sandboxcache.adapter.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.SettingsException;
import io.github.sandboxcache.domain.settings.SettingsStore;
import io.github.sandboxcache.domain.settings.SettingsTrouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Settings in one JSON file that people may edit; replaced as a whole, by one process at a time.
 */
public final class JsonSettingsStore implements SettingsStore {
  private final JsonFile<SettingsJson.Content> file;
  private final List<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();
  private volatile Optional<SettingsReader.Result> read = Optional.empty();

  /** In that file, which need not be there; read when it is first asked for. */
  public JsonSettingsStore(Path file) {
    this.file = new JsonFile<>(file, SettingsJson.FORMAT, JsonFile.MAX_WAIT);
  }

  /** Once it has been read, nobody waits here for somebody who saves. */
  private SettingsReader.Result read() {
    return read.orElseGet(this::readNow);
  }

  private synchronized SettingsReader.Result readNow() {
    SettingsReader.Result first = read.orElseGet(() -> SettingsReader.read(file));
    read = Optional.of(first);
    return first;
  }

  @Override
  public Settings current() {
    return read().settings();
  }

  @Override
  public List<SettingsTrouble> troubles() {
    return read().troubles();
  }

  @Override
  public synchronized void save(Settings settings) {
    try (FileChannel _ = file.lock()) {
      write(settings);
    } catch (IOException e) {
      throw new SettingsException(file.path(), e);
    }
    read = Optional.of(SettingsReader.read(file));
    listeners.forEach(listener -> listener.accept(current()));
  }

  private void write(Settings settings) throws IOException {
    ObjectNode values = SettingsJson.nothing();
    ObjectNode before = SettingsJson.nothing();
    try {
      Optional<SettingsJson.Content> written = file.load();
      if (written.isPresent()) {
        values = written.get().values();
        before = SettingsJson.of(current());
        if (!SettingsReader.read(file).troubles().isEmpty()) {
          file.keepCopy();
        }
      }
    } catch (JsonFile.DamagedException _) {
      // What protects images and facts and is not legible stays so until somebody sets it.
      values = SettingsJson.unknown();
      before = SettingsJson.of(current());
    }
    SettingsJson.change(values, before, SettingsJson.of(settings));
    file.replace(SettingsJson.Content.of(values));
  }

  @Override
  public void onChange(Consumer<Settings> listener) {
    listeners.add(listener);
  }
}
