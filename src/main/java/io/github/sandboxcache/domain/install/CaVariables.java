package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.engine.InstallContainer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The variables by which package managers and their libraries find a CA bundle. */
final class CaVariables {
  private static final List<String> NAMES =
      List.of(
          "SSL_CERT_FILE",
          "REQUESTS_CA_BUNDLE",
          "PIP_CERT",
          "NODE_EXTRA_CA_CERTS",
          "NPM_CONFIG_CAFILE",
          "CARGO_HTTP_CAINFO",
          "GIT_SSL_CAINFO",
          "CURL_CA_BUNDLE");

  private CaVariables() {}

  /** All of them, pointed at the mounted bundle. */
  static Map<String, String> pointingAtBundle() {
    return NAMES.stream()
        .collect(Collectors.toUnmodifiableMap(name -> name, _ -> InstallContainer.CA_BUNDLE_PATH));
  }
}
