package io.github.sandboxcache.domain.engine;

/** The engine has no image of that name. */
public final class ImageNotFoundException extends EngineRefusedException {
  private static final long serialVersionUID = 1L;

  /** With the words of the engine. */
  public ImageNotFoundException(String message) {
    super(404, message);
  }
}
