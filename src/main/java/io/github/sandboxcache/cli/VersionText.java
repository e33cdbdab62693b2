package io.github.sandboxcache.cli;

import io.github.sandboxcache.text.Versions;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
record VersionText(Versions versions) implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"sandbox-cache " + versions.app(), versions.platform()};
  }
}
