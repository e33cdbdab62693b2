package io.github.sandboxcache.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sandboxcache.launch.PackagedCommand.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every packaged app does, whichever Java it runs on. */
interface AnswersVerbs {
  /** Runs the app to its end. */
  Run run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException;

  @Test
  default void verbPrintsNothingButItsAnswer() throws Exception {
    assertThat(run(Map.of(), "key", "python", "requests"))
        .isEqualTo(
            new Run(
                0,
                """
                4831972989366b012ff6798bc52121ae423ba69728ddc7a1719a7613bc3a1e91
                mcp-sandbox-python:483197298936
                """,
                ""));
  }

  @Test
  default void sampleCacheIsListed() throws Exception {
    Run run = run(Map.of(), "ls", "--sample", "--json");

    assertThat(run.err()).isEmpty();
    assertThat(JsonMapper.builder().build().readTree(run.out())).hasSizeGreaterThan(40);
  }

  @Test
  default void pictureNeedsNoDisplay(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("window.png");

    Run run = run(Map.of(), "picture", file.toString(), "--sample", "--scale", "2", "--json");

    assertThat(run.err()).isEmpty();
    assertThat(JsonMapper.builder().build().readTree(run.out()).get("width").asInt())
        .isEqualTo(2560);
    assertThat(ImageIO.read(file.toFile()))
        .satisfies(picture -> assertThat(picture.getWidth()).isEqualTo(2560))
        .satisfies(picture -> assertThat(picture.getHeight()).isEqualTo(1640));
  }

  @Test
  default void withoutDisplayTheCacheIsShownInWords() throws Exception {
    Run run = run(Map.of(), "--sample");

    assertThat(run.code()).isZero();
    assertThat(run.err().lines()).singleElement().asString().contains("display", "picture");
    assertThat(run.out()).contains("LANGUAGE", "The 10 largest images", "mcp-sandbox-");
  }

  @Test
  default void withoutDisplayAndEngineItSaysWhatVerbsSay() throws Exception {
    Map<String, String> nowhere = Map.of("DOCKER_HOST", "unix:///nonexistent/docker.sock");

    Run run = run(nowhere);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("No display").contains(run(nowhere, "ls").err());
  }
}
