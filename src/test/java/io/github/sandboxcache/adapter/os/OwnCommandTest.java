package io.github.sandboxcache.adapter.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others are told to start must be what was started here. */
class OwnCommandTest {
  private static final String SCRIPT = "sandboxcache.launcher";
  private static final String NATIVE = "jpackage.app-path";

  @TempDir private Path folder;
  private Path script = Path.of("");
  private Path onPath = Path.of("");

  @BeforeEach
  void install() throws IOException {
    script = executable("an app/bin/sandbox-cache");
    onPath = Files.createDirectories(folder.resolve("usr/bin"));
  }

  @Test
  void theNameIsEnoughWhereItLeadsToTheSameScript() throws IOException {
    Files.createSymbolicLink(onPath.resolve("sandbox-cache"), script);

    assertThat(word("Linux", Map.of(SCRIPT, script.toString()))).isEqualTo("sandbox-cache");
  }

  @Test
  void thePathIsGivenWhereTheNameLeadsNowhere() {
    assertThat(word("Linux", Map.of(SCRIPT, script.toString()))).isEqualTo(script.toString());
  }

  /** An older version, for example, or another program. */
  @Test
  void thePathIsGivenWhereTheNameLeadsToAnotherFile() throws IOException {
    Path _ = executable("usr/bin/sandbox-cache");

    assertThat(word("Linux", Map.of(SCRIPT, script.toString()))).isEqualTo(script.toString());
  }

  @Test
  void whereNobodyKnowsWhatItWasStartedByOnlyTheNameIsLeft() {
    assertThat(word("Linux", Map.of())).isEqualTo("sandbox-cache");
    assertThat(word("Linux", Map.of(SCRIPT, script + "-removed"))).isEqualTo("sandbox-cache");
    assertThat(word("Linux", Map.of(SCRIPT, "bin/sandbox-cache"))).isEqualTo("sandbox-cache");
  }

  @Test
  void aNativeLauncherOfTheWindowHasTheOneForVerbsBesideIt() throws IOException {
    Path window = executable("Programs/Sandbox Cache.exe");
    Path verbs = executable("Programs/sandbox-cache.exe");
    Path mac = executable("Sandbox Cache.app/Contents/MacOS/Sandbox Cache");
    Path macVerbs = executable("Sandbox Cache.app/Contents/MacOS/sandbox-cache");

    assertThat(word("Windows 11", Map.of(NATIVE, window.toString()))).isEqualTo(verbs.toString());
    assertThat(word("Mac OS X", Map.of(NATIVE, mac.toString()))).isEqualTo(macVerbs.toString());
  }

  @Test
  void onWindowsTheNameAlsoLeadsToABatchFile() throws IOException {
    Path batch = executable("usr/bin/sandbox-cache.bat");

    assertThat(word("Windows 11", Map.of(SCRIPT, batch.toString()))).isEqualTo("sandbox-cache");
    assertThat(word("Linux", Map.of(SCRIPT, batch.toString()))).isEqualTo(batch.toString());
  }

  private String word(String osName, Map<String, String> properties) {
    String path = folder.resolve("nowhere") + File.pathSeparator + onPath;
    return new OwnCommand(osName, path).word(properties::get);
  }

  private Path executable(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
