package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.domain.cache.Language;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards that an image for which the sandbox never looks is told as such. */
class SandboxNamesTest {
  @ParameterizedTest
  @CsvSource({
    "python, requests[socks]",
    "python, numpy>=2",
    "python, numpy<3",
    "python, numpy!=2.1",
    "javascript, react@^18",
    "javascript, react@latest",
    "typescript, @types/node@latest",
    "go, github.com/gin-gonic/gin@v1.10.0",
    "rust, serde@1.0.219",
    "rust, libc",
    "bash, sudo",
    "javascript, http",
  })
  void theSandboxRefuses(String language, String name) {
    assertThat(refused(language, name)).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource({
    "python, numpy",
    "python, numpy==2.1.3",
    "javascript, react@18.3.1",
    "typescript, @types/node",
    "typescript, @types/node@20",
    "go, github.com/gin-gonic/gin",
    "rust, serde",
    "rust, libc-print",
    "bash, jq",
    "javascript, http-proxy",
  })
  void theSandboxTakes(String language, String name) {
    assertThat(refused(language, name)).isEmpty();
  }

  private static List<String> refused(String language, String name) {
    return SandboxNames.refused(Language.parse(language).orElseThrow(), List.of("jsonld", name));
  }
}
