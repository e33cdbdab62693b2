package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.TestImages;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Guards that the documents tell what a real engine holds. Removals are only announced here: the
 * engine may hold images of others.
 */
@EngineTest
class CommandLineEngineTest {
  private static JsonNode entry(JsonNode array, CacheReference reference) {
    List<JsonNode> found =
        array
            .valueStream()
            .filter(node -> node.get("reference").textValue().equals(reference.toString()))
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @Test
  void listTellsTagsAndUsersOfEachImage(ContainerEngine engine, TestImages images) {
    CacheReference reference = images.load();
    String foreign = "foreign-" + images.language();
    images.tag(reference, foreign, "1");
    images.container(reference.toString());

    CommandLineRun run = CommandLineRun.of(EngineAccess.to(engine), "ls", "--json");

    assertThat(run.code()).isZero();
    JsonNode image = entry(run.document(), reference);
    assertThat(image.get("kind").textValue()).isEqualTo("cached");
    assertThat(image.get("language").textValue()).isEqualTo(images.language().name());
    assertThat(image.get("key").textValue()).isEqualTo(reference.tag());
    assertThat(image.get("imageId").textValue())
        .isEqualTo(images.inspect(reference.toString()).getId());
    assertThat(image.get("tags").valueStream().map(JsonNode::textValue))
        .anyMatch(tag -> tag.endsWith(foreign + ":1"));
    assertThat(image.get("usedBy")).hasSize(1);
    assertThat(run.out()).doesNotContain("\"reference\": \"" + foreign);
  }

  @Test
  void dryRunAnnouncesWhatGoesAndWhatStays(ContainerEngine engine, TestImages images) {
    CacheReference unused = images.load();
    CacheReference used = images.load();
    images.container(used.toString());

    CommandLineRun run =
        CommandLineRun.of(EngineAccess.to(engine), "prune", "--keep", "0", "--dry-run", "--json");

    assertThat(entry(run.document().get("removed"), unused).get("imageId").textValue())
        .isEqualTo(images.inspect(unused.toString()).getId());
    assertThat(entry(run.document().get("kept"), used).get("explanation").textValue())
        .startsWith("in use by the container ");
    assertThat(images.exists(unused.toString())).isTrue();
  }
}
