package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.AskedPackages;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.PackagesFrom;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.catalog.EngineSnapshot;
import io.github.sandboxcache.domain.engine.CommitRequest;
import io.github.sandboxcache.domain.engine.ContainerCommand;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.ImageConfig;
import io.github.sandboxcache.domain.engine.InstallContainer;
import io.github.sandboxcache.domain.engine.InstallRuntime;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.service.Inspection;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.Inspectors;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Guards that of an image as the original sandbox makes it, committed without a word of what is in
 * it, both is found out: what was asked for, for certain, and what is installed.
 */
@EngineTest
class ProvenByKeyTest {
  private static final String DIRECTORY = "/tmp";

  private ContainerEngine engine;
  private InstallRuntime runtime;
  private RealInstalls installs;
  private Optional<String> container = Optional.empty();

  @BeforeEach
  void start(ContainerEngine found, @TempDir Path locks) {
    engine = found;
    runtime = found.installRuntime();
    installs = new RealInstalls(found, locks);
  }

  @AfterEach
  void removeWhatWasMade() {
    container.ifPresent(runtime::removeContainer);
    installs.close();
  }

  @Test
  void whatPipWasAskedForIsProvenAndWhatItInstalledIsTold() {
    InstallRequest request = installs.request(Language.PYTHON, "python", "six==1.16.0", "Jinja2");
    String base = request.baseImage().orElseThrow();
    ImageConfig config = runtime.imageConfig(base);
    String made = started(base, config);
    List<String> before = installed(made);
    assertThat(pip(made, "install", "--no-cache-dir", "six==1.16.0", "Jinja2"))
        .anyMatch(line -> line.startsWith("Successfully installed"));
    List<String> after = installed(made);
    String image =
        runtime.commit(
            made, new CommitRequest(config, Map.of("mcp-sandbox", "true"), ""), new Cancellation());
    runtime.tag(image, request.reference());

    Inspection inside = inspect(request);

    assertThat(inside.asked())
        .contains(new AskedPackages(List.of("Jinja2", "six==1.16.0"), PackagesFrom.KEY));
    after.removeAll(before);
    assertThat(inside.contents().packages())
        .extracting(each -> (each.name() + "==" + each.version()).toLowerCase(Locale.ROOT))
        .containsExactlyInAnyOrderElementsOf(after);
    assertThat(inside.contents().packages()).allMatch(each -> each.sizeBytes().isPresent());
    assertThat(inside.contents().problems()).isEmpty();
    assertThat(inside.base().name(engine.image(image).orElseThrow()).orElse("")).contains(base);
  }

  private String started(String base, ImageConfig config) {
    String made =
        runtime.createContainer(
            new InstallContainer(
                "sandbox-cache-test-" + UUID.randomUUID(),
                base,
                config,
                Map.of("mcp-sandbox", "true"),
                Optional.of("host"),
                List.of("CHOWN", "DAC_OVERRIDE", "FOWNER"),
                InstallSettings.DEFAULT.limits(),
                Duration.ofMinutes(10),
                Optional.empty()));
    container = Optional.of(made);
    runtime.startContainer(made);
    return made;
  }

  /** As {@code name==version} in lower case, as pip itself lists them. */
  private List<String> installed(String made) {
    return new ArrayList<>(
        pip(made, "list", "--format=freeze").stream()
            .map(line -> line.toLowerCase(Locale.ROOT))
            .filter(line -> line.contains("=="))
            .toList());
  }

  private List<String> pip(String made, String... arguments) {
    List<String> command = new ArrayList<>(List.of("python3", "-m", "pip"));
    Collections.addAll(command, arguments);
    List<String> lines = Collections.synchronizedList(new ArrayList<>());
    int code =
        runtime.run(
            made,
            new ContainerCommand(command, DIRECTORY, Map.of("PIP_BREAK_SYSTEM_PACKAGES", "1"), "0"),
            lines::add,
            new Cancellation());
    assertThat(code).as("pip said %s", lines).isZero();
    return List.copyOf(lines);
  }

  private Inspection inspect(InstallRequest request) {
    Catalog catalog =
        Catalog.of(
            new EngineSnapshot(
                engine.images(), engine.containers(), engine.description().naming()));
    CachedImage image = catalog.find(request.reference()).orElseThrow();
    return Inspectors.of(engine).inspect(image, catalog, ProgressListener.NONE, new Cancellation());
  }
}
