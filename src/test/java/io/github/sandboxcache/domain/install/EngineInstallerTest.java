package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.adapter.sample.SampleCache;
import io.github.sandboxcache.adapter.sample.SampleEngine;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistryException;
import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.registry.TransferProblem;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProcessLocks;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.task.TaskNotice;
import io.github.sandboxcache.domain.usage.FactKind;
import io.github.sandboxcache.domain.usage.FactRecorder;
import io.github.sandboxcache.domain.usage.FactsInMemory;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedgerException;
import io.github.sandboxcache.text.InstallText;
import io.github.sandboxcache.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards what an installer decides itself, on the engine of the sample data. */
class EngineInstallerTest {
  private final SampleEngine engine =
      new SampleEngine(new SampleCache(List.of(), List.of()), Clock.systemUTC(), Duration.ZERO);
  private final FactsInMemory facts = new FactsInMemory();
  private final Heard heard = new Heard(new ArrayList<>(), new ArrayList<>());
  @TempDir private Path directory = Path.of("");

  private record Heard(List<Progress> progress, List<String> lines) implements ProgressListener {
    @Override
    public void onProgress(Progress now) {
      progress.add(now);
    }

    @Override
    public void onLine(String line) {
      lines.add(line);
    }

    @Override
    public void onNotice(TaskNotice notice) {
      lines.add(InstallText.of(notice));
    }
  }

  @Test
  void aRefusedNameIsNoLookupAndRunsNothing() {
    InstallResult result = install(InstallRequest.of(Language.PYTHON, List.of("--pre", "/etc")));
    assertThat(result.successful()).isFalse();
    assertThat(InstallText.errors(result)).hasSize(2).first().asString().contains("--pre");
    assertThat(facts.all()).isEmpty();
    assertThat(heard.lines()).isEmpty();
  }

  @Test
  void anUnknownLanguageIsToldInPlainWords() {
    InstallResult result = install(InstallRequest.of(new Language("cobol"), List.of("x")));
    assertThat(InstallText.errors(result)).singleElement().asString().contains("cobol");
  }

  @Test
  void anInstallIsNoLookupOfASandboxAndTheNextOneFindsItsImage() {
    InstallRequest request = InstallRequest.of(Language.JAVASCRIPT, List.of("left-pad"));
    assertThat(install(request).cached()).isFalse();
    int linesOfTheInstall = heard.lines().size();
    assertThat(install(request).cached()).isTrue();
    assertThat(heard.lines()).hasSize(linesOfTheInstall);
    assertThat(facts.all()).extracting(UsageFact::kind).containsExactly(FactKind.INSTALLED);
    assertThat(facts.all()).extracting(UsageFact::reference).containsOnly(request.reference());
    assertThat(facts.all())
        .extracting(fact -> fact.packages().orElseThrow())
        .containsOnly(List.of("left-pad"));
    UsageFact installed = facts.of(FactKind.INSTALLED).getFirst();
    assertThat(installed.imageId()).isPresent();
    assertThat(installed.duration()).isPresent();
    assertThat(installed.bytes().orElseThrow()).isPositive();
    assertThat(engine.containers()).isEmpty();
  }

  @Test
  void whatARegistryHasIsNotInstalled() {
    InstallRequest request = InstallRequest.of(Language.JAVASCRIPT, List.of("left-pad"));
    RemoteReference name = there(request);
    InstallResult result = install(request, (_, _, _) -> Optional.of(name));

    assertThat(result.successful()).isTrue();
    assertThat(result.cached()).isFalse();
    assertThat(result.warnings()).containsExactly(new InstallNotice.FromRegistry(name));
    assertThat(heard.progress()).as("no step of an install").isEmpty();
    assertThat(facts.all()).as("who pulls records it").isEmpty();
  }

  @Test
  void whoWantsABaseImageOrVersionsGetsNoImageOfOthers() {
    ImageSource asked =
        (_, _, _) -> {
          throw new AssertionError("nobody should be asked");
        };
    InstallRequest based =
        new InstallRequest(
            Language.JAVASCRIPT, List.of("left-pad"), Optional.of("node:20"), Optional.empty());
    assertThat(install(based, asked).successful()).isTrue();
    InstallRequest recorded =
        new InstallRequest(
            Language.JAVASCRIPT,
            List.of("is-odd"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new RecordedImage(List.of(), Optional.empty())));
    assertThat(install(recorded, asked).successful()).isTrue();
  }

  @Test
  void whatNoRegistryHasIsInstalled() {
    InstallRequest request = InstallRequest.of(Language.JAVASCRIPT, List.of("left-pad"));
    InstallNotice vain =
        new InstallNotice.NotPulled(
            there(request).registry(),
            new TransferProblem.Registry(RegistryException.Kind.FAILED, "HTTP 500"));
    InstallResult result =
        install(
            request,
            (_, listener, _) -> {
              listener.onNotice(vain);
              return Optional.empty();
            });

    assertThat(result.successful()).isTrue();
    assertThat(heard.lines()).first().asString().contains("HTTP 500");
    assertThat(facts.of(FactKind.INSTALLED)).hasSize(1);
  }

  private static RemoteReference there(InstallRequest request) {
    return new RemoteReference(
        new RegistryAddress("registry.example.com", "team"), request.reference());
  }

  @Test
  void stepsAreReportedInTheirOrder() {
    install(InstallRequest.of(Language.JAVASCRIPT, List.of("left-pad")));
    assertThat(heard.progress().stream().map(Progress::step).distinct())
        .containsExactly(
            Installer.STEP_BASE_IMAGE, Installer.STEP_PACKAGES, Installer.STEP_SAVE_IMAGE);
    assertThat(heard.lines()).first().asString().startsWith("$ npm install");
  }

  @Test
  void theBaseImageIsTheGivenElseTheSandboxsElseTheDefault() {
    BaseImages baseImages = new BaseImages(engine);
    InstallRequest usual = InstallRequest.of(Language.RUBY, List.of("rails"));
    InstallRequest given =
        new InstallRequest(
            Language.RUBY, List.of("rails"), Optional.of("mine:1"), Optional.empty());
    Map<Language, String> defaults = InstallSettings.DEFAULT.baseImages();
    assertThat(baseImages.choose(usual, defaults)).contains("ruby:3.3-alpine");
    assertThat(baseImages.choose(usual, Map.of())).isEmpty();
    engine.add(image("mcp-sandbox-ruby:base"));
    assertThat(baseImages.choose(usual, defaults)).contains("mcp-sandbox-ruby:base");
    assertThat(baseImages.choose(given, defaults)).contains("mine:1");
  }

  @Test
  void theRecordedBaseIsTakenByItsIdWhileItIsThereAndNeverByAName() {
    BaseImages baseImages = new BaseImages(engine);
    engine.add(image("mcp-sandbox-ruby:base"));
    assertThat(baseImages.recorded(recordedOn("sha256:1"))).contains("sha256:1");
    assertThat(baseImages.recorded(recordedOn("sha256:2"))).isEmpty();
    assertThat(baseImages.recorded(recordedOn("mcp-sandbox-ruby:base"))).isEmpty();
    assertThat(baseImages.recorded(InstallRequest.of(Language.RUBY, List.of("rails")))).isEmpty();
  }

  private static InstallRequest recordedOn(String baseId) {
    return new InstallRequest(
        Language.RUBY,
        List.of("rails"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new RecordedImage(List.of(), Optional.of(baseId))));
  }

  @Test
  void lookupsThatCannotBeCountedAreToldAndStopNothing() {
    FactRecorder broken =
        _ -> {
          throw new UsageLedgerException("usage.db", new IOException("disk full"));
        };
    InstallResult result =
        installer(broken, directory)
            .install(
                InstallRequest.of(Language.GO, List.of("golang.org/x/text")),
                heard,
                new Cancellation());
    assertThat(result.successful()).isTrue();
    assertThat(heard.lines()).contains(Texts.text("install.not-counted"));
  }

  @Test
  void withoutADirectoryForLocksItInstallsAllTheSame() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    InstallRequest request = InstallRequest.of(Language.BASH, List.of("jq"));
    InstallResult result = installer(facts, file).install(request, heard, new Cancellation());
    assertThat(result.successful()).isTrue();
  }

  private InstallResult install(InstallRequest request) {
    return installer(facts, directory).install(request, heard, new Cancellation());
  }

  private InstallResult install(InstallRequest request, ImageSource source) {
    return new EngineInstaller(
            engine,
            () -> InstallSettings.DEFAULT,
            source,
            facts,
            new ProcessLocks(directory),
            "test",
            Clock.systemUTC())
        .install(request, heard, new Cancellation());
  }

  private EngineInstaller installer(FactRecorder recorder, Path locks) {
    return new EngineInstaller(
        engine,
        () -> InstallSettings.DEFAULT,
        recorder,
        new ProcessLocks(locks),
        "test",
        Clock.systemUTC());
  }

  private static EngineImage image(String reference) {
    return new EngineImage(
        "sha256:1",
        List.of(reference),
        OptionalLong.of(1),
        OptionalLong.empty(),
        Optional.of(Instant.EPOCH),
        Optional.empty(),
        Map.of());
  }
}
