package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sandboxcache.domain.engine.CommitRequest;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineConnector.Outcome;
import io.github.sandboxcache.domain.engine.EngineRefusedException;
import io.github.sandboxcache.domain.engine.ImageConfig;
import io.github.sandboxcache.domain.task.Cancellation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Podman refuses a commit during which another image is removed, as on a busy machine. */
class StumblingCommitTest {
  private static final String COMMIT = "/v1.41/commit";
  private static final CommitRequest REQUEST =
      new CommitRequest(
          new ImageConfig("sha256:1", List.of(), List.of(), "", "", List.of(), List.of(), false),
          Map.of(),
          "");

  private final FakeEngine fake =
      FakeEngine.speaking("1.40", "1.41")
          .answer(
              "/version",
              200,
              """
              {"ApiVersion":"1.41","MinAPIVersion":"1.24","Components":[{"Name":"Podman Engine"}]}
              """);
  private final ContainerEngine podman =
      ((Outcome.Connected)
              new DockerEngineConnector(EngineEnvironment.current())
                  .connect(Optional.of(fake.uri())))
          .engine();

  @AfterEach
  void close() {
    podman.close();
    fake.close();
  }

  @Test
  void whatAnotherRemovalDisturbedIsTriedAgain() {
    fake.answer(COMMIT, 500, "{\"message\":\"creating image \\\"1\\\": layer not known\"}");
    assertThatThrownBy(this::commit)
        .isInstanceOf(EngineRefusedException.class)
        .hasMessageEndingWith("layer not known");
    assertThat(commits()).isEqualTo(3);
  }

  @Test
  void whatFailsForAnotherReasonIsNot() {
    fake.answer(COMMIT, 500, "{\"message\":\"no space left on device\"}");
    assertThatThrownBy(this::commit).hasMessageContaining("no space left on device");
    assertThat(commits()).isOne();
  }

  private void commit() {
    String _ = podman.installRuntime().commit("container", REQUEST, new Cancellation());
  }

  private long commits() {
    return fake.requests().stream().filter(request -> request.contains(COMMIT)).count();
  }
}
