package io.github.sandboxcache.adapter.files;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.SettingsException;
import io.github.sandboxcache.domain.settings.SettingsStore;
import io.github.sandboxcache.domain.settings.SettingsTrouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Settings in one JSON file that people may edit; replaced as a whole, by one process at a time.
 */
public final class JsonSettingsStore implements SettingsStore {
  private final UserFile file;
  private final List<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();
  private volatile SettingsReader.Result read;

  /** Reads the file, which need not be there. */
  public JsonSettingsStore(Path file) {
    this.file = new UserFile(file.toAbsolutePath());
    this.read = SettingsReader.read(this.file);
  }

  @Override
  public Settings current() {
    return read.settings();
  }

  @Override
  public List<SettingsTrouble> troubles() {
    return read.troubles();
  }

  @Override
  public synchronized void save(Settings settings) {
    try {
      Files.createDirectories(file.path().getParent());
      try (FileChannel _ = new FileLocks(file.beside(".lock"), JsonPinStore.MAX_WAIT).acquire()) {
        write(settings);
      }
    } catch (IOException e) {
      throw new SettingsException(file.path(), e);
    }
    read = SettingsReader.read(file);
    listeners.forEach(listener -> listener.accept(current()));
  }

  private void write(Settings settings) throws IOException {
    Optional<byte[]> written = file.read();
    ObjectNode before = SettingsJson.of(current());
    ObjectNode values;
    if (written.isEmpty()) {
      values = SettingsJson.nothing();
      before = SettingsJson.nothing();
    } else if (SettingsReader.read(file).troubles().isEmpty()) {
      values = SettingsJson.parse(written.get()).values();
    } else {
      file.keepCopy();
      values = legible(written.get());
    }
    SettingsJson.change(values, before, SettingsJson.of(settings));
    file.replace(SettingsJson.write(values));
  }

  /** What protects images and facts and is not legible stays so until somebody sets it. */
  private static ObjectNode legible(byte[] written) throws IOException {
    try {
      return SettingsJson.parse(written).values();
    } catch (JacksonException | CharacterCodingException _) {
      return SettingsJson.unknown();
    }
  }

  @Override
  public void onChange(Consumer<Settings> listener) {
    listeners.add(listener);
  }
}
