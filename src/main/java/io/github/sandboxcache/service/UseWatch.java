package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.engine.EngineEvent;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes uses of cached images down while the app runs, in a thread of its own. Thread-safe. */
public final class UseWatch implements EngineObserver {
  private static final Logger LOG = LoggerFactory.getLogger(UseWatch.class);

  private final ContainerUses uses;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("container-uses").factory());
  private final AtomicBoolean failureLogged = new AtomicBoolean();

  /** Nobody else may work with these uses from now on. */
  public UseWatch(ContainerUses uses) {
    this.uses = uses;
  }

  @Override
  public void onConnected() {
    execute(
        () -> {
          ContainerUses.Found found = uses.catchUp();
          LOG.info("{} uses of images had not been noted", found.uses());
          found.failure().ifPresent(e -> LOG.warn("the use of some container is not known", e));
        });
  }

  @Override
  public void onEvent(EngineEvent event) {
    if (event instanceof EngineEvent.ContainerBegan began) {
      execute(() -> uses.began(began));
    }
  }

  private void execute(Runnable work) {
    try {
      worker.execute(() -> attempt(work));
    } catch (RejectedExecutionException _) {
      // Closed: what happens from now on is found by the next start.
    }
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (EngineException | UsageLedgerException e) {
      if (failureLogged.compareAndSet(false, true)) {
        LOG.warn("a use of an image is not noted, nor may others be", e);
      }
    }
  }

  @Override
  public void close() {
    worker.shutdown();
  }
}
