package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.cache.TextList;
import io.github.sandboxcache.domain.contents.ContentsStore;
import io.github.sandboxcache.domain.contents.KnownContents;
import io.github.sandboxcache.domain.layers.ImageLayers;
import io.github.sandboxcache.domain.layers.LayerStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The layers of images, and what is inside them, in a database of their own among the caches: they
 * can be read again, so a file that cannot be used is deleted, and the ledger has nothing to do
 * with it. Thread-safe.
 */
public final class LayerDatabase implements LayerStore, ContentsStore {
  private static final Logger LOG = LoggerFactory.getLogger(LayerDatabase.class);
  private static final String SCHEMA =
      """
      CREATE TABLE IF NOT EXISTS image_layers (
        engine TEXT NOT NULL,
        image TEXT NOT NULL,
        diff_ids TEXT NOT NULL,
        history TEXT NOT NULL,
        unpacked_bytes INTEGER,
        content_bytes INTEGER,
        PRIMARY KEY (engine, image)
      ) WITHOUT ROWID
      """;

  /** How many texts of the history's list make one step: bytes, command, seconds since 1970. */
  private static final int STEP_TEXTS = 3;

  private final Path file;

  /** In that file, which is made when something is kept for the first time. */
  public LayerDatabase(Path file) {
    this.file = file;
  }

  @Override
  public synchronized Map<String, ImageLayers> load(String engine) {
    Map<String, ImageLayers> found = new HashMap<>();
    if (Files.exists(file)) {
      attempt(
          sql ->
              sql.query(
                  "SELECT image, diff_ids, history, unpacked_bytes, content_bytes FROM image_layers"
                      + " WHERE engine = ?",
                  row -> read(row).ifPresent(layers -> found.put(layers.imageId(), layers)),
                  engine));
    }
    return found;
  }

  @Override
  public synchronized void save(String engine, Collection<ImageLayers> layers) {
    if (!layers.isEmpty()) {
      attempt(
          sql -> {
            sql.run("BEGIN IMMEDIATE");
            for (ImageLayers image : layers) {
              int _ =
                  sql.update(
                      "INSERT OR REPLACE INTO image_layers VALUES (?, ?, ?, ?, ?, ?)",
                      engine,
                      image.imageId(),
                      TextList.write(image.diffIds()),
                      TextList.write(texts(image.history())),
                      orNull(image.unpackedBytes()),
                      orNull(image.contentBytes()));
            }
            sql.run("COMMIT");
          });
    }
  }

  @Override
  public synchronized void keepOnly(String engine, Set<String> imageIds) {
    if (Files.exists(file)) {
      attempt(
          sql -> {
            List<String> gone = new ArrayList<>();
            sql.query(
                "SELECT image FROM image_layers WHERE engine = ?1"
                    + " UNION SELECT image FROM image_contents WHERE engine = ?1",
                row -> gone.add(row.getString(1)),
                engine);
            gone.removeAll(imageIds);
            sql.run("BEGIN IMMEDIATE");
            for (String image : gone) {
              int _ =
                  sql.update(
                      "DELETE FROM image_layers WHERE engine = ? AND image = ?", engine, image);
              int _ =
                  sql.update(
                      "DELETE FROM image_contents WHERE engine = ? AND image = ?", engine, image);
            }
            sql.run("COMMIT");
          });
    }
  }

  @Override
  public synchronized Map<String, KnownContents> loadContents(String engine) {
    Map<String, KnownContents> found = new HashMap<>();
    if (Files.exists(file)) {
      attempt(sql -> found.putAll(ContentsTable.load(sql, engine)));
    }
    return found;
  }

  @Override
  public synchronized void saveContents(String engine, String imageId, KnownContents contents) {
    attempt(sql -> ContentsTable.save(sql, engine, imageId, contents));
  }

  private static Optional<ImageLayers> read(ResultSet row) throws SQLException {
    String image = row.getString(1);
    Optional<List<String>> diffIds = Sql.optionalTexts(row, 2);
    Optional<List<ImageLayers.Step>> history =
        Sql.optionalTexts(row, 3).flatMap(LayerDatabase::steps);
    OptionalLong unpacked = Sql.optionalLong(row, 4);
    OptionalLong content = Sql.optionalLong(row, 5);
    return diffIds.flatMap(
        ids -> history.map(steps -> new ImageLayers(image, ids, steps, unpacked, content)));
  }

  private static @Nullable Long orNull(OptionalLong bytes) {
    return bytes.isPresent() ? bytes.getAsLong() : null;
  }

  private static List<String> texts(List<ImageLayers.Step> history) {
    List<String> texts = new ArrayList<>();
    for (ImageLayers.Step step : history) {
      texts.add(Long.toString(step.bytes()));
      texts.add(step.createdBy());
      texts.add(step.createdAt().map(time -> Long.toString(time.getEpochSecond())).orElse(""));
    }
    return texts;
  }

  /** Empty when it is not what was written. */
  private static Optional<List<ImageLayers.Step>> steps(List<String> texts) {
    List<ImageLayers.Step> steps = new ArrayList<>();
    try {
      for (int i = 0; i + STEP_TEXTS <= texts.size(); i += STEP_TEXTS) {
        String time = texts.get(i + 2);
        steps.add(
            new ImageLayers.Step(
                Long.parseLong(texts.get(i)),
                texts.get(i + 1),
                time.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochSecond(Long.parseLong(time)))));
      }
    } catch (NumberFormatException | DateTimeException _) {
      return Optional.empty();
    }
    return Optional.of(steps);
  }

  private interface Work {
    void with(Sql sql) throws SQLException;
  }

  private void attempt(Work work) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (Sql sql = LedgerConnection.open(file)) {
        sql.run(SCHEMA);
        sql.run(ContentsTable.SCHEMA);
        work.with(sql);
      }
    } catch (SQLException | IOException | RuntimeException e) {
      LOG.warn("The layers of images cannot be kept in {}", file, e);
      deleteIfDamaged(e);
    }
  }

  private void deleteIfDamaged(Exception cause) {
    if (LedgerFailure.isDamage(cause)) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        LOG.warn("{} is damaged and cannot be deleted", file, e);
      }
    }
  }
}
