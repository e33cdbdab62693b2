package io.github.sandboxcache.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sandboxcache.launch.PackagedCommand.Run;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
