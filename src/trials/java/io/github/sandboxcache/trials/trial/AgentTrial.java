package io.github.sandboxcache.trials.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sandboxcache.trials.Findings;
import io.github.sandboxcache.trials.Setting;
import io.github.sandboxcache.trials.Trial;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An agent with the official TypeScript client uses the server for agents. */
public final class AgentTrial implements Trial {
  private static final Path SCRIPTS = Path.of("src", "trials", "node");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int CALLS = 1000;

  @Override
  public String name() {
    return "agent";
  }

  @Override
  public String about() {
    return "each tool of the server for agents, with the official TypeScript client";
  }

  @Override
  public void run(Setting setting, Findings findings) throws IOException, InterruptedException {
    Path folder = setting.app().home().resolveSibling("node");
    Files.createDirectory(folder);
    for (String file : List.of("agent.mjs", "package.json")) {
      Files.copy(SCRIPTS.resolve(file), folder.resolve(file));
    }
    network(setting);
    int installed =
        program(folder, "npm", "install", "--no-audit", "--no-fund")
            .redirectOutput(Redirect.DISCARD)
            .start()
            .waitFor();
    if (installed != 0) {
      throw new IOException("npm install ended with " + installed);
    }
    ProcessBuilder agent =
        program(
            folder,
            "node",
            "agent.mjs",
            setting.options().launcher().toString(),
            setting.options().engine(),
            Integer.toString(setting.options().number("rounds", CALLS)));
    Map<String, String> environment = agent.environment();
    environment.put("SANDBOX_CACHE_HOME", setting.app().home().toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    Process process = agent.start();
    read(process, findings);
    if (process.waitFor() != 0) {
      throw new IOException("the agent broke off");
    }
  }

  /** Installs reach the registry through that network of the engine. */
  private static void network(Setting setting) throws IOException {
    if (setting.options().value("network").isPresent()) {
      Path config = Files.createDirectories(setting.app().home().resolve("config"));
      Files.writeString(
          config.resolve("settings.json"),
          JSON.writeValueAsString(Map.of("network", setting.options().value("network").get())));
    }
  }

  private static ProcessBuilder program(Path folder, String... command) {
    return new ProcessBuilder(command).directory(folder.toFile()).redirectError(Redirect.INHERIT);
  }

  private static void read(Process process, Findings findings) throws IOException {
    int number = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode said = JSON.readTree(line);
        if (said.path(0).asText().equals("say")) {
          findings.say(said.path(1).asText());
          continue;
        }
        List<String> violations = new ArrayList<>();
        said.path(2).forEach(violation -> violations.add(violation.asText()));
        number++;
        findings.check(number, said.path(1).asText(), violations);
      }
    }
  }
}
