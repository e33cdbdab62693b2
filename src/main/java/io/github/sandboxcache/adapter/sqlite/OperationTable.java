package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.PackagesFrom;
import io.github.sandboxcache.domain.cache.TextList;
import io.github.sandboxcache.domain.history.ImageRecipe;
import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.history.OperationImage;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.OperationPlan;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.history.PlannedImage;
import io.github.sandboxcache.domain.history.ProcessIdentity;
import io.github.sandboxcache.domain.history.RemovedImage;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was done to the cache. */
final class OperationTable {
  private static final String PLANNED = "planned";
  private static final String ASKED = "asked";
  private static final String DONE = "done";
  private static final String KEPT = "kept";
  private static final String FAILED = "failed";
  private static final String UNKNOWN = "unknown";

  private static final String REMOVING = kinds(OperationKind::removes);
  private static final String MAKING = kinds(OperationKind::makes);

  private static final String OPERATION =
      "SELECT id, kind, origin, engine, pid, process_started, begun, rule, announced, ended,"
          + " interrupted, freed, measured, failure, registry FROM operation ";

  private static final String IMAGE =
      "SELECT name, image_id, packages, bytes, state, reason" + " FROM operation_image ";

  private static final String REMOVED =
      "SELECT i.name, i.image_id, i.packages, i.asked_from, i.recipe, i.bytes, o.id, o.begun,"
          + " EXISTS (SELECT 1 FROM operation_image l JOIN operation m ON m.id = l.operation"
          + " WHERE l.name = i.name AND l.operation > o.id AND l.state = 'done'"
          + " AND coalesce(m.identity, m.engine) = coalesce(o.identity, o.engine)"
          + " AND m.kind IN "
          + MAKING
          + ") FROM operation o JOIN operation_image i ON i.operation = o.id WHERE o.kind IN "
          + REMOVING
          + " AND i.state = 'done' AND i.recipe IS NOT NULL AND ";

  private OperationTable() {}

  private static String kinds(Predicate<OperationKind> which) {
    return Stream.of(OperationKind.values())
        .filter(which)
        .map(kind -> "'" + kind.name() + "'")
        .collect(Collectors.joining(", ", "(", ")"));
  }

  static long begin(Sql sql, OperationPlan plan, List<PlannedImage> images) throws SQLException {
    int _ =
        sql.update(
            "INSERT INTO operation (kind, origin, engine, pid, process_started, begun, rule,"
                + " announced, registry) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            plan.kind().name(),
            plan.origin().name(),
            plan.engine(),
            plan.process().pid(),
            plan.process().started().map(Instant::toEpochMilli).orElse(null),
            plan.begun().toEpochMilli(),
            plan.rule().map(StoredRule::write).orElse(null),
            Sql.nullable(plan.announcedBytes()),
            plan.registry().map(RegistryAddress::toString).orElse(null));
    long id = sql.number("SELECT last_insert_rowid()").orElseThrow();
    for (int i = 0; i < images.size(); i++) {
      add(sql, id, i, images.get(i));
    }
    return id;
  }

  /** Whether any operation is known by that address alone. */
  static boolean isKnown(Sql sql, String address) throws SQLException {
    return sql.number("SELECT 1 FROM operation WHERE coalesce(identity, engine) = ?", address)
        .isPresent();
  }

  /** What is known by that address alone is that engine's. */
  static void takeOver(Sql sql, String address, String engine) throws SQLException {
    int _ =
        sql.update(
            "UPDATE operation SET identity = ? WHERE coalesce(identity, engine) = ?",
            engine,
            address);
  }

  private static void add(Sql sql, long operation, int position, PlannedImage planned)
      throws SQLException {
    switch (planned) {
      case PlannedImage.ToRemove(ImageRecipe recipe, OptionalLong bytes) ->
          add(
              sql,
              operation,
              position,
              recipe.reference().toString(),
              recipe.imageId(),
              recipe.asked().map(asked -> TextList.write(asked.names())).orElse(null),
              recipe.asked().map(asked -> asked.from().name()).orElse(null),
              StoredRecipe.write(recipe),
              Sql.nullable(bytes),
              PLANNED);
      case PlannedImage.ToMake(CacheReference reference, List<String> packages) ->
          add(
              sql,
              operation,
              position,
              reference.toString(),
              null,
              TextList.write(packages),
              null,
              null,
              null,
              PLANNED);
      case PlannedImage.ToMove(CacheReference reference, Optional<List<String>> packages) ->
          add(
              sql,
              operation,
              position,
              reference.toString(),
              null,
              packages.map(TextList::write).orElse(null),
              null,
              null,
              null,
              PLANNED);
      case PlannedImage.Nameless(String imageId, OptionalLong bytes) ->
          add(
              sql,
              operation,
              position,
              imageId,
              imageId,
              null,
              null,
              null,
              Sql.nullable(bytes),
              PLANNED);
    }
  }

  private static void add(Sql sql, @Nullable Object... values) throws SQLException {
    int _ =
        sql.update("INSERT INTO operation_image VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)", values);
  }

  static void asking(Sql sql, long operation, int image) throws SQLException {
    int _ =
        sql.update(
            "UPDATE operation_image SET state = ? WHERE operation = ? AND position = ?",
            ASKED,
            operation,
            image);
  }

  /** Whether the image was not settled before. */
  static boolean settle(Sql sql, long operation, int image, ImageState state) throws SQLException {
    return sql.update(
            "UPDATE operation_image SET state = ?, reason = ?"
                + " WHERE operation = ? AND position = ? AND state IN (?, ?, ?)",
            word(state),
            reason(state),
            operation,
            image,
            PLANNED,
            ASKED,
            UNKNOWN)
        > 0;
  }

  static void moved(Sql sql, long operation, int image, long bytes) throws SQLException {
    int _ =
        sql.update(
            "UPDATE operation_image SET bytes = ? WHERE operation = ? AND position = ?",
            bytes,
            operation,
            image);
  }

  static void end(Sql sql, long operation, Operation.Ending ending) throws SQLException {
    int _ =
        sql.update(
            "UPDATE operation SET ended = ?, interrupted = ?, freed = ?, measured = ?, failure = ?"
                + " WHERE id = ?",
            ending.time().toEpochMilli(),
            ending.interrupted() ? 1 : 0,
            Sql.nullable(ending.freedBytes()),
            Sql.nullable(ending.measuredBytes()),
            ending.failure().orElse(null),
            operation);
  }

  static void discard(Sql sql, long operation) throws SQLException {
    int _ = sql.update("DELETE FROM operation_image WHERE operation = ?", operation);
    int _ = sql.update("DELETE FROM operation WHERE id = ?", operation);
  }

  /** Forgets what ended and began before then, in ms; says whether there was anything. */
  static boolean forgetBefore(Sql sql, long time, int atOnce) throws SQLException {
    List<Long> old = new ArrayList<>();
    sql.query(
        "SELECT id FROM operation WHERE begun < ? AND ended IS NOT NULL LIMIT ?",
        row -> old.add(row.getLong(1)),
        time,
        atOnce);
    for (long id : old) {
      discard(sql, id);
    }
    return !old.isEmpty();
  }

  static List<Operation> newest(Sql sql, Optional<String> engine, int limit) throws SQLException {
    return engine.isEmpty()
        ? operations(sql, "ORDER BY id DESC LIMIT ?", limit)
        : operations(
            sql,
            "WHERE coalesce(identity, engine) = ? ORDER BY id DESC LIMIT ?",
            engine.get(),
            limit);
  }

  static Optional<Operation> one(Sql sql, long id) throws SQLException {
    return operations(sql, "WHERE id = ?", id).stream().findFirst();
  }

  static List<Operation> unsettled(Sql sql, String engine) throws SQLException {
    return operations(
        sql,
        "WHERE coalesce(identity, engine) = ? AND (ended IS NULL OR id IN"
            + " (SELECT operation FROM operation_image WHERE state IN ('asked', 'unknown')))"
            + " ORDER BY id",
        engine);
  }

  private static List<Operation> operations(Sql sql, String which, @Nullable Object... parameters)
      throws SQLException {
    List<Operation> without = new ArrayList<>();
    sql.query(OPERATION + which, row -> without.add(operation(row)), parameters);
    List<Operation> operations = new ArrayList<>();
    for (Operation each : without) {
      List<OperationImage> images = new ArrayList<>();
      sql.query(
          IMAGE + "WHERE operation = ? ORDER BY position",
          row -> images.add(image(row)),
          each.id());
      operations.add(new Operation(each.id(), each.plan(), each.ending(), images));
    }
    return operations;
  }

  static List<RemovedImage> removed(Sql sql, String engine, int limit) throws SQLException {
    return removed(
        sql,
        "coalesce(o.identity, o.engine) = ? ORDER BY o.id DESC, i.position LIMIT ?",
        engine,
        limit);
  }

  static List<RemovedImage> removedBy(Sql sql, long operation) throws SQLException {
    return removed(sql, "o.id = ? ORDER BY i.position", operation);
  }

  private static List<RemovedImage> removed(Sql sql, String which, Object... parameters)
      throws SQLException {
    List<RemovedImage> removed = new ArrayList<>();
    sql.query(REMOVED + which, row -> removed.add(removed(row)), parameters);
    return removed;
  }

  private static RemovedImage removed(ResultSet row) throws SQLException {
    Optional<List<String>> packages = Sql.optionalTexts(row, 3);
    Optional<PackagesFrom> from = Sql.optionalText(row, 4).map(PackagesFrom::valueOf);
    return new RemovedImage(
        row.getLong(7),
        StoredRecipe.read(
            row.getString(5),
            row.getString(1),
            row.getString(2),
            packages.flatMap(names -> from.map(how -> new AskedPackages(names, how)))),
        Instant.ofEpochMilli(row.getLong(8)),
        Sql.optionalLong(row, 6),
        row.getBoolean(9));
  }

  private static Operation operation(ResultSet row) throws SQLException {
    Optional<String> rule = Sql.optionalText(row, 8);
    OperationPlan plan =
        new OperationPlan(
            OperationKind.valueOf(row.getString(2)),
            Origin.valueOf(row.getString(3)),
            row.getString(4),
            new ProcessIdentity(row.getLong(5), Sql.optionalTime(row, 6)),
            Instant.ofEpochMilli(row.getLong(7)),
            rule.isPresent() ? Optional.of(StoredRule.read(rule.get())) : Optional.empty(),
            Sql.optionalLong(row, 9),
            Sql.optionalText(row, 15).flatMap(RegistryAddress::parse));
    Optional<Instant> ended = Sql.optionalTime(row, 10);
    boolean interrupted = row.getInt(11) > 0;
    OptionalLong freed = Sql.optionalLong(row, 12);
    OptionalLong measured = Sql.optionalLong(row, 13);
    Optional<String> failure = Sql.optionalText(row, 14);
    return new Operation(
        row.getLong(1),
        plan,
        ended.map(time -> new Operation.Ending(time, interrupted, freed, measured, failure)),
        List.of());
  }

  private static OperationImage image(ResultSet row) throws SQLException {
    return new OperationImage(
        row.getString(1),
        Sql.optionalText(row, 2),
        Sql.optionalTexts(row, 3),
        Sql.optionalLong(row, 4),
        state(row.getString(5), Sql.optionalText(row, 6)));
  }

  private static String word(ImageState state) {
    return switch (state) {
      case ImageState.Planned() -> PLANNED;
      case ImageState.Asked() -> ASKED;
      case ImageState.Done() -> DONE;
      case ImageState.Kept _ -> KEPT;
      case ImageState.Failed _ -> FAILED;
      case ImageState.Unknown _ -> UNKNOWN;
    };
  }

  private static @Nullable String reason(ImageState state) {
    return switch (state) {
      case ImageState.Kept kept -> StoredReason.write(kept.reason());
      case ImageState.Failed(Optional<String> words) -> words.orElse(null);
      case ImageState.Unknown(Optional<String> words) -> words.orElse(null);
      case ImageState.Planned(), ImageState.Asked(), ImageState.Done() -> null;
    };
  }

  private static ImageState state(String word, Optional<String> reason) throws SQLException {
    return switch (word) {
      case PLANNED -> new ImageState.Planned();
      case ASKED -> new ImageState.Asked();
      case DONE -> new ImageState.Done();
      case KEPT -> new ImageState.Kept(StoredReason.read(reason.orElse("")));
      case FAILED -> new ImageState.Failed(reason);
      case UNKNOWN -> new ImageState.Unknown(reason);
      default -> throw new SQLException("an image of an operation is not " + word);
    };
  }
}
