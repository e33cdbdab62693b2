package io.github.sandboxcache.domain.install;

import java.util.List;
import java.util.stream.Stream;

/** Names by which package managers do more than install one package: 400 of them. */
final class HostileNames {
  private static final List<String> NAMES =
      List.of("jq", "net.tools", "g", "Left_Pad", "example.com/x", "@scope/x", "lib2", "x-y");

  /** Each says where the name goes. */
  private static final List<String> TRICKS =
      List.of(
          "%s-",
          "%s+",
          "%s++",
          "%s^",
          "%s*",
          "^%s$",
          "~n%s",
          "?name(%s)",
          "%s/stable",
          "%s:i386",
          "-%s",
          "--%s",
          "%s=",
          "%s=1-",
          "%s=1+",
          "./%s",
          "/%s",
          "../%s",
          "~/%s",
          "file:%s",
          "https://%s",
          "git+ssh://%s",
          "%s@file:/x",
          "%s@npm:other",
          "%s@user/repo",
          "%s.tgz",
          "%s.whl",
          "%s.gem",
          "%s.deb",
          "%s.apk",
          "%s:1,2",
          "%s:>=1,<2",
          "%s@none",
          "%s/...",
          "%s;id",
          "$(%s)",
          "`%s`",
          "%s|id",
          "%s&&id",
          "%s #x",
          "%s --pre",
          "%s\n-r/etc/passwd",
          "%s[x]@/tmp",
          "%s @ /tmp",
          "!%s",
          "%s!",
          "%s@git",
          "%s>=1;x",
          "%s\u0000",
          "\u202e%s");

  private HostileNames() {}

  static Stream<String> all() {
    return NAMES.stream().flatMap(name -> TRICKS.stream().map(trick -> trick.replace("%s", name)));
  }
}
