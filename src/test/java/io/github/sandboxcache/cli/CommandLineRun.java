package io.github.sandboxcache.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.text.Versions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * One run of the command line as a shell would do it.
 *
 * @param code the exit code
 * @param out all of standard output
 * @param err all of standard error
 */
record CommandLineRun(int code, String out, String err) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** Runs with a cache and nothing on standard input, on no terminal. */
  static CommandLineRun of(CacheAccess access, String... arguments) {
    return of(access, new byte[0], false, arguments);
  }

  /** Runs on a terminal that can show colours. */
  static CommandLineRun onTerminal(CacheAccess access, String... arguments) {
    return of(access, new byte[0], true, arguments);
  }

  /** Runs with something on standard input. */
  static CommandLineRun withInput(CacheAccess access, byte[] input, String... arguments) {
    return of(access, input, false, arguments);
  }

  /** Runs where there is no display. */
  static CommandLineRun withoutDisplay(CacheAccess access, String... arguments) {
    AppWindow none =
        new AppWindow() {
          @Override
          public int open(Optional<String> engineUri, boolean sample) {
            throw new AssertionError("there is no display");
          }

          @Override
          public boolean hasDisplay() {
            return false;
          }
        };
    return of(access, none, new byte[0], false, arguments);
  }

  private static CommandLineRun of(
      CacheAccess access, byte[] input, boolean terminal, String... arguments) {
    return of(access, CommandLineRun::windowCode, input, terminal, arguments);
  }

  private static CommandLineRun of(
      CacheAccess access, AppWindow window, byte[] input, boolean terminal, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            terminal,
            true);
    Clock clock = Clock.fixed(SampleAccess.NOW, ZoneOffset.UTC);
    int code =
        new CommandLineApp(() -> access, window, console, clock, new Versions("1.2.3", "26"))
            .run(arguments);
    return new CommandLineRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Exit codes that no verb has tell the tests how the window was opened. */
  private static int windowCode(Optional<String> engine, boolean sample) {
    return sample ? 101 : engine.isPresent() ? 102 : 100;
  }

  /** Standard output, which must be one document and nothing else. */
  JsonNode document() {
    try {
      return JSON.readTree(out);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not one JSON document: " + out, e);
    }
  }

  /** A cache that must not be opened. */
  static CacheAccess untouched() {
    return (CacheAccess)
        Proxy.newProxyInstance(
            CacheAccess.class.getClassLoader(),
            new Class<?>[] {CacheAccess.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "settings" -> new FixedSettings(Settings.DEFAULT);
                  case "ledgerSetAside", "pinOwners" -> Optional.empty();
                  default -> throw new AssertionError("not needed: " + method.getName());
                });
  }
}
