package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.adapter.docker.ImpatientEngine;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.ResourceLimits;
import io.github.sandboxcache.domain.install.EngineInstaller;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.domain.install.LeftoverContainers;
import io.github.sandboxcache.domain.usage.FactsInMemory;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.FaultyProxy;
import io.github.sandboxcache.testing.FaultyProxy.Fault;
import io.github.sandboxcache.testing.MadeUpBase;
import io.github.sandboxcache.testing.TestImages;
import io.github.sandboxcache.testing.TestLocks;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * Whatever the line to the engine does to whichever answer, an install ends, says why it failed if
 * it did, leaves nothing that it does not tell, and succeeds the next time.
 */
@EngineTest
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class FaultyInstallsTest {
  /** More than a busy engine needs for any one answer. */
  private static final Duration SILENCE = Duration.ofSeconds(6);

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration TIME_LIMIT = Duration.ofMinutes(2);

  /** For what an engine may take as long for as it likes. */
  private static final Duration SHORT_LIMIT = Duration.ofSeconds(12);

  /** Longer than any install takes, so that the containers of the living count as left. */
  private static final Duration LONG_AFTER = Duration.ofDays(2);

  private static final int AT_ONCE = 8;
  private static final String CREATE = "POST /containers/create";
  private static final String START = "POST /containers/.*/start";
  private static final String EXEC_START = "POST /exec/.*/start";
  private static final String COMMIT = "POST /commit";
  private static final String TAG = "POST /images/.*/tag";
  private static final String REMOVE = "DELETE /containers/.*";
  private static final List<String> REQUESTS =
      List.of(
          "GET /images/mcp-.*/json",
          "GET /images/sandbox-cache-test/.*/json",
          "GET /info",
          CREATE,
          START,
          "PUT /containers/.*/archive",
          "POST /containers/.*/exec",
          EXEC_START,
          "GET /exec/.*/json",
          COMMIT,
          TAG,
          REMOVE);

  private final ContainerEngine straight;
  private final TestImages images;
  private final String base;

  FaultyInstallsTest(ContainerEngine straight, TestImages images) {
    this.straight = straight;
    this.images = images;
    this.base = "sandbox-cache-test/" + images.language() + ":1";
  }

  /** What happens to which answer in one install. */
  private record Case(String request, Fault fault, InstallRequest install) {
    boolean mayTakeLong() {
      return request.equals(COMMIT)
          ? fault == Fault.STALL || fault == Fault.HALF_OPEN
          : request.equals(EXEC_START) && fault == Fault.HALF_OPEN;
    }

    /** Only where nothing comes does it matter how soon the engine is given up. */
    Duration silence() {
      return fault == Fault.STALL || fault == Fault.HALF_OPEN ? SILENCE : PATIENCE;
    }

    @Override
    public String toString() {
      return request + " " + fault;
    }
  }

  private List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    REQUESTS.forEach(request -> cases.add(newCase(request, Fault.STALL, cases.size())));
    // The engine has done it, and nobody knows.
    Stream.of(CREATE, START, EXEC_START, COMMIT, TAG, REMOVE)
        .forEach(request -> cases.add(newCase(request, Fault.CUT_HEAD, cases.size())));
    Stream.of(CREATE, EXEC_START, COMMIT, TAG)
        .forEach(request -> cases.add(newCase(request, Fault.ERROR, cases.size())));
    for (Fault fault : List.of(Fault.HALF_OPEN, Fault.CORRUPT)) {
      cases.add(newCase(EXEC_START, fault, cases.size()));
      cases.add(newCase(COMMIT, fault, cases.size()));
    }
    return cases;
  }

  private Case newCase(String request, Fault fault, int number) {
    String gem = images.language().name() + "-" + number;
    InstallRequest install =
        new InstallRequest(Language.RUBY, List.of(gem), Optional.of(base), Optional.empty());
    images.removeLater(install.reference());
    return new Case(request, fault, install);
  }

  private EngineAccess access(ContainerEngine engine, Duration timeLimit) {
    InstallSettings usual = InstallSettings.DEFAULT;
    InstallSettings small =
        new InstallSettings(
            usual.baseImages(),
            Optional.of("none"),
            Optional.empty(),
            new ResourceLimits(64L << 20, 1, 64),
            timeLimit);
    return new EngineAccess(
        () -> new Outcome.Connected(engine, List.of()),
        to ->
            new EngineInstaller(
                to,
                () -> small,
                new FactsInMemory(),
                TestLocks.create(),
                "test",
                Clock.systemUTC()));
  }

  @Test
  void anInstallEndsWithItsReasonAndLeavesNothingThatIsNotTold() throws Exception {
    images.loadAs(MadeUpBase.withGem(MadeUpBase.INSTALLS), base);
    List<Case> cases = cases();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> runs = new ArrayList<>();
      cases.forEach(each -> runs.add(threads.submit(() -> installThrough(each))));
      for (int i = 0; i < runs.size(); i++) {
        Future<?> run = runs.get(i);
        assertThatCode(run::get).as("%s", cases.get(i)).doesNotThrowAnyException();
      }
    }
  }

  private Void installThrough(Case each) throws Exception {
    try (FaultyProxy line = FaultyProxy.before(straight.description().endpoint());
        ContainerEngine engine = ImpatientEngine.at(line.uri(), each.silence())) {
      EngineAccess access = access(engine, each.mayTakeLong() ? SHORT_LIMIT : TIME_LIMIT);
      String gem = each.install().packages().getFirst();
      String[] words = {"install", "ruby", gem, "--base", base, "--json"};
      line.does(each.fault(), each.request());

      CommandLineRun run = CommandLineRun.of(access, words);

      assertTrue(run, each);
      assertNothingUntoldLeft(run, each);
      line.does(Fault.NONE);
      CommandLineRun next = CommandLineRun.of(access, words);
      assertThat(next.code()).as(next.out()).isZero();
      assertThat(images.exists(each.install().reference().toString())).isTrue();
      return null;
    }
  }

  private void assertTrue(CommandLineRun run, Case each) {
    JsonNode told = run.document();
    boolean there = images.exists(each.install().reference().toString());
    assertThat(told.get("success").booleanValue()).as(run.out()).isEqualTo(there);
    assertThat(run.code()).isEqualTo(there ? 0 : 1);
    String errors = told.get("errors").toString();
    assertThat(errors).doesNotContain("null", "Exception", "java.");
    if (!there && !each.mayTakeLong()) {
      String request = each.request().replaceFirst("(mcp-)?\\.\\*.*", "");
      assertThat(errors).contains(each.fault() == Fault.ERROR ? "disk on fire" : request);
    }
  }

  private void assertNothingUntoldLeft(CommandLineRun run, Case each) {
    assertThat(straight.images())
        .filteredOn(image -> image.references().isEmpty())
        .extracting(EngineImage::labels)
        .extracting(labels -> labels.getOrDefault(ImageLabels.PACKAGES, ""))
        .noneMatch(packages -> packages.contains('"' + each.install().packages().getFirst() + '"'));
    List<EngineContainer> left = containers(each);
    for (EngineContainer container : left) {
      assertThat(run.out() + run.err()).contains(container.name());
    }
    Clock later = Clock.offset(Clock.systemUTC(), LONG_AFTER);
    List<String> _ = new LeftoverContainers(straight, later).remove(left);
    assertThat(containers(each)).isEmpty();
  }

  private List<EngineContainer> containers(Case each) {
    String name = "sandbox-cache-install-" + each.install().reference().tag();
    return straight.containers().stream().filter(c -> c.name().startsWith(name)).toList();
  }
}
