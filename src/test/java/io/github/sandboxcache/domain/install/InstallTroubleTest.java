package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.engine.InstallRuntime;
import io.github.sandboxcache.domain.engine.ResourceLimits;
import io.github.sandboxcache.domain.install.InstallResult.Remains;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.FactsInMemory;
import io.github.sandboxcache.text.InstallText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards what an install tells and leaves when an engine does not do as it is asked. */
class InstallTroubleTest {
  private static final InstallRequest REQUEST =
      new InstallRequest(
          Language.JAVASCRIPT, List.of("left-pad"), Optional.of("node:20"), Optional.empty());

  private final SampleEngine real =
      new SampleEngine(new SampleCache(List.of(), List.of()), Clock.systemUTC(), Duration.ZERO);
  private final Map<String, Step> steps = new HashMap<>();
  @TempDir private Path locks = Path.of("");

  /** What happens instead of a step, which may do that step as well. */
  private interface Step {
    Object instead(Callable<Object> usual) throws Exception;
  }

  private InstallResult install(InstallRequest request) {
    return install(request, InstallSettings.DEFAULT);
  }

  private InstallResult install(InstallRequest request, InstallSettings settings) {
    return new EngineInstaller(
            engine(),
            () -> settings,
            new FactsInMemory(),
            new ProcessLocks(locks),
            "test",
            Clock.systemUTC())
        .install(request, ProgressListener.NONE, new Cancellation());
  }

  private ContainerEngine engine() {
    InstallRuntime runtime = troubled(InstallRuntime.class, real.installRuntime(), steps);
    return troubled(ContainerEngine.class, real, Map.of("installRuntime", _ -> runtime));
  }

  private static <T> T troubled(Class<T> type, T usual, Map<String, Step> steps) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              Callable<Object> step =
                  () -> {
                    try {
                      return method.invoke(usual, arguments);
                    } catch (InvocationTargetException e) {
                      throw (Exception) e.getCause();
                    }
                  };
              Step other = steps.get(method.getName());
              return other == null ? step.call() : other.instead(step);
            }));
  }

  private static EngineUnreachableException lost() {
    return new EngineUnreachableException("unix:///x", "broken pipe", null);
  }

  private List<EngineImage> nameless() {
    return real.images().stream().filter(image -> image.references().isEmpty()).toList();
  }

  @Test
  void anImageWhoseCommitWasNotAnsweredIsFoundAndNamed() {
    steps.put(
        "commit",
        usual -> {
          usual.call();
          throw lost();
        });
    assertThat(install(REQUEST).successful()).isTrue();
    assertThat(real.image(REQUEST.reference().toString())).isPresent();
    assertThat(nameless()).isEmpty();
  }

  @Test
  void anAnswerThatIsLostAfterTheImageGotItsNameIsNoFailure() {
    steps.put(
        "tag",
        usual -> {
          usual.call();
          throw lost();
        });
    assertThat(install(REQUEST).successful()).isTrue();
    assertThat(real.containers()).isEmpty();
  }

  @Test
  void whoComesSecondLeavesNoImageWithoutAName() {
    steps.put(
        "commit",
        usual -> {
          Object own = usual.call();
          real.add(stranger());
          return own;
        });
    InstallResult result = install(REQUEST);
    assertThat(result.successful()).isTrue();
    assertThat(result.cached()).isTrue();
    assertThat(real.image(REQUEST.reference().toString()).orElseThrow().id()).endsWith("57");
    assertThat(nameless()).isEmpty();
  }

  @Test
  void whoseNameIsTakenAtTheSameMomentRemovesItsOwn() {
    steps.put(
        "removeContainer",
        usual -> {
          for (EngineImage own : real.images()) {
            real.add(own.withReferences(List.of()));
          }
          real.add(stranger());
          return usual.call();
        });
    assertThat(install(REQUEST).cached()).isTrue();
    assertThat(nameless()).isEmpty();
  }

  private static EngineImage stranger() {
    return new EngineImage(
        "sha256:57",
        List.of(REQUEST.reference().toString()),
        OptionalLong.of(1),
        OptionalLong.empty(),
        Optional.of(Clock.systemUTC().instant()),
        Optional.empty(),
        Map.of(ImageLabels.BASE_IMAGE, "node:22"));
  }

  @Test
  void aRefusedExecIsToldInTheEnginesWordsAndNotAsAMissingPackageManager() {
    steps.put(
        "run",
        _ -> {
          throw new EngineRefusedException(
              409, "Container is paused, unpause the container before");
        });
    InstallResult result = install(REQUEST);
    assertThat(InstallText.errors(result))
        .singleElement()
        .asString()
        .contains("Container is paused");
    assertThat(result.remains()).isEqualTo(new Remains.Nothing());
  }

  @Test
  void aRuntimeThatCannotStartAnythingIsToldInItsWords() {
    steps.put("run", _ -> 126);
    assertThat(InstallText.errors(install(REQUEST)).getFirst())
        .contains("has none of these package managers");
    steps.put(
        "run",
        _ -> {
          throw new EngineRefusedException(
              500, "OCI runtime exec failed: exec: \"npm\": executable file not found in $PATH");
        });
    assertThat(InstallText.errors(install(REQUEST)).getFirst())
        .contains("has none of these package managers");
  }

  @Test
  void aContainerThatCannotBeRemovedIsNamedAndNotCalledNothing() {
    steps.put(
        "removeContainer",
        _ -> {
          throw new EngineRefusedException(500, "device or resource busy");
        });
    steps.put(
        "startContainer",
        _ -> {
          throw new EngineRefusedException(500, "no space left on device");
        });
    InstallResult result = install(REQUEST);
    assertThat(result.remains()).isInstanceOf(Remains.Container.class);
    assertThat(InstallText.errors(result).getFirst()).contains("no space left on device");
    assertThat(InstallText.errors(result).getLast())
        .contains("sandbox-cache-install-" + REQUEST.reference().tag(), "device or resource busy");
  }

  @Test
  void aContainerThatIsLeftOfAnInstallThatSucceededIsWarnedOf() {
    steps.put(
        "removeContainer",
        _ -> {
          throw new EngineRefusedException(500, "device or resource busy");
        });
    InstallResult result = install(REQUEST);
    assertThat(result.successful()).isTrue();
    assertThat(result.warnings())
        .singleElement()
        .asString()
        .contains("sandbox-cache-install-" + REQUEST.reference().tag(), "device or resource busy");
  }

  @Test
  void aRemovalWhoseAnswerIsLostIsAskedForAgain() {
    AtomicInteger asked = new AtomicInteger();
    steps.put(
        "removeContainer",
        usual -> {
          if (asked.incrementAndGet() == 1) {
            throw lost();
          }
          return usual.call();
        });
    assertThat(install(REQUEST).warnings()).isEmpty();
  }

  @Test
  void whatAnEngineCommitsThatNobodyWaitsForAnyMoreIsRemoved() {
    steps.put(
        "commit",
        usual -> {
          usual.call();
          throw new CancellationException();
        });
    assertThat(install(REQUEST).successful()).isFalse();
    assertThat(nameless()).isEmpty();
    assertThat(real.image(REQUEST.reference().toString())).isEmpty();
  }

  @Test
  void aHitThatWasMadeFromAnotherBaseSaysSo() {
    real.add(stranger());
    assertThat(InstallText.warnings(install(REQUEST)))
        .singleElement()
        .asString()
        .contains("node:22", "node:20");
    assertThat(InstallText.warnings(install(request("docker.io/library/node:22", "bridge"))))
        .isEmpty();
    assertThat(
            InstallText.warnings(
                install(InstallRequest.of(Language.JAVASCRIPT, List.of("left-pad")))))
        .isEmpty();
  }

  @Test
  void theNetworkOfTheHostIsWarnedOf() {
    assertThat(InstallText.warnings(install(request("node:20", "host"))))
        .singleElement()
        .asString()
        .contains("host network");
  }

  private static InstallRequest request(String base, String network) {
    return new InstallRequest(
        REQUEST.language(), REQUEST.packages(), Optional.of(base), Optional.of(network));
  }

  @Test
  void limitsUnderWhichNothingRunsAreRefusedWithWords() {
    InstallSettings usual = InstallSettings.DEFAULT;
    InstallResult result =
        install(
            REQUEST,
            new InstallSettings(
                usual.baseImages(),
                usual.network(),
                usual.caBundle(),
                new ResourceLimits(1 << 20, 1, 100),
                usual.timeLimit()));
    assertThat(InstallText.errors(result))
        .singleElement()
        .asString()
        .contains("no package manager runs");
    assertThat(real.containers()).isEmpty();
  }
}
