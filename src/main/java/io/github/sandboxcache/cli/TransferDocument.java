package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.TransferOutcome;
import io.github.sandboxcache.domain.registry.TransferReport;
import io.github.sandboxcache.text.TransferText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code push} and {@code pull}.
 *
 * @param registry which registry
 * @param moved what was sent or came
 * @param present what need not be moved
 * @param failed what could not be moved
 * @param cancelled what was not begun
 * @param movedBytes what the engine sent, unpacked, or loaded, packed
 */
record TransferDocument(
    String registry,
    List<Moved> moved,
    List<Present> present,
    List<Failed> failed,
    List<String> cancelled,
    long movedBytes) {
  /**
   * What was sent or came.
   *
   * @param imageId the engine's id of what came; null for what was sent
   * @param digest of what is in the registry
   * @param key whether the packages of what came have its key: {@code proven}, {@code unproven} or
   *     {@code contradicted}; null for what was sent
   */
  record Moved(
      String reference,
      @Nullable String imageId,
      String digest,
      long bytes,
      @Nullable String key) {}

  /**
   * What need not be moved.
   *
   * @param same whether the registry has this very image; null for a pull
   */
  record Present(String reference, @Nullable Boolean same) {}

  /** What could not be moved, why as a fixed word, and for people. */
  record Failed(String reference, String reason, String explanation) {}

  /** A name that means no single image, and why. */
  record NotMeant(String name, String reason) {
    Failed failed() {
      return new Failed(name, "no-image", reason);
    }
  }

  static TransferDocument of(TransferReport report, List<NotMeant> notMeant) {
    List<Moved> moved = new ArrayList<>();
    List<Present> present = new ArrayList<>();
    List<Failed> failed = new ArrayList<>(notMeant.stream().map(NotMeant::failed).toList());
    for (TransferReport.Transfer each : report.done()) {
      String name = each.image().toString();
      switch (each.outcome()) {
        case TransferOutcome.Pushed(String digest, long bytes) ->
            moved.add(new Moved(name, null, digest, bytes, null));
        case TransferOutcome.Pulled(String id, String digest, long bytes, var verdict) ->
            moved.add(new Moved(name, id, digest, bytes, verdict.name().toLowerCase(Locale.ROOT)));
        case TransferOutcome.AlreadyThere(boolean same) -> present.add(new Present(name, same));
        case TransferOutcome.AlreadyHere() -> present.add(new Present(name, null));
        case TransferOutcome.Failed(var problem) ->
            failed.add(new Failed(name, TransferText.word(problem), TransferText.of(problem)));
      }
    }
    return new TransferDocument(
        report.registry().toString(),
        moved,
        present,
        failed,
        report.left().stream().map(CacheReference::toString).toList(),
        report.movedBytes());
  }

  /** When it was interrupted before anything was done. */
  static TransferDocument nothing(RegistryAddress registry) {
    return new TransferDocument(registry.toString(), List.of(), List.of(), List.of(), List.of(), 0);
  }

  boolean isComplete() {
    return failed.isEmpty() && cancelled.isEmpty();
  }
}
