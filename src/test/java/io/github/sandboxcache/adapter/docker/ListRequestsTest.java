package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.ContainerLife;
import io.github.sandboxcache.domain.engine.EngineAttempt.Source;
import io.github.sandboxcache.domain.engine.EngineContainer;
import io.github.sandboxcache.domain.engine.EngineDiskUsage;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an engine is asked for its images and containers, literally, and what is made of it. */
class ListRequestsTest {
  private static final Instant MADE = Instant.parse("2025-03-04T05:06:07Z");

  private final FakeEngine fake = FakeEngine.speaking("1.24", "1.60");
  private final EngineConnection connection =
      EngineConnection.at(URI.create(fake.uri()), Optional.empty());

  @AfterEach
  void close() {
    connection.close();
    fake.close();
  }

  private DockerEngine engine(String product, int minor) {
    EngineVersion version =
        new EngineVersion("28.5.1", "1.60", "1.24", List.of(new EngineVersion.Component(product)));
    return DockerEngine.of(
        Endpoint.named(fake.uri(), Source.CHOSEN, ""),
        connection,
        version,
        new ApiVersion(1, minor),
        RegistryLogins.in(Path.of("absent")));
  }

  private DockerEngine docker() {
    return engine("Engine", 51);
  }

  private static EngineImage image(String id, long size, OptionalLong shared) {
    return new EngineImage(
        id,
        List.of("a:1"),
        OptionalLong.of(size),
        shared,
        Optional.of(MADE),
        Optional.empty(),
        Map.of());
  }

  private static String item(String id, long size) {
    return "{\"Id\":\"%s\",\"RepoTags\":[\"a:1\"],\"Created\":1741064767,\"Size\":%d,\"SharedSize\":3}"
        .formatted(id, size);
  }

  private static String inspected(String id, String more) {
    return "{\"Id\":\"%s\",\"RepoTags\":[\"a:1\"],\"Created\":\"%s\",\"Size\":7%s}"
        .formatted(id, MADE, more);
  }

  @Test
  void anEngineSaysWhatItIs() {
    assertThat(engine("Engine", 41).description())
        .satisfies(
            description -> {
              assertThat(description.product()).isEqualTo("Docker");
              assertThat(description.version()).isEqualTo("28.5.1");
              assertThat(description.apiVersion()).isEqualTo("1.41");
              assertThat(description.naming()).isEqualTo(ReferenceNaming.DOCKER);
            });
    assertThat(engine("Podman Engine", 41).description().naming())
        .isEqualTo(ReferenceNaming.PODMAN);
  }

  @Test
  void sinceTheListSaysWhatIsSharedItIsAskedTo() {
    fake.answer("/v1.44/images/json", 200, "[" + item("1", 7) + "]");

    assertThat(engine("Engine", 44).images()).containsExactly(image("1", 7, OptionalLong.of(3)));
    assertThat(fake.requests()).containsExactly("GET /v1.44/images/json?all=1&shared-size=1");
  }

  @Test
  void beforeThatTheDiskUsageIsAsked() {
    fake.answer(
        "/v1.43/system/df",
        200,
        "{\"LayersSize\":10,\"Images\":[%s,{\"Id\":\"2\",\"SharedSize\":-1}]}"
            .formatted(item("1", 7)));

    assertThat(engine("Engine", 43).images()).isEmpty();
    assertThat(engine("Engine", 43).diskUsage())
        .isEqualTo(new EngineDiskUsage(OptionalLong.of(10), Map.of("1", 3L)));
    assertThat(fake.requests())
        .containsExactly("GET /v1.43/images/json?all=1", "GET /v1.43/system/df?type=image");
  }

  @Test
  void anImageIsLookedAtByItsName() {
    fake.answer("/v1.51/images/team/a:1/json", 200, inspected("1", ""));

    assertThat(docker().image("team/a:1")).contains(image("1", 7, OptionalLong.empty()));
    assertThat(fake.requests()).containsExactly("GET /v1.51/images/team/a:1/json");
  }

  @Test
  void anImageThatIsNotThereIsEmptyAndAnotherErrorIsOne() {
    fake.answer("/v1.51/images/a:1/json", 404, "{\"message\":\"no such image\"}");
    fake.answer("/v1.51/images/b:1/json", 500, "{\"message\":\"broken store\"}");

    assertThat(docker().image("a:1")).isEmpty();
    assertThatThrownBy(() -> docker().image("b:1"))
        .isExactlyInstanceOf(EngineRefusedException.class)
        .hasMessage("broken store");
  }

  @Test
  void whereTheSizeDiffersItIsTakenFromTheList() {
    fake.answer("/v1.51/images/a:1/json", 200, inspected("1", ",\"Descriptor\":{}"));
    fake.answer("/v1.51/images/json", 200, "[%s,%s]".formatted(item("2", 50), item("1", 99)));

    assertThat(docker().image("a:1")).contains(image("1", 99, OptionalLong.empty()));
    assertThat(fake.requests().getLast())
        .isEqualTo("GET /v1.51/images/json?filters=%7B%22reference%22%3A%5B%22a%3A1%22%5D%7D");
  }

  @Test
  void whatTheListDoesNotHaveKeepsItsSize() {
    fake.answer("/v1.51/images/a:1/json", 200, inspected("1", ",\"Descriptor\":{}"));
    fake.answer("/v1.51/images/json", 200, "[%s]".formatted(item("2", 50)));

    assertThat(docker().image("a:1")).contains(image("1", 7, OptionalLong.empty()));
  }

  @Test
  void anImageWithoutNamesKeepsItsSize() {
    fake.answer("/v1.51/images/1/json", 200, "{\"Id\":\"1\",\"Size\":7,\"Descriptor\":{}}");

    assertThat(docker().image("1")).get().returns(OptionalLong.of(7), EngineImage::sizeBytes);
    assertThat(fake.requests()).hasSize(1);
  }

  /** As an old containerd store lists an image. */
  @Test
  void anImageThatIsListedTwiceIsOneWithAllItsNames() {
    String other = item("1", 50).replace("a:1", "b:1");
    fake.answer(
        "/v1.51/images/json", 200, "[%s,%s,%s]".formatted(item("1", 50), other, item("1", 50)));

    assertThat(docker().images())
        .singleElement()
        .returns(List.of("a:1", "b:1"), EngineImage::references);
  }

  @ParameterizedTest
  @CsvSource({"0, -1", "-62135596800, -1", "0, -7", "9223372036854775807, -1"})
  void whatTheListDoesNotTellIsEmpty(long created, long size) {
    fake.answer(
        "/v1.51/images/json",
        200,
        "[{\"Id\":\"1\",\"Created\":%d,\"Size\":%d}]".formatted(created, size));

    assertThat(docker().images())
        .singleElement()
        .returns(Optional.empty(), EngineImage::createdAt)
        .returns(OptionalLong.empty(), EngineImage::sizeBytes);
  }

  @Test
  void containersAreListedRunningOrNot() {
    fake.answer(
        "/v1.51/containers/json",
        200,
        """
        [{"Id":"c1","Names":["/job","/net/job"],"Image":"a:1","ImageID":"sha256:1",
          "State":"paused","Labels":{"k":"v"}},
         {"Id":"c2","ImageID":"sha256:1","State":"exited"},
         {"Id":"c3","Names":["plain"],"ImageID":"sha256:1","State":"running"}]
        """);

    assertThat(docker().containers())
        .containsExactly(
            new EngineContainer("c1", "job", "sha256:1", "a:1", true, Map.of("k", "v")),
            new EngineContainer("c2", "c2", "sha256:1", "", false, Map.of()),
            new EngineContainer("c3", "plain", "sha256:1", "", true, Map.of()));
    assertThat(fake.requests()).containsExactly("GET /v1.51/containers/json?all=1");
  }

  @Test
  void aContainerWhoseImageIsOnlyNamedIsResolved() {
    fake.answer(
        "/v1.51/containers/json",
        200,
        "[{\"Id\":\"c1\",\"Image\":\"a:1\"},{\"Id\":\"c2\",\"Image\":\"gone:1\"},{\"Id\":\"c3\"}]");
    fake.answer("/v1.51/images/a:1/json", 200, inspected("sha256:1", ""));
    fake.answer("/v1.51/images/gone:1/json", 404, "{}");

    assertThat(docker().containers())
        .extracting(EngineContainer::imageId)
        .containsExactly("sha256:1", "", "");
  }

  @Test
  void aContainerTellsWhenItBegan() {
    fake.answer(
        "/v1.51/containers/c1/json",
        200,
        """
        {"Id":"c1","Name":"/job","Image":"sha256:1","Created":"2025-03-04T05:06:07Z",
         "State":{"Running":true,"StartedAt":"2025-03-04T05:06:08Z"},
         "Config":{"Image":"a:1","Labels":{"k":"v"}}}
        """);

    assertThat(docker().containerLife("c1"))
        .contains(
            new ContainerLife(
                new EngineContainer("c1", "job", "sha256:1", "a:1", true, Map.of("k", "v")),
                MADE,
                Optional.of(MADE.plusSeconds(1))));
  }

  @Test
  void aContainerThatIsGoneIsEmptyAndAnotherErrorIsOne() {
    fake.answer("/v1.51/containers/c1/json", 404, "{\"message\":\"no such container\"}");
    fake.answer("/v1.51/containers/c2/json", 500, "{\"message\":\"broken store\"}");

    assertThat(docker().containerLife("c1")).isEmpty();
    assertThatThrownBy(() -> docker().containerLife("c2")).hasMessage("broken store");
  }

  @Test
  void whatIsClosedAsksNothingAnyMore() {
    DockerEngine engine = docker();
    engine.close();

    assertThatThrownBy(engine::images).isInstanceOf(RuntimeException.class);
    assertThat(fake.requests()).isEmpty();
  }
}
