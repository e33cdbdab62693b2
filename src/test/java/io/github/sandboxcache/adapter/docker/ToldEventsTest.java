package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.dockerjava.api.model.Event;
import io.github.sandboxcache.domain.engine.EngineEvent;
import io.github.sandboxcache.domain.engine.EngineEvent.ImageChanged;
import io.github.sandboxcache.domain.engine.EngineEvent.SomeImageChanged;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is made of the messages that engines write, as measured on each. */
class ToldEventsTest {
  private static List<EngineEvent> events(String json) throws JsonProcessingException {
    return EventStream.events(CommandSettings.MAPPER.readValue(json, Event.class));
  }

  @Test
  void dockerNamesTheImageThatACommitMade() throws Exception {
    assertThat(
            events(
                """
                {"Type":"container","Action":"commit","Actor":{"ID":"c1","Attributes":
                {"image":"sha256:26","imageID":"sha256:9f","imageRef":"mcp-sandbox-python:0123456789ab"}}}
                """))
        .containsExactly(new ImageChanged("sha256:9f"));
  }

  @Test
  void podmanSaysOnlyThatThereWasOne() throws Exception {
    assertThat(
            events(
                """
                {"status":"commit","Type":"container","Action":"commit","Actor":{"ID":"bee4",
                "Attributes":{"containerExitCode":"0","image":"docker.io/trial/base:latest"}}}
                """))
        .containsExactly(new SomeImageChanged());
  }

  @Test
  void whatIsOfAnotherKindOrNotWholeIsPassedOver() throws Exception {
    assertThat(events("{\"Type\":\"hologram\",\"Action\":\"x\",\"Actor\":{\"ID\":\"a\"}}"))
        .isEmpty();
    assertThat(events("{\"Type\":\"container\",\"Action\":null,\"Actor\":{\"ID\":\"a\"}}"))
        .isEmpty();
    assertThat(events("{\"Type\":\"image\",\"Action\":\"tag\",\"Actor\":{}}")).isEmpty();
    assertThat(events("{\"Type\":\"image\",\"Action\":\"tag\"}")).isEmpty();
    assertThat(events("{}")).isEmpty();
  }
}
