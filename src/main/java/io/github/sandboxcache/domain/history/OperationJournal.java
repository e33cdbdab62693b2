package io.github.sandboxcache.domain.history;

import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps every operation from before it begins, so that whatever ends its process in between, it can
 * be found out what was done and what was not. Once a method that writes returns, not even the
 * death of the process loses what it wrote. Thread-safe, and safe when several processes write.
 * Every method waits for the disk and throws a {@link UsageLedgerException} when the journal cannot
 * be used.
 */
public interface OperationJournal {
  /**
   * Writes an operation with all its images ahead, at once or not at all.
   *
   * @param images known to later calls by their position, from 0
   * @return the operation's id
   */
  long begin(OperationPlan plan, List<PlannedImage> images);

  /**
   * Says which engine it is that was reached at those addresses until now: the operations that are
   * known by one of them alone are known by its name from then on, all at once or none. Nothing is
   * written where there are none.
   *
   * @param addresses as they stand in plans, or were the engine's name before
   * @param engine the engine's name, see {@link
   *     io.github.sandboxcache.domain.engine.EngineIdentity}
   */
  void takeOver(Set<String> addresses, String engine);

  /** The engine is about to be asked for what is planned of that image. */
  void asking(long operation, int image);

  /**
   * Says what became of an image, and keeps what follows from it in the same transaction. An image
   * that is settled already stays as it is, without those facts.
   *
   * @param facts what is a fact by it
   * @return whether it was open or planned until now
   */
  boolean settle(long operation, int image, ImageState state, List<UsageFact> facts);

  /** So many bytes were moved for an image, which is not settled yet. */
  void moved(long operation, int image, long bytes);

  /** The operation has ended. An earlier end is forgotten. */
  void end(long operation, Operation.Ending ending);

  /** Forgets an operation that turned out to have nothing to do. */
  void discard(long operation);

  /**
   * The operations of all processes, newest first.
   *
   * @param engine the name of the engine that they are about; all when empty
   * @param limit how many at most
   */
  List<Operation> operations(Optional<String> engine, int limit);

  /** The operation of that id; empty when there is none, or it was forgotten. */
  Optional<Operation> operation(long id);

  /**
   * The operations on that engine that have not ended, or of which it is not known what became of
   * some image; oldest first.
   *
   * @param engine its name
   */
  List<Operation> unsettled(String engine);

  /**
   * The images that were removed from that engine by their names, newest first.
   *
   * @param engine its name
   * @param limit how many at most
   */
  List<RemovedImage> removed(String engine, int limit);

  /** The images that this operation removed by their names, in the order of the plan. */
  List<RemovedImage> removedBy(long operation);
}
