package io.github.sandboxcache.domain.history;

import java.util.Locale;

/** What was done, and what became of it, as words that programs can rely on. */
public final class OperationWord {
  private OperationWord() {}

  /** What an operation does. */
  public static String of(OperationKind kind) {
    return word(kind);
  }

  /** From where it was started. */
  public static String of(Origin origin) {
    return word(origin);
  }

  /** Whether it is under way: {@code running}, {@code interrupted} or {@code ended}. */
  public static String state(Operation operation) {
    if (operation.interrupted()) {
      return "interrupted";
    }
    return operation.ending().isPresent() ? "ended" : "running";
  }

  /** What became of one of its images. */
  public static String state(OperationImage image, Operation operation) {
    return switch (image.state()) {
      case ImageState.Done _ -> "done";
      case ImageState.Kept _ -> "kept";
      case ImageState.Failed _ -> "failed";
      case ImageState.Unknown _ -> "unknown";
      case ImageState.Asked _ -> operation.interrupted() ? "unknown" : "asked";
      case ImageState.Planned _ ->
          operation.ending().isPresent() || operation.interrupted() ? "not-done" : "planned";
    };
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
