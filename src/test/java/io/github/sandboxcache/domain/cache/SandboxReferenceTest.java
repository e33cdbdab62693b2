package io.github.sandboxcache.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the exact pattern is a cached image; that is what removal relies on. */
class SandboxReferenceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcp-sandbox-python:0123456789ab",
        "mcp-sandbox-perl:0123456789ab",
        "mcp-sandbox-c++:0123456789ab",
        "mcp-sandbox-python-ml:0123456789ab"
      })
  void twelveLowerCaseHexDigitsAreACachedImage(String reference) {
    assertThat(SandboxReference.parse(reference))
        .get()
        .isInstanceOf(CacheReference.class)
        .hasToString(reference);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcp-sandbox-python:base",
        "mcp-sandbox-python:ml",
        "mcp-sandbox-python:latest",
        "mcp-sandbox-python-ml:latest",
        "mcp-sandbox-python:0123456789AB",
        "mcp-sandbox-python:0123456789abc",
        "mcp-sandbox-python:0123456789a",
        "mcp-sandbox-3d:0123456789ab",
        "mcp-sandbox-python:0123456789ab-old"
      })
  void everyOtherTagOfTheSandboxIsABaseImage(String reference) {
    assertThat(SandboxReference.parse(reference))
        .get()
        .isInstanceOf(BaseReference.class)
        .hasToString(reference);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my-mcp-sandbox-python:0123456789ab",
        "localhost:5000/mcp-sandbox-go:0123456789ab",
        "localhost/mcp-sandbox-go:0123456789ab",
        "docker.io/library/mcp-sandbox-go:0123456789ab",
        "mcp-sandbox-tools/app:1",
        "mcp-sandbox-tools/app:0123456789ab",
        "mcp-sandbox-registry:5000/x:1",
        "mcp-sandbox-python@sha256:0123456789ab",
        "mcp-sandbox-:0123456789ab",
        "mcp-sandbox-python",
        "mcp-sandbox-python:",
        "<none>:<none>",
        "",
        "sha256:0123456789ab"
      })
  void everythingElseIsForeign(String reference) {
    assertThat(ReferenceNaming.DOCKER.parse(reference)).isEmpty();
  }

  @Test
  void aLineBreakDoesNotSlipThrough() {
    assertThat(SandboxReference.parse("mcp-sandbox-python:0123456789ab\n"))
        .get()
        .isNotInstanceOf(CacheReference.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost/", "docker.io/library/", ""})
  void podmanWritesItsOwnPrefixBeforeLocalNames(String prefix) {
    assertThat(ReferenceNaming.PODMAN.parse(prefix + "mcp-sandbox-go:0123456789ab"))
        .get()
        .hasToString("mcp-sandbox-go:0123456789ab");
  }

  @Test
  void podmanStillHasForeignRegistries() {
    assertThat(ReferenceNaming.PODMAN.parse("quay.io/mcp-sandbox-go:0123456789ab")).isEmpty();
    assertThat(ReferenceNaming.PODMAN.parse("localhost/team/mcp-sandbox-go:0123456789ab"))
        .isEmpty();
  }

  @Test
  void aBaseImageHasTheNameOfItsRepository() {
    assertThat(new BaseReference("mcp-sandbox-python-ml:latest").name()).isEqualTo("python-ml");
  }
}
