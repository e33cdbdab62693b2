package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.engine.EngineDiskUsage;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.layers.ImageLayers;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an engine is asked for layers and their bytes, literally, and what is made of it. */
class LayerRequestsTest {
  private static final String ITEM = "{\"Id\":\"1\",\"Size\":7,\"SharedSize\":3}";

  private final FakeEngine fake = FakeEngine.speaking("1.24", "1.60");
  private final EngineConnection connection =
      EngineConnection.at(URI.create(fake.uri()), Optional.empty());

  @AfterEach
  void close() {
    connection.close();
    fake.close();
  }

  private DockerEngine docker(int minor) {
    return engine("Engine", minor);
  }

  private DockerEngine engine(String product, int minor) {
    return DockerEngine.of(
        Endpoint.named(fake.uri(), Source.CHOSEN, ""),
        connection,
        new EngineVersion("1", "1.60", "1.24", List.of(new EngineVersion.Component(product))),
        new ApiVersion(1, minor),
        RegistryLogins.in(Path.of("absent")));
  }

  private static String inspected(String id, String more) {
    return "{\"Id\":\"%s\",\"Size\":7%s}".formatted(id, more);
  }

  @Test
  void whereTheListSaysItOnlyTheCountOfAllLayersIsTaken() {
    fake.answer("/v1.44/system/df", 200, "{\"LayersSize\":10,\"Images\":[%s]}".formatted(ITEM));
    fake.answer("/v1.41/system/df", 200, "{\"LayersSize\":0,\"Images\":null}");

    assertThat(docker(44).diskUsage())
        .isEqualTo(new EngineDiskUsage(OptionalLong.of(10), Map.of()));
    assertThat(engine("Podman Engine", 41).diskUsage()).isEqualTo(EngineDiskUsage.UNKNOWN);
  }

  @Test
  void theLayersOfAnImageComeFromItsInspectionAndItsHistory() {
    String history =
        """
        [{"Created":1741064767,"CreatedBy":"pip install numpy","Size":4},
         {"Created":0,"CreatedBy":null,"Size":3}]
        """;
    for (String id : List.of("1", "2")) {
      fake.answer("/v1.51/images/" + id + "/history", 200, history);
    }
    fake.answer("/v1.51/images/3/json", 404, "{\"message\":\"no such image\"}");
    String layers = ",\"RootFS\":{\"Layers\":[\"sha256:a\",\"sha256:b\"]}";
    fake.answer("/v1.51/images/1/json", 200, inspected("1", layers));
    fake.answer(
        "/v1.51/images/2/json", 200, inspected("2", layers + ",\"Descriptor\":{\"size\":1}"));

    assertThat(docker(51).layers("1"))
        .isEqualTo(layers("1", OptionalLong.of(7), OptionalLong.empty()));
    assertThat(docker(51).layers("2"))
        .as("of the containerd store, the size of which is that of compressed layers")
        .isEqualTo(layers("2", OptionalLong.empty(), OptionalLong.of(7)));
    assertThatThrownBy(() -> docker(51).layers("3")).isInstanceOf(ImageNotFoundException.class);
  }

  @Test
  void anImageWithoutHistoryHasLayersNevertheless() {
    fake.answer("/v1.51/images/1/history", 200, "null");
    fake.answer(
        "/v1.51/images/1/json", 200, inspected("1", ",\"RootFS\":{\"Layers\":[\"sha256:a\"]}"));

    assertThat(docker(51).layers("1").history()).isEmpty();
    assertThat(docker(51).layers("1").diffIds()).containsExactly("sha256:a");
  }

  @Test
  void theArchiveOfAnImageIsReadAsItComes() {
    fake.answer("/v1.51/images/sha256:1/get", 200, "the archive");
    fake.answer("/v1.51/images/2/get", 404, "{\"message\":\"no such image\"}");

    assertThat(
            docker(51)
                .<String>readArchive(
                    "sha256:1",
                    in -> new String(in.readAllBytes(), StandardCharsets.UTF_8),
                    new Cancellation()))
        .isEqualTo("the archive");
    assertThatThrownBy(() -> docker(51).readArchive("2", in -> in.read(), new Cancellation()))
        .isInstanceOf(ImageNotFoundException.class);
  }

  @Test
  void anArchiveThatIsNotLegibleIsTheEnginesFailure() {
    fake.answer("/v1.51/images/1/get", 200, "the archive");

    assertThatThrownBy(
            () ->
                docker(51)
                    .readArchive(
                        "1",
                        _ -> {
                          throw new IOException("not an archive");
                        },
                        new Cancellation()))
        .isInstanceOf(EngineUnreachableException.class)
        .hasMessageContaining("not an archive");
  }

  @Test
  void whatACancellationBreaksOffIsNoFailureOfTheEngine() {
    fake.answer("/v1.51/images/1/get", 200, "the archive");
    Cancellation cancellation = new Cancellation();

    assertThatThrownBy(
            () ->
                docker(51)
                    .readArchive(
                        "1",
                        _ -> {
                          cancellation.cancel();
                          throw new IOException("closed");
                        },
                        cancellation))
        .isInstanceOf(CancellationException.class);
  }

  private static ImageLayers layers(String id, OptionalLong unpacked, OptionalLong content) {
    Instant made = Instant.ofEpochSecond(1741064767);
    return new ImageLayers(
        id,
        List.of("sha256:a", "sha256:b"),
        List.of(
            new ImageLayers.Step(3, "", Optional.empty()),
            new ImageLayers.Step(4, "pip install numpy", Optional.of(made))),
        unpacked,
        content);
  }
}
