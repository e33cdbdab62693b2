package io.github.sandboxcache.cli;

import java.util.List;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
record VersionText(String version) implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return List.of(
            "sandbox-cache " + version,
            "Java %s, %s %s"
                .formatted(
                    Runtime.version(),
                    System.getProperty("os.name"),
                    System.getProperty("os.arch")))
        .toArray(String[]::new);
  }
}
