package io.github.sandboxcache.adapter.sandboxlog;

import io.github.sandboxcache.domain.usage.FactRecorder;
import io.github.sandboxcache.domain.usage.FactSource;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the lines of a sandbox server as it writes them, and writes their facts into the ledger.
 * Facts that cannot be written are tried again with the next lines, or with none; the newest
 * {@value #MAX_WAITING} are kept meanwhile. The same line in a followed log counts once. Not
 * thread-safe.
 */
public final class LiveLog implements Consumer<List<byte[]>> {
  /** How many facts wait for a ledger that cannot be written. */
  static final int MAX_WAITING = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(LiveLog.class);

  private final FactRecorder ledger;
  private final FactStream stream;
  private final Deque<UsageFact> waiting = new ArrayDeque<>();
  private boolean failing;

  /**
   * Facts go to that ledger.
   *
   * @param server names the server in the ledger; no arguments of it, they may hold secrets
   * @param clock no line is from long after its time
   */
  public LiveLog(FactRecorder ledger, String server, InstantSource clock) {
    this.ledger = ledger;
    this.stream = new FactStream(FactSource.log(server), new Repeats(), new PartialLines(), clock);
  }

  @Override
  public void accept(List<byte[]> lines) {
    lines.forEach(line -> stream.take(line, lengthWithoutEnd(line)));
    waiting.addAll(stream.drain());
    while (waiting.size() > MAX_WAITING) {
      waiting.removeFirst();
    }
    if (waiting.isEmpty()) {
      return;
    }
    try {
      int _ = ledger.record(List.copyOf(waiting));
      waiting.clear();
      failing = false;
    } catch (UsageLedgerException e) {
      if (!failing) {
        LOG.warn("hits and misses wait for the ledger", e);
      }
      failing = true;
    }
  }

  private static int lengthWithoutEnd(byte[] line) {
    int last = line.length - 1;
    return last >= 0 && line[last] == '\n' ? last : line.length;
  }
}
