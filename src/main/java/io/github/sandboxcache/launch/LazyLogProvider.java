package io.github.sandboxcache.launch;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.LocationAwareLogger;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;
import org.tinylog.slf4j.TinylogSlf4jServiceProvider;

/**
 * Wakes the logging backend up when the first line is to be written. Most verbs write none, and the
 * backend would open every jar to look for its parts. Thread-safe.
 */
public final class LazyLogProvider implements SLF4JServiceProvider {
  /** The same as that of the backend's own provider. */
  private static final String API_VERSION = "2.0.99";

  private static final String ENGINE_LIBRARY = "com.github.dockerjava";

  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter contexts = new NOPMDCAdapter();
  private final ILoggerFactory loggers = name -> logger(name, this::backend);
  private @Nullable ILoggerFactory backend;

  /** What is wanted of a logger: the engine library tells every failure twice. */
  static Level threshold(String loggerName) {
    return loggerName.startsWith(ENGINE_LIBRARY) ? Level.ERROR : Level.INFO;
  }

  private static Logger logger(String name, Supplier<ILoggerFactory> backend) {
    return new LazyLogger(
        name, threshold(name), () -> (LocationAwareLogger) backend.get().getLogger(name));
  }

  private synchronized ILoggerFactory backend() {
    @Nullable ILoggerFactory awake = backend;
    if (awake == null) {
      SLF4JServiceProvider provider = new TinylogSlf4jServiceProvider();
      provider.initialize();
      awake = provider.getLoggerFactory();
      backend = awake;
    }
    return awake;
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return loggers;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return contexts;
  }

  @Override
  public String getRequestedApiVersion() {
    return API_VERSION;
  }

  @Override
  public void initialize() {
    // Nothing to do before the first line.
  }
}
