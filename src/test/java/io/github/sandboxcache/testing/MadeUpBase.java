package io.github.sandboxcache.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Base images with a made-up package manager, so that installs need no registry. */
public final class MadeUpBase {
  /** What a package manager does that succeeds. */
  public static final String INSTALLS =
      "mkdir -p /usr/lib/ruby && echo yes > /usr/lib/ruby/gem && chown 1000:1000 /usr/lib/ruby/gem";

  private MadeUpBase() {}

  /** One for Ruby, whose gem runs that script for all but its version. */
  public static ImageArchive withGem(String script) {
    ImageArchive archive = new ImageArchive().config("Env", List.of("PATH=/bin"));
    for (String program : List.of("sleep", "sh", "cat", "mkdir", "rm", "chown")) {
      archive.program("/bin/" + program);
    }
    String gem = "#!/bin/sh\nif [ \"$1\" = --version ]; then echo 3; exit; fi\n" + script + "\n";
    return archive.file("bin/gem", gem.getBytes(StandardCharsets.UTF_8));
  }
}
