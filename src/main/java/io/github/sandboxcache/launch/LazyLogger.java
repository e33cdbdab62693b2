package io.github.sandboxcache.launch;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.spi.LocationAwareLogger;

/** Knows what is wanted without asking the backend, and passes it on. Thread-safe. */
final class LazyLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1L;

  /** The lines of code that log are those that call this class. */
  private static final String CALLED = AbstractLogger.class.getName();

  private final Level threshold;
  private final transient Supplier<LocationAwareLogger> backend;

  /**
   * A logger.
   *
   * @param threshold the least level that is wanted
   * @param backend finds the logger that writes
   */
  LazyLogger(String name, Level threshold, Supplier<LocationAwareLogger> backend) {
    this.name = name;
    this.threshold = threshold;
    this.backend = backend;
  }

  @Override
  protected String getFullyQualifiedCallerName() {
    return CALLED;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String message,
      Object @Nullable [] arguments,
      @Nullable Throwable problem) {
    backend.get().log(marker, CALLED, level.toInt(), message, arguments, problem);
  }

  private boolean wanted(Level level) {
    return level.toInt() >= threshold.toInt();
  }

  @Override
  public boolean isTraceEnabled() {
    return wanted(Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return wanted(Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return wanted(Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return wanted(Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return wanted(Level.ERROR);
  }
}
