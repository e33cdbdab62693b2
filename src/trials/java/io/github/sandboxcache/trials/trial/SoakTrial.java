package io.github.sandboxcache.trials.trial;

import io.github.sandboxcache.trials.Findings;
import io.github.sandboxcache.trials.Setting;
import io.github.sandboxcache.trials.Trial;
import io.github.sandboxcache.trials.app.AppProcess;
import io.github.sandboxcache.trials.app.Display;
import io.github.sandboxcache.trials.app.Hands;
import io.github.sandboxcache.trials.app.Vitals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The window is used for an hour; what it holds may not grow. */
public final class SoakTrial implements Trial {
  private static final int MINUTES = 60;
  private static final int IMAGES = 60;

  /** The toolkit keeps pictures of effects for as long as there is memory: they are no growth. */
  private static final String NO_CACHES = "-XX:SoftRefLRUPolicyMSPerMB=0";

  private static final Duration BETWEEN_SAMPLES = Duration.ofMinutes(1);
  private static final Duration BETWEEN_DEEDS = Duration.ofMillis(400);
  private static final Duration REST = Duration.ofSeconds(8);
  private static final Duration WINDOW_OPENS = Duration.ofSeconds(90);
  private static final Duration WINDOW_CLOSES = Duration.ofSeconds(30);
  private static final Duration ENGINE_AWAY = Duration.ofSeconds(20);

  @Override
  public String name() {
    return "soak";
  }

  @Override
  public String about() {
    return "the window is used for 60 minutes (--minutes N) and may not grow; needs xdotool";
  }

  @Override
  public void run(Setting setting, Findings findings) throws IOException, InterruptedException {
    Path home = setting.app().home();
    Path log = home.resolveSibling("sandbox.log");
    Path settings = Files.createDirectory(home.resolve("config")).resolve("settings.json");
    Path _ = Files.writeString(settings, "{\"followedLogs\": [\"%s\"]}".formatted(log));
    Stock stock = new Stock(setting, setting.options().number("images", IMAGES), 1);
    var _ = stock.fill();
    SoakChanges changes = new SoakChanges(setting, stock, log);
    try (Display display = Display.open()) {
      AppProcess window =
          setting
              .app()
              .with(
                  setting.options().engine(),
                  Map.of("DISPLAY", display.name(), "SANDBOX_CACHE_JAVA_OPTIONS", NO_CACHES))
              .start(List.of());
      try {
        Hands hands = new Hands(display);
        open(hands, window);
        List<Vitals> samples =
            use(new SoakHands(hands, setting.random()), changes, window, setting, findings);
        Vitals.table(samples, BETWEEN_SAMPLES).forEach(findings::say);
        findings.check(changes.done(), "the window in the end", Vitals.growth(samples));
        findings.check(changes.done(), "the end", close(window));
      } finally {
        window.process().destroyForcibly();
      }
    }
  }

  private static void open(Hands hands, AppProcess window)
      throws InterruptedException, IOException {
    Instant patience = Instant.now().plus(WINDOW_OPENS);
    while (!hands.focus()) {
      if (!window.process().isAlive() || Instant.now().isAfter(patience)) {
        throw new IllegalStateException(
            "the window does not open: " + Files.readString(window.err()));
      }
      Thread.sleep(BETWEEN_DEEDS);
    }
  }

  private static List<Vitals> use(
      SoakHands hands, SoakChanges changes, AppProcess window, Setting setting, Findings findings)
      throws IOException, InterruptedException {
    int minutes = setting.options().number("minutes", MINUTES);
    List<Vitals> samples = new ArrayList<>();
    for (int minute = 1; minute <= minutes; minute++) {
      Instant end = Instant.now().plus(BETWEEN_SAMPLES).minus(REST);
      while (Instant.now().isBefore(end)) {
        hands.one();
        changes.one();
        Thread.sleep(BETWEEN_DEEDS);
      }
      if (minute == (minutes + 1) / 2) {
        restart(setting, findings);
      }
      hands.rest();
      Thread.sleep(REST);
      if (!window.process().isAlive()) {
        throw new IllegalStateException("the window ended: " + Files.readString(window.err()));
      }
      samples.add(Vitals.of(window.process()));
      findings.say("minute %d: %s".formatted(minute, samples.getLast().words()));
    }
    return samples;
  }

  private static void restart(Setting setting, Findings findings)
      throws InterruptedException, IOException {
    Optional<String> stop = setting.options().value("stop");
    Optional<String> start = setting.options().value("start");
    if (stop.isEmpty() || start.isEmpty()) {
      findings.say("the engine is not restarted: that needs --stop COMMAND and --start COMMAND");
      return;
    }
    ShellCommand.run(stop.get());
    Thread.sleep(ENGINE_AWAY);
    ShellCommand.run(start.get());
    var _ = Settled.state(setting.engine());
    findings.say("the engine was restarted");
  }

  private static List<String> close(AppProcess window) throws InterruptedException, IOException {
    List<String> violations = new ArrayList<>();
    window.signal("TERM");
    if (!window.process().waitFor(WINDOW_CLOSES.toSeconds(), TimeUnit.SECONDS)) {
      violations.add("the window does not end");
    }
    String words = Files.readString(window.err());
    if (words.contains("Exception")) {
      violations.add("the window said: " + words);
    }
    return violations;
  }
}
