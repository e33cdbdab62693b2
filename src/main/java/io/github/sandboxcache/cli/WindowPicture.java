package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.service.CacheService;
import java.util.List;

/**
 * A picture of the window that is asked for.
 *
 * @param subject what the window shows
 * @param width of the window, in its own pixels
 * @param height of the window, in its own pixels
 * @param scale pixels of the picture for each of the window's, from 1
 * @param dark whether it is dark in any case; otherwise the settings decide
 */
public record WindowPicture(Subject subject, int width, int height, int scale, boolean dark) {
  /** What the window shows. */
  public sealed interface Subject {
    /**
     * The images of an engine.
     *
     * @param cache stays open until the picture is there
     * @param listed its images, measured
     */
    record Images(CacheService cache, Catalog listed) implements Subject {}

    /**
     * That there is no engine.
     *
     * @param attempts what was tried
     */
    record NoEngine(List<EngineAttempt> attempts) implements Subject {}
  }

  /** It cannot be taken; the message is the reason, in the words of whoever failed. */
  public static final class NotTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For that reason. */
    public NotTakenException(String reason, Throwable cause) {
      super(reason, cause);
    }
  }
}
