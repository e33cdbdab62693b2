package io.github.sandboxcache.trials.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import io.github.sandboxcache.trials.Findings;
import io.github.sandboxcache.trials.Setting;
import io.github.sandboxcache.trials.app.App;
import io.github.sandboxcache.trials.app.AppProcess;
import io.github.sandboxcache.trials.app.AppRun;
import io.github.sandboxcache.trials.engine.BadLine;
import io.github.sandboxcache.trials.engine.EngineState;
import io.github.sandboxcache.trials.engine.NewImage;
import io.github.sandboxcache.trials.oracle.CachedName;
import io.github.sandboxcache.trials.oracle.Change;
import io.github.sandboxcache.trials.oracle.Ledger;
import io.github.sandboxcache.trials.oracle.Wave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Waves of chaos: others change the engine; then three processes work at once while the line is
 * bad; then it is good again, all is quiet, and everything is looked at.
 */
final class ChaosWaves {
  private static final String NO_BASE = "localhost:1/none:1";

  private static final String BASE = "mcp-sandbox-bash:base";
  private static final String SENTINEL = "mcp-sandbox-lua:5e5e5e5e5e5e";
  private static final int DEEDS_OF_OTHERS = 8;
  private static final int MIN_CACHED = 12;
  private static final Duration WINDOW_RECOVERS = Duration.ofSeconds(60);
  private static final Duration STEP = Duration.ofMillis(200);

  private final Setting setting;
  private final App app;
  private final BadLine line;
  private final ChaosLogs logs;
  private final Residue residue;
  private final AppProcess window;
  private final Findings findings;
  private final RandomNames names;
  private final RandomDeeds others;
  private final Ledger ledger;
  private final ChaosActors actors;
  private final Set<String> temporaryFiles;
  private Set<String> pins = Set.of();
  private Duration longest = Duration.ZERO;
  private String longestWhat = "";

  ChaosWaves(
      Setting setting,
      App app,
      BadLine line,
      ChaosLogs logs,
      Residue residue,
      AppProcess window,
      Findings findings)
      throws IOException, InterruptedException {
    this.setting = setting;
    this.app = app;
    this.line = line;
    this.logs = logs;
    this.residue = residue;
    this.window = window;
    this.findings = findings;
    this.names = new RandomNames(setting.random(), setting.naming());
    this.others = new RandomDeeds(setting, names);
    this.ledger = new Ledger(app);
    this.actors = new ChaosActors(app, setting.naming(), logs);
    // What the verbs need for themselves is not there yet.
    this.temporaryFiles = residue.temporaryFiles();
    this.pins = pinned();
  }

  int operations() {
    return actors.operations();
  }

  String summary() {
    return "%d operations, the longest took %d s (%s); %d facts in logs"
        .formatted(operations(), longest.toSeconds(), longestWhat, logs.told().size());
  }

  /** One wave, judged. */
  void one() throws IOException, InterruptedException {
    Random random = setting.random();
    EngineState before = prepared();
    logs.goOn(1 + random.nextInt(5), random.nextInt(4) == 0);
    line.storm();
    List<ChaosRun> runs = actors.run(before, random);
    line.calm();
    EngineState after = Settled.state(setting.engine());
    for (ChaosRun run : runs) {
      findings.check(run.number(), run.what(), run.violations());
      if (run.took().compareTo(longest) > 0) {
        longest = run.took();
        longestWhat = run.what();
      }
    }
    importAgain(runs);
    List<String> violations = new ArrayList<>(judged(runs, before, after));
    violations.addAll(quiet());
    findings.check(operations(), "wave to here", violations);
  }

  /** Whoever broke an import off does it once more; what was read before does not count twice. */
  private void importAgain(List<ChaosRun> runs) throws InterruptedException {
    for (ChaosRun run : runs) {
      if (run.deed() instanceof ChaosDeed.Import && !run.done()) {
        Object _ = app.document(run.deed().words().toArray(String[]::new));
      }
    }
  }

  private EngineState prepared() {
    EngineState state = EngineState.of(setting.engine());
    for (int i = 0; i < DEEDS_OF_OTHERS; i++) {
      String _ = others.one(state);
      state = EngineState.of(setting.engine());
    }
    List<NewImage> missing = new ArrayList<>();
    if (state.named(BASE).isEmpty()) {
      missing.add(new NewImage(List.of(BASE), Instant.now(), "base " + Instant.now()));
    }
    for (int have = setting.naming().cached(state).size(); have < MIN_CACHED; have++) {
      missing.add(new NewImage(List.of(names.cached()), Instant.now(), Instant.now() + " " + have));
    }
    if (!missing.isEmpty()) {
      setting.things().load(missing);
    }
    return EngineState.of(setting.engine());
  }

  private List<String> judged(List<ChaosRun> runs, EngineState before, EngineState after)
      throws InterruptedException {
    List<Wave.Removal> removals = new ArrayList<>();
    Set<String> installed = new HashSet<>();
    Set<String> touched = new HashSet<>();
    for (ChaosRun run : runs) {
      switch (run.deed()) {
        case ChaosDeed.Remove(var request) -> removals.add(new Wave.Removal(request, run.report()));
        case ChaosDeed.Install install -> installed.add(install.shortName());
        case ChaosDeed.Pin(String name, boolean on) when !on -> touched.add(name);
        default -> {}
      }
    }
    Set<String> steady = new HashSet<>(pins);
    steady.removeAll(touched);
    Change change = new Change(setting.naming(), before, after);
    Wave wave = new Wave(change, removals, steady, installed);
    List<String> violations = new ArrayList<>(wave.violations());
    violations.addAll(pinsAfter(runs));
    violations.addAll(ledger.check(wave.gone(), wave.shortLived()));
    return violations;
  }

  /** Nobody's pin is lost because another one pinned at the same moment. */
  private List<String> pinsAfter(List<ChaosRun> runs) throws InterruptedException {
    Set<String> now = pinned();
    List<String> violations = new ArrayList<>();
    Set<String> all = new TreeSet<>(pins);
    all.addAll(now);
    runs.forEach(run -> pin(run).ifPresent(pin -> all.add(pin.name())));
    for (String name : all) {
      Set<Boolean> may = new HashSet<>();
      runs.forEach(
          run -> pin(run).filter(p -> p.name().equals(name)).ifPresent(p -> may.add(p.on())));
      if (may.isEmpty()) {
        may.add(pins.contains(name));
      }
      if (!may.contains(now.contains(name))) {
        violations.add((now.contains(name) ? "pinned by nobody: " : "lost its pin: ") + name);
      }
    }
    pins = now;
    return violations;
  }

  private static Optional<ChaosDeed.Pin> pin(ChaosRun run) {
    return run.deed() instanceof ChaosDeed.Pin pin ? Optional.of(pin) : Optional.empty();
  }

  private Set<String> pinned() throws InterruptedException {
    Set<String> all = new TreeSet<>();
    app.document("pin", SENTINEL, "--json").path("pinned").forEach(name -> all.add(name.asText()));
    return all;
  }

  /** What has to be so whenever nothing is going on. */
  private List<String> quiet() throws IOException, InterruptedException {
    sweep();
    List<String> violations = new ArrayList<>(list());
    violations.addAll(Residue.containers(EngineState.of(setting.engine())));
    violations.addAll(facts());
    violations.addAll(windowKnows());
    violations.addAll(residue.held(window.process().pid()));
    violations.addAll(residue.halfWritten());
    for (String file : residue.temporaryFiles()) {
      if (!temporaryFiles.contains(file)) {
        violations.add("a temporary file is left over: " + file);
      }
    }
    return violations;
  }

  /** Every install, also one that comes to nothing, takes away what killed ones left. */
  private void sweep() throws InterruptedException {
    AppRun _ = app.run(List.of("install", "bash", "sweep", "--base", NO_BASE, "--json"));
  }

  private List<String> list() throws InterruptedException {
    Set<String> listed = new TreeSet<>();
    for (JsonNode image : app.document("ls", "--json")) {
      if (image.path("kind").asText().equals("cached")) {
        listed.add(image.path("reference").asText());
      }
    }
    Set<String> there = cached();
    return listed.equals(there)
        ? List.of()
        : List.of("listed are %s instead of %s".formatted(listed, there));
  }

  private Set<String> cached() {
    Set<String> there = new TreeSet<>();
    setting.naming().cached(EngineState.of(setting.engine())).stream()
        .map(CachedName::shortName)
        .forEach(there::add);
    return there;
  }

  private List<String> facts() throws InterruptedException {
    Multiset<String> known = HashMultiset.create();
    for (JsonNode fact : app.document("usage", "--json", "--kind", "HIT")) {
      String name = fact.at("/packages/0").asText();
      if (name.startsWith(ChaosLogs.PACKAGE)) {
        known.add(name);
      }
    }
    Multiset<String> told = HashMultiset.create(logs.told());
    List<String> violations = new ArrayList<>();
    Multisets.difference(told, known).forEach(name -> violations.add("a fact is lost: " + name));
    Multisets.difference(known, told)
        .forEach(name -> violations.add("a fact counts more than once: " + name));
    return violations;
  }

  /** Once the line is good, the window finds out by itself what there is, and remembers it. */
  private List<String> windowKnows() throws IOException, InterruptedException {
    Set<String> there = cached();
    Instant end = Instant.now().plus(WINDOW_RECOVERS);
    String remembered = "";
    while (Instant.now().isBefore(end)) {
      remembered = remembered();
      if (there.stream().allMatch(remembered::contains)) {
        return List.of();
      }
      Thread.sleep(STEP);
    }
    return List.of("the window does not know all of %s: %s".formatted(there, remembered));
  }

  private String remembered() throws IOException {
    Path engines = app.home().resolve("cache/engines");
    StringBuilder text = new StringBuilder();
    if (Files.exists(engines)) {
      try (Stream<Path> files = Files.list(engines)) {
        for (Path file : files.toList()) {
          text.append(Files.readString(file));
        }
      }
    }
    return text.toString();
  }
}
