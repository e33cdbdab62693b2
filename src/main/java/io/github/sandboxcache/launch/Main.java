package io.github.sandboxcache.launch;

/** Starts the window, or with a verb the command line. */
public final class Main {
  private Main() {}

  /** The app's entry point. */
  public static void main(String[] args) {
    System.out.println("sandbox-cache " + String.join(" ", args));
  }
}
