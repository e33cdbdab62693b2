package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.sandboxcache.domain.engine.EngineInfo;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is understood of an engine's answer about itself. */
class EngineStateTest {
  private static EngineInfo info(String answer) throws JsonProcessingException {
    return new EngineState(EngineJson.MAPPER.readTree(answer)).toInfo("unix:///x", "6.1");
  }

  @Test
  void storeAndTimeAreRead() throws JsonProcessingException {
    EngineInfo info =
        info("{\"Driver\":\"overlay2\",\"SystemTime\":\"2026-03-01T09:00:00.5+01:00\"}");
    assertThat(info.imageStore()).contains("overlay2");
    assertThat(info.time()).contains(Instant.parse("2026-03-01T08:00:00.5Z"));
    assertThat(info.freeDiskBytes()).isEmpty();
  }

  @Test
  void aContainerdStoreIsToldApart() throws JsonProcessingException {
    assertThat(
            info("{\"Driver\":\"overlayfs\",\"DriverStatus\":"
                    + "[[\"driver-type\",\"io.containerd.snapshotter.v1\"]]}")
                .imageStore())
        .contains("containerd, overlayfs");
  }

  @Test
  void whatIsMissingOrNotLegibleIsUnknown() throws JsonProcessingException {
    assertThat(info("{}")).isEqualTo(EngineInfo.UNKNOWN);
    assertThat(info("{\"Driver\":7,\"DriverStatus\":null,\"SystemTime\":\"noon\"}"))
        .isEqualTo(EngineInfo.UNKNOWN);
  }
}
