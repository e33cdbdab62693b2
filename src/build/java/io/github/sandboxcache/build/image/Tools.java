package io.github.sandboxcache.build.image;

import java.util.List;
import java.util.spi.ToolProvider;

/** The JDK's own tools. */
final class Tools {
  private Tools() {}

  /** Runs one within this process; its output goes to this one's. */
  static void run(String name, List<String> arguments) {
    ToolProvider tool =
        ToolProvider.findFirst(name)
            .orElseThrow(() -> new IllegalStateException("this JDK has no " + name));
    int code = tool.run(System.out, System.err, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException(name + " ended with " + code + ": " + arguments);
    }
  }
}
