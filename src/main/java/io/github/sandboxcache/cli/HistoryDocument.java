package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation;
import io.github.sandboxcache.domain.history.Operation.Ending;
import io.github.sandboxcache.domain.history.OperationImage;
import io.github.sandboxcache.domain.history.OperationPlan;
import io.github.sandboxcache.domain.history.OperationWord;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.ReasonWord;
import io.github.sandboxcache.text.HistoryText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One item of the document of {@code history}.
 *
 * @param id greater than that of every operation before it
 * @param kind what it does, as a fixed word
 * @param origin from where it was started, as a fixed word
 * @param engine the engine's endpoint
 * @param pid the process that did it
 * @param startedAt when it began
 * @param endedAt when it ended, or was found to have been interrupted; null while it is under way
 * @param state {@code running}, {@code interrupted} or {@code ended}
 * @param announcedBytes what it was said to free; null where that was not known to the byte
 * @param freedBytes what the removed images had alone; null as well
 * @param measuredBytes by how much the engine's own count dropped; null where it did not say
 * @param failure why it came to nothing, in foreign words; null where it did not fail as a whole
 * @param images what became of each image
 * @param registry to or from which registry images were moved; null for anything else
 */
record HistoryDocument(
    long id,
    String kind,
    String origin,
    String engine,
    long pid,
    String startedAt,
    @Nullable String endedAt,
    String state,
    @Nullable Long announcedBytes,
    @Nullable Long freedBytes,
    @Nullable Long measuredBytes,
    @Nullable String failure,
    List<Image> images,
    @Nullable String registry) {
  /**
   * One image.
   *
   * @param name its reference, or the engine's id where it has none
   * @param imageId the engine's id; null where there was no image yet
   * @param packages as asked for; null where nobody knows
   * @param bytes what only it had, or what was moved for it; null where not known to the byte
   * @param state what became of it, as a fixed word
   * @param reason why it was kept, as a fixed word; null where it was not
   * @param explanation the same for people
   */
  record Image(
      String name,
      @Nullable String imageId,
      @Nullable List<String> packages,
      @Nullable Long bytes,
      String state,
      @Nullable String reason,
      String explanation) {}

  static HistoryDocument of(Operation operation) {
    OperationPlan plan = operation.plan();
    Optional<Ending> ending = operation.ending();
    return new HistoryDocument(
        operation.id(),
        OperationWord.of(plan.kind()),
        OperationWord.of(plan.origin()),
        plan.engine(),
        plan.process().pid(),
        Documents.time(plan.begun()),
        Documents.time(ending.map(Ending::time)),
        OperationWord.state(operation),
        Documents.number(plan.announcedBytes()),
        Documents.number(ending.map(Ending::freedBytes).orElseGet(OptionalLong::empty)),
        Documents.number(ending.map(Ending::measuredBytes).orElseGet(OptionalLong::empty)),
        ending.flatMap(Ending::failure).orElse(null),
        operation.images().stream().map(image -> image(image, operation)).toList(),
        plan.registry().map(RegistryAddress::toString).orElse(null));
  }

  private static Image image(OperationImage image, Operation operation) {
    return new Image(
        image.name(),
        image.imageId().orElse(null),
        image.packages().orElse(null),
        Documents.number(image.bytes()),
        OperationWord.state(image, operation),
        image.state() instanceof ImageState.Kept(KeepReason reason) ? ReasonWord.of(reason) : null,
        HistoryText.state(image, operation));
  }
}
