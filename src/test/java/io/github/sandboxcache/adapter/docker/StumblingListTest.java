package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Podman and Docker's containerd store refuse a list in which an image vanishes; Podman tells of
 * new images too late as well.
 */
class StumblingListTest {
  private static final String LIST = "/v1.41/images/json";
  private static final String REFUSAL = "{\"message\":\"locating image: image not known\"}";

  private static final String CONTENT_GONE =
      "{\"message\":\"NotFound: content digest sha256:59: not found\"}";

  private final FakeEngine fake = FakeEngine.speaking("1.40", "1.41");
  private final ContainerEngine podman = connect("Podman Engine");

  private ContainerEngine connect(String component) {
    fake.answer(
        "/version",
        200,
        """
        {"ApiVersion":"1.41","MinAPIVersion":"1.24","Components":[{"Name":"%s"}]}
        """
            .formatted(component));
    return ((Outcome.Connected)
            new DockerEngineConnector(EngineEnvironment.current()).connect(Optional.of(fake.uri())))
        .engine();
  }

  @AfterEach
  void close() {
    podman.close();
    fake.close();
  }

  private long lists() {
    return fake.requests().stream().filter(request -> request.contains(LIST)).count();
  }

  @Test
  void aListThatIsRefusedIsAskedForAgain() {
    fake.answer(LIST, 500, REFUSAL);
    assertThatThrownBy(podman::images)
        .isInstanceOf(EngineRefusedException.class)
        .hasMessage("locating image: image not known");
    assertThat(lists()).isEqualTo(4);
  }

  @Test
  void alsoWithDocker() {
    fake.answer(LIST, 404, CONTENT_GONE);
    try (ContainerEngine docker = connect("Engine")) {
      assertThatThrownBy(docker::images)
          .isExactlyInstanceOf(EngineRefusedException.class)
          .hasMessageContaining("content digest");
      assertThat(lists()).isEqualTo(4);
    }
  }

  @Test
  void podmanAloneAnnouncesNoImages() {
    try (ContainerEngine docker = connect("Engine")) {
      assertThat(docker.announcesImages()).isTrue();
    }
    assertThat(podman.announcesImages()).isFalse();
  }

  /** Otherwise an image would be told gone that is there. */
  @Test
  void aListThatStumblesOverAnotherImageDoesNotSayThatThisOneIsGone() {
    fake.answer(LIST, 404, CONTENT_GONE)
        .answer("/v1.41/images/sha256:01/json", 200, "{\"Id\":\"01\"}");
    try (ContainerEngine docker = connect("Engine")) {
      assertThatThrownBy(() -> docker.imagesMadeAfter("sha256:01"))
          .isExactlyInstanceOf(EngineRefusedException.class);
    }
  }

  @Test
  void imagesMadeSinceAreThoseItLists() {
    fake.answer(LIST, 200, "[{\"Id\":\"sha256:02\",\"Created\":1,\"Size\":1}]");
    assertThat(podman.imagesMadeAfter("sha256:01"))
        .extracting(EngineImage::id)
        .containsExactly("sha256:02");
  }

  @Test
  void sinceAnImageThatIsGoneIsNoQuestion() {
    fake.answer(LIST, 500, REFUSAL).answer("/v1.41/images/sha256:01/json", 404, REFUSAL);
    assertThatThrownBy(() -> podman.imagesMadeAfter("sha256:01"))
        .isInstanceOf(ImageNotFoundException.class);
  }

  @Test
  void aRefusalSinceAnImageThatIsThereIsOne() {
    fake.answer(LIST, 500, REFUSAL).answer("/v1.41/images/sha256:01/json", 200, "{\"Id\":\"01\"}");
    assertThatThrownBy(() -> podman.imagesMadeAfter("sha256:01"))
        .isExactlyInstanceOf(EngineRefusedException.class);
  }

  /** Otherwise an install whose container somebody removed would be told as refused. */
  @Test
  void aContainerThatVanishesWhilePodmanLooksIsGone() {
    fake.answer(
        "/v1.41/containers/c1/json",
        500,
        "{\"message\":\"container c1 does not exist in database: no such container\"}");

    assertThat(podman.installRuntime().state("c1")).isEmpty();
  }
}
