package io.github.sandboxcache.launch;

import java.util.Locale;
import java.util.Map;

/** Whether a window can open here at all; asked before the toolkit starts, which fails noisily. */
final class DisplayCheck {
  private DisplayCheck() {}

  /**
   * Whether there is a display.
   *
   * @param osName the system's name as in the property {@code os.name}
   * @param glassPlatform the toolkit's platform, {@code Headless} in tests; may be empty
   * @param environment the process's variables
   */
  static boolean passes(String osName, String glassPlatform, Map<String, String> environment) {
    boolean needsVariable = osName.toLowerCase(Locale.ROOT).contains("linux");
    return !needsVariable
        || glassPlatform.equals("Headless")
        || isSet("DISPLAY", environment)
        || isSet("WAYLAND_DISPLAY", environment);
  }

  private static boolean isSet(String variable, Map<String, String> environment) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }
}
