package io.github.sandboxcache.testing;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Ends properties that hang, as JUnit's own timeout ends tests: it interrupts them. Found by jqwik
 * itself, so that it holds for every property.
 */
public final class PropertyTimeout implements AroundPropertyHook {
  private static final Duration MAX_TIME = Duration.ofMinutes(10);

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) throws InterruptedException {
    if (isDebugged()) {
      return property.execute();
    }
    AtomicBoolean late = new AtomicBoolean();
    Thread runs = Thread.currentThread();
    Thread watch = Thread.ofVirtual().start(() -> interruptLater(runs, late));
    PropertyExecutionResult result = property.execute();
    watch.interrupt();
    watch.join();
    return late.get() ? result.mapToFailed(failure(result)) : result;
  }

  private static Throwable failure(PropertyExecutionResult result) {
    AssertionError late =
        new AssertionError("interrupted after " + MAX_TIME.toMinutes() + " minutes");
    result.throwable().ifPresent(late::addSuppressed);
    return late;
  }

  private static void interruptLater(Thread runs, AtomicBoolean late) {
    try {
      Thread.sleep(MAX_TIME);
      late.set(true);
      runs.interrupt();
    } catch (InterruptedException _) {
      // The property has ended in time.
    }
  }

  private static boolean isDebugged() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .anyMatch(argument -> argument.startsWith("-agentlib:jdwp"));
  }
}
