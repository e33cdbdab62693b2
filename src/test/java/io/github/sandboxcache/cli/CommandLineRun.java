package io.github.sandboxcache.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sandboxcache.cli.CacheAccess.Opened;
import io.github.sandboxcache.domain.pins.PinOwners;
import io.github.sandboxcache.domain.pins.PinStore;
import io.github.sandboxcache.domain.settings.Settings;
import io.github.sandboxcache.domain.settings.SettingsTrouble;
import io.github.sandboxcache.domain.usage.LogImport;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.text.Versions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
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

  private static CommandLineRun of(
      CacheAccess access, byte[] input, boolean terminal, String... arguments) {
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
    WindowStarter window = (engine, sample) -> windowCode(engine, sample);
    int code =
        new CommandLineApp(access, window, console, clock, new Versions("1.2.3", "26"))
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
    return new CacheAccess() {
      @Override
      public Opened open(Optional<String> engineUri) {
        throw new AssertionError("no engine is needed");
      }

      @Override
      public Opened.Ready openSample() {
        throw new AssertionError("no sample is needed");
      }

      @Override
      public UsageLedger ledger(Optional<String> engineUri) {
        throw new AssertionError("no ledger is needed");
      }

      @Override
      public boolean readFollowedLogs() {
        throw new AssertionError("no ledger is needed");
      }

      @Override
      public Optional<Path> ledgerSetAside() {
        return Optional.empty();
      }

      @Override
      public LogImport logImport() {
        throw new AssertionError("no ledger is needed");
      }

      @Override
      public UsageLedger sampleLedger() {
        throw new AssertionError("no sample is needed");
      }

      @Override
      public PinStore pins() {
        throw new AssertionError("no pins are needed");
      }

      @Override
      public PinStore samplePins() {
        throw new AssertionError("no pins are needed");
      }

      @Override
      public Settings settings() {
        return Settings.DEFAULT;
      }

      @Override
      public Optional<PinOwners> pinOwners() {
        return Optional.empty();
      }

      @Override
      public List<SettingsTrouble> settingsTroubles() {
        return List.of();
      }

      @Override
      public boolean isEngineOfSettings(Optional<String> engineUri) {
        return false;
      }
    };
  }
}
