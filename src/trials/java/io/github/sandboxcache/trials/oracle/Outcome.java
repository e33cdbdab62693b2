package io.github.sandboxcache.trials.oracle;

import java.util.Map;
import java.util.Set;

/**
 * What has to come of a request.
 *
 * @param goes the names that go
 * @param stays why each of the others stays
 */
record Outcome(Set<CachedName> goes, Map<CachedName, String> stays) {
  Outcome {
    goes = Set.copyOf(goes);
    stays = Map.copyOf(stays);
  }
}
