package io.github.sandboxcache.trials.trial;

import io.github.sandboxcache.trials.Findings;
import io.github.sandboxcache.trials.Setting;
import io.github.sandboxcache.trials.Trial;
import io.github.sandboxcache.trials.app.App;
import io.github.sandboxcache.trials.app.AppProcess;
import io.github.sandboxcache.trials.app.Display;
import io.github.sandboxcache.trials.app.Vitals;
import io.github.sandboxcache.trials.engine.BadLine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Three processes and a window at once, on an engine behind a bad line, for half an hour. */
public final class ChaosTrial implements Trial {
  private static final int MINUTES = 30;
  private static final int WAVES_BETWEEN_WORDS = 10;
  private static final Duration WINDOW_OPENS = Duration.ofSeconds(20);
  private static final Duration WINDOW_CLOSES = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "chaos";
  }

  @Override
  public String about() {
    return "three processes and a window for 30 minutes (--minutes N) behind a bad line";
  }

  @Override
  public void run(Setting setting, Findings findings) throws IOException, InterruptedException {
    Path home = setting.app().home();
    Path temporary = Files.createDirectory(home.resolveSibling("tmp"));
    Path user = Files.createDirectory(home.resolveSibling("user"));
    ChaosLogs logs = new ChaosLogs(Files.createDirectory(home.resolveSibling("logs")));
    follow(logs.followed(), home);
    Path engine = Path.of(URI.create(setting.options().engine()).getPath());
    Random random = setting.random();
    try (BadLine line =
            new BadLine(home.resolveSibling("engine.sock"), engine, new Random(random.nextLong()));
        Display display = Display.open()) {
      Map<String, String> variables =
          Map.of(
              "SANDBOX_CACHE_JAVA_OPTIONS",
              "-Djava.io.tmpdir=" + temporary,
              "HOME",
              user.toString(),
              "DISPLAY",
              display.name());
      App app = setting.app().with(line.address(), variables);
      AppProcess window = app.start(List.of());
      try {
        Thread.sleep(WINDOW_OPENS);
        Residue residue = new Residue(home, temporary);
        ChaosWaves waves = new ChaosWaves(setting, app, line, logs, residue, window, findings);
        List<Vitals> vitals = waves(waves, line, window, setting, findings);
        findings.say("faults met: " + line.met());
        findings.say("window: " + Vitals.summary(vitals));
        findings.check(waves.operations(), "the window in the end", Vitals.growth(vitals));
        close(window, residue, waves.operations(), findings);
      } finally {
        window.process().destroyForcibly();
      }
    }
  }

  private static void follow(Path log, Path home) throws IOException {
    Path folder = Files.createDirectory(home.resolve("config"));
    Path _ =
        Files.writeString(
            folder.resolve("settings.json"), "{\"followedLogs\": [\"%s\"]}".formatted(log));
  }

  private static List<Vitals> waves(
      ChaosWaves waves, BadLine line, AppProcess window, Setting setting, Findings findings)
      throws IOException, InterruptedException {
    int minutes = setting.options().number("minutes", MINUTES);
    Instant end = Instant.now().plus(Duration.ofMinutes(minutes));
    List<Vitals> vitals = new ArrayList<>();
    for (int wave = 1; Instant.now().isBefore(end); wave++) {
      waves.one();
      if (!window.process().isAlive()) {
        throw new IllegalStateException("the window ended: " + Files.readString(window.err()));
      }
      vitals.add(Vitals.of(window.process()));
      if (wave % WAVES_BETWEEN_WORDS == 0) {
        findings.say("%d waves: %s".formatted(wave, waves.summary()));
      }
    }
    findings.say(waves.summary());
    line.calm();
    return vitals;
  }

  private static void close(AppProcess window, Residue residue, int operations, Findings findings)
      throws IOException, InterruptedException {
    List<String> violations = new ArrayList<>();
    window.signal("TERM");
    if (!window.process().waitFor(WINDOW_CLOSES.toSeconds(), TimeUnit.SECONDS)) {
      violations.add("the window does not end");
    }
    violations.addAll(residue.held(window.process().pid()));
    violations.addAll(residue.halfWritten());
    Set<String> files = residue.temporaryFiles();
    files.remove("");
    files.forEach(file -> violations.add("a temporary file is left over: " + file));
    String words = Files.readString(window.err());
    if (words.contains("Exception")) {
      violations.add("the window said: " + words);
    }
    findings.check(operations, "the end", violations);
  }
}
