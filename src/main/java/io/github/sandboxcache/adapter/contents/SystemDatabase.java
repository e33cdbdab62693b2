package io.github.sandboxcache.adapter.contents;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a distribution's package manager says is installed. Its files hold all of the image, so that
 * a layer's has what the base has, too; a part that the layer has not is empty.
 */
final class SystemDatabase {
  /** By name, with the architecture where several are possible. */
  Optional<Map<String, PackageDraft>> installed = Optional.empty();

  /** Names that apt installed only because others need them. */
  Optional<Set<String>> automatic = Optional.empty();

  /** Lines of apk's world. */
  Optional<Set<String>> world = Optional.empty();

  Map<String, PackageDraft> startInstalled() {
    Map<String, PackageDraft> fresh = new HashMap<>();
    installed = Optional.of(fresh);
    return fresh;
  }

  Set<String> startAutomatic() {
    Set<String> fresh = new HashSet<>();
    automatic = Optional.of(fresh);
    return fresh;
  }

  Set<String> startWorld() {
    Set<String> fresh = new LinkedHashSet<>();
    world = Optional.of(fresh);
    return fresh;
  }

  /** Takes over what a later layer has. */
  void addLater(SystemDatabase later) {
    installed = later.installed.or(() -> installed);
    automatic = later.automatic.or(() -> automatic);
    world = later.world.or(() -> world);
  }
}
