package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.cache.TextList;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One connection with its prepared statements, kept for the next time. Not thread-safe. */
final class Sql implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Sql(Connection connection) {
    this.connection = connection;
  }

  /** Reads one row of a result. */
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /** Runs a statement without parameters. */
  void run(String statement) throws SQLException {
    try (Statement once = connection.createStatement()) {
      once.execute(statement);
    }
  }

  /** Ends a transaction that failed; SQLite may have done so by itself, as on a full disk. */
  void rollBack(Exception cause) {
    try {
      run("ROLLBACK");
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** Runs a script of statements. */
  void runScript(String script) throws SQLException {
    try (Statement once = connection.createStatement()) {
      once.executeUpdate(script);
    }
  }

  /** Changes rows; says how many. */
  int update(String statement, @Nullable Object... parameters) throws SQLException {
    return bound(statement, parameters).executeUpdate();
  }

  /** Reads rows one by one. */
  void query(String statement, RowReader reader, @Nullable Object... parameters)
      throws SQLException {
    try (ResultSet rows = bound(statement, parameters).executeQuery()) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }

  /** The first column of the first row; empty when there is none or it is null. */
  OptionalLong number(String statement, @Nullable Object... parameters) throws SQLException {
    try (ResultSet rows = bound(statement, parameters).executeQuery()) {
      return rows.next() ? optionalLong(rows, 1) : OptionalLong.empty();
    }
  }

  /** A number that may be null. */
  static OptionalLong optionalLong(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** The other way round: a number, or null. */
  static @Nullable Long nullable(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  /** A text that may be null. */
  static Optional<String> optionalText(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  /** A number of milliseconds that may be null. */
  static Optional<Duration> optionalDuration(ResultSet row, int column) throws SQLException {
    OptionalLong ms = optionalLong(row, column);
    return ms.isPresent() ? Optional.of(Duration.ofMillis(ms.getAsLong())) : Optional.empty();
  }

  /** A time in milliseconds that may be null. */
  static Optional<Instant> optionalTime(ResultSet row, int column) throws SQLException {
    return optionalDuration(row, column).map(Instant.EPOCH::plus);
  }

  /** A list of texts that may be null. */
  static Optional<List<String>> optionalTexts(ResultSet row, int column) throws SQLException {
    Optional<String> json = optionalText(row, column);
    Optional<List<String>> texts = json.flatMap(TextList::parse);
    if (json.isPresent() && texts.isEmpty()) {
      throw new SQLException("the packages of an image are not legible");
    }
    return texts;
  }

  private PreparedStatement bound(String statement, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement ready = prepared.get(statement);
    if (ready == null) {
      ready = connection.prepareStatement(statement);
      prepared.put(statement, ready);
    }
    for (int i = 0; i < parameters.length; i++) {
      ready.setObject(i + 1, parameters[i]);
    }
    return ready;
  }

  @Override
  public void close() throws SQLException {
    prepared.clear();
    connection.close();
  }
}
