package io.github.sandboxcache.text;

import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.history.Operation.Ending;
import io.github.sandboxcache.domain.history.OperationImage;
import io.github.sandboxcache.domain.history.OperationKind;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.removal.KeepReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** What was done to the cache, in words. Foreign words in them are made harmless. */
public final class HistoryText {
  private HistoryText() {}

  /** What was done: {@code Pruned 6 images}, {@code Removed bevy 0.14.2}. */
  public static String title(Operation operation) {
    int done = operation.done();
    int all = operation.images().size();
    String images =
        all == 1
            ? label(operation.images().getFirst())
            : done == 0 || done == all
                ? Texts.text("history.images", all)
                : Texts.text("history.some", done, all);
    OperationKind kind = operation.plan().kind();
    String registry = operation.plan().registry().map(RegistryAddress::toString).orElse("");
    return done == 0
        ? Texts.text("history.not." + kind, images, registry)
        : Texts.text("history.done." + kind, images, registry);
  }

  /** An image: by the packages that it was asked to have, else by its name. */
  public static String label(OperationImage image) {
    return image
        .packages()
        .filter(names -> !names.isEmpty())
        .map(PackageLabel::line)
        .orElseGet(() -> PlainText.line(image.name()));
  }

  /** From where it was started. */
  public static String origin(Origin origin) {
    return Texts.text("history.origin." + origin);
  }

  /** What did not go as planned, or that it is under way; empty where all went as planned. */
  public static String outcome(Operation operation) {
    List<String> parts = new ArrayList<>();
    boolean interrupted = operation.interrupted();
    if (operation.ending().isEmpty() && !interrupted) {
      parts.add(Texts.text("history.outcome.running"));
    } else if (interrupted) {
      parts.add(Texts.text("history.outcome.interrupted"));
    }
    boolean moves = operation.plan().kind().moves();
    add(
        moves ? "history.outcome.not-moved" : "history.outcome.kept",
        ImageState.Kept.class::isInstance,
        operation,
        parts);
    add("history.outcome.failed", ImageState.Failed.class::isInstance, operation, parts);
    if (operation.ending().isPresent() || interrupted) {
      add("history.outcome.not-done", ImageState.Planned.class::isInstance, operation, parts);
      add("history.outcome.unknown", ImageState::isOpen, operation, parts);
    }
    operation.ending().flatMap(Ending::failure).map(PlainText::line).ifPresent(parts::add);
    return String.join(", ", parts);
  }

  private static void add(
      String key, Predicate<ImageState> which, Operation operation, List<String> parts) {
    long count = operation.images().stream().map(OperationImage::state).filter(which).count();
    if (count > 0) {
      parts.add(Texts.text(key, count));
    }
  }

  /** What was freed, as the engine counted, else as its layers tell; empty where nothing does. */
  public static Optional<String> freed(Operation operation) {
    return operation
        .ending()
        .map(ending -> first(ending.measuredBytes(), ending.freedBytes()))
        .filter(OptionalLong::isPresent)
        .map(bytes -> DecimalSize.of(Math.max(0, bytes.getAsLong())).toString());
  }

  private static OptionalLong first(OptionalLong one, OptionalLong other) {
    return one.isPresent() ? one : other;
  }

  /** Whether the engine counted what was announced, in words; empty where nothing tells. */
  public static Optional<String> difference(Operation operation) {
    return operation
        .ending()
        .map(Ending::unexplainedBytes)
        .filter(OptionalLong::isPresent)
        .map(OptionalLong::getAsLong)
        .map(
            bytes ->
                bytes == 0
                    ? Texts.text("history.as-announced")
                    : Texts.text(
                        bytes > 0 ? "history.more" : "history.less",
                        DecimalSize.of(Math.abs(bytes))));
  }

  /** What became of an image, or why nothing did. */
  public static String state(OperationImage image, Operation operation) {
    return switch (image.state()) {
      case ImageState.Done() -> Texts.text("history.state." + operation.plan().kind());
      case ImageState.Kept(KeepReason reason) -> ReasonText.full(reason);
      case ImageState.Failed(Optional<String> words) ->
          words.map(PlainText::line).orElseGet(() -> Texts.text("history.state.failed"));
      case ImageState.Unknown(Optional<String> words) ->
          words.map(PlainText::line).orElseGet(() -> Texts.text("reason.no-answer-yet"));
      case ImageState.Asked() -> Texts.text("reason.no-answer-yet");
      case ImageState.Planned() ->
          operation.interrupted()
              ? Texts.text("history.state.interrupted")
              : operation.ending().isPresent()
                  ? Texts.text("history.state.not-done")
                  : Texts.text("history.state.planned");
    };
  }

  /** That an operation was interrupted, and how far it was, as a sentence. */
  public static String interrupted(Operation operation) {
    int all = operation.images().size();
    int done = operation.done();
    OperationKind kind = operation.plan().kind();
    return Texts.text(
        kind.removes() ? "history.interrupted.removal" : "history.interrupted",
        Texts.text("history.noun." + kind),
        done,
        all,
        all - done);
  }
}
