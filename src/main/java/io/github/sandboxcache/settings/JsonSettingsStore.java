package io.github.sandboxcache.settings;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings in one JSON file that people may edit; replaced as a whole. */
public final class JsonSettingsStore implements SettingsStore {
  private static final Logger LOG = LoggerFactory.getLogger(JsonSettingsStore.class);
  private final Path file;
  private final List<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();
  private volatile Settings current;

  /** Reads the file; the defaults serve while it is absent or not legible. */
  public JsonSettingsStore(Path file) {
    this.file = file;
    this.current = load(file);
  }

  @Override
  public Settings current() {
    return current;
  }

  @Override
  public synchronized void save(Settings settings) {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Json.MAPPER.writeValue(next.toFile(), SettingsFile.of(settings));
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new SettingsException(file, e);
    }
    current = settings;
    listeners.forEach(listener -> listener.accept(settings));
  }

  @Override
  public void onChange(Consumer<Settings> listener) {
    listeners.add(listener);
  }

  private static Settings load(Path file) {
    if (!Files.exists(file)) {
      return Settings.DEFAULT;
    }
    try {
      return Json.MAPPER.readValue(file.toFile(), SettingsFile.class).toSettings();
    } catch (IOException | RuntimeException e) {
      LOG.error("The settings in {} are not legible; the defaults are used", file, e);
      return Settings.DEFAULT;
    }
  }

  /** Made when there is a file. */
  private static final class Json {
    static final ObjectMapper MAPPER =
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  }
}
