package io.github.sandboxcache.build.installers;

import java.util.Map;

/** The processor as each kind of package names it. */
final class Machine {
  private static final Map<String, String> DEBIAN = Map.of("amd64", "amd64", "aarch64", "arm64");
  private static final Map<String, String> RPM = Map.of("amd64", "x86_64", "aarch64", "aarch64");
  private static final Map<String, String> PLAIN = Map.of("amd64", "x64", "aarch64", "arm64");

  private Machine() {}

  static String debian() {
    return named(DEBIAN);
  }

  static String rpm() {
    return named(RPM);
  }

  static String plain() {
    return named(PLAIN);
  }

  private static String named(Map<String, String> names) {
    String arch = System.getProperty("os.arch");
    return names.getOrDefault(arch, arch);
  }
}
