package io.github.sandboxcache.domain.engine;

/** The engine keeps the image because something needs it. */
public final class ImageInUseException extends EngineRefusedException {
  private static final long serialVersionUID = 1L;

  /** With the words of the engine. */
  public ImageInUseException(String message) {
    super(409, message);
  }
}
