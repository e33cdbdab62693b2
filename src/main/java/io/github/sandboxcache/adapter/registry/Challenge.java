package io.github.sandboxcache.adapter.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a registry wants its users to say who they are, in the words of {@code WWW-Authenticate}.
 *
 * @param scheme {@code basic} or {@code bearer}
 * @param parameters what else it says, by lower-case name
 */
record Challenge(String scheme, Map<String, String> parameters) {
  private static final Pattern FORM = Pattern.compile("(?i)\\s*(basic|bearer)\\b(.*)");
  private static final Pattern PARAMETER =
      Pattern.compile("([A-Za-z_]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,\"]+))");

  /** Copies the map, so that the record never changes. */
  Challenge {
    parameters = Map.copyOf(parameters);
  }

  /** The first that is understood; empty for none. */
  static Optional<Challenge> of(List<String> headers) {
    return headers.stream().map(Challenge::of).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Challenge> of(String header) {
    Matcher form = FORM.matcher(header);
    if (!form.matches()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new HashMap<>();
    Matcher each = PARAMETER.matcher(form.group(2));
    while (each.find()) {
      String value = each.group(2) == null ? each.group(3) : each.group(2);
      parameters.putIfAbsent(each.group(1).toLowerCase(Locale.ROOT), value);
    }
    return Optional.of(new Challenge(form.group(1).toLowerCase(Locale.ROOT), parameters));
  }

  boolean isBearer() {
    return scheme.equals("bearer");
  }

  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }
}
