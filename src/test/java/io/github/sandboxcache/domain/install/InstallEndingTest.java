package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.InstallContainer;
import io.github.sandboxcache.domain.engine.ResourceLimits;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.text.InstallText;
import io.github.sandboxcache.text.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards what stays of installs that fail, are cancelled, killed, or run twice at once. */
@EngineTest
class InstallEndingTest {
  private final ContainerEngine engine;
  private final Path locks;
  private final RealInstalls installs;

  InstallEndingTest(ContainerEngine engine, @TempDir Path locks) {
    this.engine = engine;
    this.locks = locks;
    this.installs = new RealInstalls(engine, locks);
  }

  @AfterEach
  void removeWhatWasMade() {
    installs.close();
  }

  @Test
  void aFailureShowsThePackageManagersOwnLinesAndLeavesNothing() {
    InstallRequest request =
        installs.request(Language.PYTHON, "python", "sandbox-cache-no-such-package==1.0");
    InstallResult result = installs.install(request);
    assertThat(result.successful()).isFalse();
    assertThat(result.reference()).isEmpty();
    assertThat(result.installedPackages()).isEmpty();
    assertThat(InstallText.errors(result).getFirst())
        .as("what happened and what to do come first")
        .contains("no such package", "Check the name");
    assertThat(InstallText.errors(result).get(1)).contains("pip install").contains("exit code 1");
    assertThat(InstallText.errors(result))
        .anyMatch(line -> line.contains("No matching distribution found"));
    installs.assertNothingLeft(request);
    assertThat(installs.facts()).containsExactly(FactKind.FAILED);
  }

  @Test
  void anImageWithoutThePackageManagerIsToldByName() {
    InstallRequest request = installs.request(Language.RUST, "python", "itoa@1.0.11");
    InstallResult result = installs.install(request);
    assertThat(InstallText.errors(result))
        .singleElement()
        .asString()
        .contains("sandbox-cache-test/python:1", "cargo");
    installs.assertNothingLeft(request);
  }

  @Test
  void anUnknownNetworkIsAFailureInTheEnginesWords() {
    InstallRequest usual = installs.request(Language.PYTHON, "python", "six==1.15.0");
    InstallRequest request =
        new InstallRequest(
            usual.language(),
            usual.packages(),
            usual.baseImage(),
            Optional.of("sandbox-cache-no-such-network"));
    InstallResult result = installs.install(request);
    assertThat(InstallText.errors(result))
        .singleElement()
        .asString()
        .contains("sandbox-cache-no-such-network");
    installs.assertNothingLeft(request);
  }

  @Test
  void cancelLeavesNothing() {
    InstallRequest request = installs.request(Language.BASH, "bash", "tree");
    Cancellation cancellation = new Cancellation();
    assertThatThrownBy(
            () ->
                installs.install(
                    request,
                    line -> {
                      if (!line.startsWith("$ ")) {
                        cancellation.cancel();
                      }
                    },
                    cancellation))
        .isInstanceOf(CancellationException.class);
    installs.assertNothingLeft(request);
  }

  /** Warnings come before whoever installs has the lock. */
  private static Consumer<String> atFirstCommand(CountDownLatch latch) {
    return line -> {
      if (line.startsWith("$ ")) {
        latch.countDown();
      }
    };
  }

  @Test
  void twoInstallsOfOneKeyRunOnceAndBothGetTheResult() throws Exception {
    InstallRequest request = installs.request(Language.PYTHON, "python", "six==1.16.0");
    CountDownLatch firstRuns = new CountDownLatch(1);
    List<InstallResult> results =
        inParallel(
            () -> installs.install(request, atFirstCommand(firstRuns), new Cancellation()),
            () -> {
              firstRuns.await();
              return installs.install(request);
            });
    assertThat(results).allMatch(InstallResult::successful).noneMatch(InstallResult::cached);
    assertThat(installs.lines()).contains(Texts.text("install.shared"));
    assertThat(installs.facts()).containsExactly(FactKind.INSTALLED);
    installs.assertNoContainerLeft(request);
  }

  @Test
  void aSecondInstallerWaitsForTheFirstAndFindsItsImage() throws Exception {
    InstallRequest request = installs.request(Language.PYTHON, "python", "six==1.14.0");
    CountDownLatch firstRuns = new CountDownLatch(1);
    try (RealInstalls other = new RealInstalls(engine, locks)) {
      List<InstallResult> results =
          inParallel(
              () -> installs.install(request, atFirstCommand(firstRuns), new Cancellation()),
              () -> {
                firstRuns.await();
                return other.install(request);
              });
      assertThat(results).allMatch(InstallResult::successful);
      assertThat(results).extracting(InstallResult::cached).containsExactly(false, true);
      assertThat(other.commandLines()).isEmpty();
      assertThat(other.facts()).as("no lookup of a sandbox").isEmpty();
    }
  }

  @Test
  void anImageThatAppearsMeanwhileKeepsItsTag(@TempDir Path otherLocks) {
    InstallRequest request = installs.request(Language.PYTHON, "python", "six==1.13.0");
    try (RealInstalls stranger = new RealInstalls(engine, otherLocks)) {
      AtomicReference<String> strangersImage = new AtomicReference<>("");
      InstallResult result =
          installs.install(
              request,
              line -> {
                if (line.startsWith("$ rm ")) {
                  assertThat(stranger.install(request).cached()).isFalse();
                  strangersImage.set(installs.inspect(request.reference().toString()).getId());
                }
              },
              new Cancellation());
      assertThat(result.successful()).isTrue();
      assertThat(result.cached()).isTrue();
      installs.assertNoContainerLeft(request);
      assertThat(installs.inspect(request.reference().toString()).getId())
          .isEqualTo(strangersImage.get());
    }
  }

  @Test
  void theContainerOfAKilledProcessIsRemovedAtTheNextStart() throws Exception {
    InstallRequest request = installs.request(Language.BASH, "bash", "file");
    killInTheMiddle(request);
    assertThat(installs.containersOf(request)).hasSize(1);

    List<String> removed = new LeftoverContainers(engine, Clock.systemUTC()).remove();

    assertThat(removed).anyMatch(name -> name.contains(request.reference().tag()));
    installs.assertNothingLeft(request);
    assertThat(installs.install(request).cached()).as("the dead process holds no lock").isFalse();
  }

  private void killInTheMiddle(InstallRequest request) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                InstallProcess.class.getName(),
                engine.description().endpoint(),
                locks.toString(),
                request.baseImage().orElseThrow(),
                request.packages().getFirst())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = process.inputReader()) {
      StringBuilder heard = new StringBuilder();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        heard.append(line).append('\n');
        if (line.startsWith("$ apt-get")) {
          break;
        }
      }
      assertThat(heard).contains("$ apt-get");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void containersOfTheLivingAndOfUsersAreNoLeftovers() {
    InstallRequest request = installs.request(Language.PYTHON, "python", "six==1.12.0");
    assertThat(installs.install(request).successful()).isTrue();
    InstallMark mark =
        new InstallMark("00c0ffee", ContainerOwner.self(), Clock.systemUTC().instant());
    String living =
        engine
            .installRuntime()
            .createContainer(
                new InstallContainer(
                    mark.containerName(request.reference()),
                    request.baseImage().orElseThrow(),
                    engine.installRuntime().imageConfig(request.baseImage().orElseThrow()),
                    mark.labels(),
                    Optional.empty(),
                    List.of(),
                    new ResourceLimits(64L << 20, 1, 16),
                    Duration.ofMinutes(1),
                    Optional.empty()));
    String users = installs.createContainer(request);
    try {
      new LeftoverContainers(engine, Clock.systemUTC()).remove();
      assertThat(engine.containers()).extracting(EngineContainer::id).contains(living, users);
    } finally {
      Stream.of(living, users).forEach(installs::removeContainer);
    }
  }

  private static List<InstallResult> inParallel(
      Callable<InstallResult> first, Callable<InstallResult> second) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<InstallResult> one = threads.submit(first);
      Future<InstallResult> two = threads.submit(second);
      return List.of(one.get(), two.get());
    }
  }
}
