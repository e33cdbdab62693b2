package io.github.sandboxcache.adapter.docker;

import java.util.regex.Pattern;

/** Brings image ids into one form: Podman leaves the algorithm out in places. */
final class ImageIds {
  private static final String ALGORITHM = "sha256:";
  private static final Pattern FULL = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final Pattern BARE = Pattern.compile("[0-9a-f]{64}");

  private ImageIds() {}

  static boolean isFull(String id) {
    return FULL.matcher(id).matches();
  }

  static String full(String id) {
    boolean bare = !id.startsWith(ALGORITHM) && BARE.matcher(id).matches();
    return bare ? ALGORITHM + id : id;
  }
}
