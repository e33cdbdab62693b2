package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation.Ending;
import io.github.sandboxcache.domain.history.OperationJournal;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.removal.RemovalJournal;
import io.github.sandboxcache.domain.usage.FactRecorder;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An operation that has begun, and what becomes of its images. Thread-safe. What was done was done,
 * also when it cannot be taken down; then that is logged once.
 *
 * @param <I> what the operation is about
 */
final class RunningOperation<I> implements RemovalJournal<I> {
  private static final Logger LOG = LoggerFactory.getLogger(RunningOperation.class);

  private final OperationJournal journal;
  private final FactRecorder recorder;
  private final OptionalLong id;
  private final Subject<I> subject;
  private final Map<String, Integer> positions = new HashMap<>();
  private final AtomicBoolean failureTold = new AtomicBoolean();

  /**
   * What an operation is about.
   *
   * @param images in the order in which they were written ahead
   * @param key tells one image from another
   * @param removal the fact that one was removed, where it is one
   */
  record Subject<I>(
      List<I> images, Function<I, String> key, Function<I, Optional<UsageFact>> removal) {}

  /**
   * An operation.
   *
   * @param id empty when it could not be written ahead
   */
  RunningOperation(
      OperationJournal journal, FactRecorder recorder, OptionalLong id, Subject<I> subject) {
    this.journal = journal;
    this.recorder = recorder;
    this.id = id;
    this.subject = subject;
    for (I image : subject.images()) {
      positions.put(subject.key().apply(image), positions.size());
    }
  }

  @Override
  public void asking(I image) {
    write(operation -> journal.asking(operation, position(image)));
  }

  @Override
  public void removed(I image) {
    List<UsageFact> facts = subject.removal().apply(image).stream().toList();
    if (id.isEmpty()) {
      attempt(() -> recorder.record(facts));
      return;
    }
    write(operation -> journal.settle(operation, position(image), new ImageState.Done(), facts));
  }

  @Override
  public void kept(I image, KeepReason reason) {
    settle(image, new ImageState.Kept(reason));
  }

  @Override
  public void failed(I image, String words) {
    settle(image, new ImageState.Failed(Optional.of(words)));
  }

  @Override
  public void unknown(I image, String words) {
    settle(image, new ImageState.Unknown(Optional.of(words)));
  }

  /** So many bytes were moved for the image; it is done. */
  void moved(I image, long bytes) {
    write(operation -> journal.moved(operation, position(image), bytes));
    settle(image, new ImageState.Done());
  }

  /** That became of the image. */
  void settle(I image, ImageState state) {
    write(operation -> journal.settle(operation, position(image), state, List.of()));
  }

  /** It has ended. */
  void end(Ending ending) {
    write(operation -> journal.end(operation, ending));
  }

  /** It turned out to have nothing to do. */
  void discard() {
    write(journal::discard);
  }

  private int position(I image) {
    return positions.getOrDefault(subject.key().apply(image), -1);
  }

  private interface Write {
    void of(long operation);
  }

  private void write(Write write) {
    if (id.isPresent()) {
      attempt(() -> write.of(id.getAsLong()));
    }
  }

  private void attempt(Runnable write) {
    try {
      write.run();
    } catch (UsageLedgerException e) {
      if (failureTold.compareAndSet(false, true)) {
        LOG.warn("what an operation does is not noted: {}", e.getMessage(), e);
      }
    }
  }
}
