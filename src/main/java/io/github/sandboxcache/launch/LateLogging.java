package io.github.sandboxcache.launch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.LocationAwareLogger;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;
import org.tinylog.slf4j.TinylogSlf4jServiceProvider;

/**
 * Brings up the logging backend with the first line that is logged, which most verbs never do: it
 * looks for its parts in every jar, which takes as long as to list a thousand images. Thread-safe.
 */
public final class LateLogging implements SLF4JServiceProvider {
  private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter context = new NOPMDCAdapter();

  @Override
  public void initialize() {
    // That is what comes late.
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return name -> loggers.computeIfAbsent(name, LateLogger::new);
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return context;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99";
  }

  /** The one backend of the process. */
  private static final class Backend {
    static final TinylogSlf4jServiceProvider PROVIDER = started();

    private static TinylogSlf4jServiceProvider started() {
      TinylogSlf4jServiceProvider provider = new TinylogSlf4jServiceProvider();
      provider.initialize();
      return provider;
    }
  }

  /** Knows by itself what is never logged, see {@link LogSetup}; the backend decides the rest. */
  private static final class LateLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    LateLogger(String name) {
      this.name = name;
    }

    @Override
    public boolean isTraceEnabled() {
      return false;
    }

    @Override
    public boolean isDebugEnabled() {
      return false;
    }

    @Override
    public boolean isInfoEnabled() {
      return true;
    }

    @Override
    public boolean isWarnEnabled() {
      return true;
    }

    @Override
    public boolean isErrorEnabled() {
      return true;
    }

    @Override
    protected String getFullyQualifiedCallerName() {
      return AbstractLogger.class.getName();
    }

    @Override
    protected void handleNormalizedLoggingCall(
        Level level,
        @Nullable Marker marker,
        String message,
        @Nullable Object @Nullable [] arguments,
        @Nullable Throwable thrown) {
      Logger backend = Backend.PROVIDER.getLoggerFactory().getLogger(name);
      if (backend instanceof LocationAwareLogger aware) {
        aware.log(marker, getFullyQualifiedCallerName(), level.toInt(), message, arguments, thrown);
      }
    }
  }
}
