package io.github.sandboxcache.text;

/**
 * Which versions run here.
 *
 * @param app the app's own, for example {@code 0.1.0}
 * @param toolkit JavaFX's that the app was built with; the command line does not load it
 */
public record Versions(String app, String toolkit) {
  /** What the app runs on, in one line: {@code Java 25.0.1+8, JavaFX 26.0.2, Linux amd64}. */
  public String platform() {
    return "Java %s, JavaFX %s, %s %s"
        .formatted(java(), toolkit, System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /** Java's version, build included. */
  public String java() {
    return Runtime.version().toString();
  }
}
