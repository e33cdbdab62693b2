package io.github.sandboxcache.adapter.sqlite;

import io.github.sandboxcache.domain.usage.FactKind;
import java.sql.SQLException;

/** The numbers by which kinds of facts stand in the database. They never change. */
final class KindCode {
  static final int HIT = 0;
  static final int MISS = 1;
  static final int INSTALLED = 2;
  static final int FAILED = 3;
  static final int USED = 4;
  static final int REMOVED = 5;
  static final int UNSAVED = 6;
  static final int COUNT = 7;

  private KindCode() {}

  static int of(FactKind kind) {
    return switch (kind) {
      case HIT -> HIT;
      case MISS -> MISS;
      case INSTALLED -> INSTALLED;
      case FAILED -> FAILED;
      case USED -> USED;
      case REMOVED -> REMOVED;
      case UNSAVED -> UNSAVED;
    };
  }

  static FactKind kind(int code) throws SQLException {
    return switch (code) {
      case HIT -> FactKind.HIT;
      case MISS -> FactKind.MISS;
      case INSTALLED -> FactKind.INSTALLED;
      case FAILED -> FactKind.FAILED;
      case USED -> FactKind.USED;
      case REMOVED -> FactKind.REMOVED;
      case UNSAVED -> FactKind.UNSAVED;
      default -> throw new SQLException("there is no kind of fact with the number " + code);
    };
  }
}
