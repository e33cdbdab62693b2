package io.github.sandboxcache.adapter.os;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Another process that has the window: says {@code open}, then {@code shown} each time it is asked.
 */
final class OpenWindowProcess {
  private OpenWindowProcess() {}

  /** Takes the window in the directory of its one argument, and has it until it is killed. */
  public static void main(String[] arguments) throws InterruptedException {
    Claim claim =
        new SingleInstance(Path.of(arguments[0])).claim(WindowKind.of(Optional.empty(), false));
    if (claim instanceof Claim.First(WindowInstance instance)) {
      instance.onAsked(() -> System.out.println("shown"));
      System.out.println("open");
      Thread.sleep(Long.MAX_VALUE);
    }
    System.out.println(claim);
  }
}
