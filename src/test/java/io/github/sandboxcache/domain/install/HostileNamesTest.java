package io.github.sandboxcache.domain.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.install.RecipeStep.RequireLine;
import io.github.sandboxcache.domain.install.RecipeStep.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards that no name does more than install one package of the registry, in any language. */
class HostileNamesTest {
  /** What registries allow as names, by their own documents, and how a version may follow. */
  private static final Map<Language, Pattern> REGISTRY =
      Map.of(
          Language.PYTHON,
          Pattern.compile("(?i)[a-z0-9]([a-z0-9._-]*[a-z0-9])?(\\[[a-z0-9._,-]+])?([<>=!~].*)?"),
          Language.JAVASCRIPT,
          Pattern.compile("(?i)(@[a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]*(@[^/:]+)?"),
          Language.TYPESCRIPT,
          Pattern.compile("(?i)(@[a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]*(@[^/:]+)?"),
          Language.GO,
          Pattern.compile("(?i)[a-z0-9.-]+\\.[a-z][a-z0-9-]*(/[a-z0-9._~-]+)*(@(?!none).+)?"),
          Language.RUST,
          Pattern.compile("(?i)[a-z][a-z0-9_-]*(@[^/:]+)?"),
          Language.BASH,
          Pattern.compile("[a-z0-9][a-z0-9.+-]*(?<!-)(=[0-9][A-Za-z0-9.+~:_-]*(?<![+~-]))?"),
          Language.RUBY,
          Pattern.compile("(?i)[a-z0-9][a-z0-9._-]*(:(=|!=|~>|[<>]=?)?[0-9][0-9a-z.-]*)?"));

  /** What the package manager of a language would look for as a file. */
  private static final Map<Language, Pattern> FILE =
      Map.of(
          Language.PYTHON, Pattern.compile("(?i).*\\.(whl|zip|tar|tgz|gz|bz2|xz)(\\[.*)?"),
          Language.JAVASCRIPT, Pattern.compile("(?i).*\\.(tgz|tar|tar\\.gz)(@.*)?"),
          Language.TYPESCRIPT, Pattern.compile("(?i).*\\.(tgz|tar|tar\\.gz)(@.*)?"),
          Language.BASH, Pattern.compile(".*\\.(deb|apk)"),
          Language.RUBY, Pattern.compile("(?i).*\\.gem(:.*)?"));

  @Test
  void whatIsAcceptedHasTheFormOfANameInItsRegistry() {
    assertThat(HostileNames.all()).hasSizeGreaterThanOrEqualTo(400).doesNotHaveDuplicates();
    for (Language language : Language.KNOWN) {
      HostileNames.all()
          .filter(name -> PackageRules.check(language, name).isEmpty())
          .forEach(
              name -> {
                assertThat(name).as(language.name()).matches(REGISTRY.get(language));
                if (FILE.containsKey(language)) {
                  assertThat(name).as(language.name()).doesNotMatch(FILE.get(language));
                }
              });
    }
  }

  /** By apt itself, with an index of its own in which names are regular expressions of others. */
  @Test
  void aptInstallsNothingButThePackageOfThatName(@TempDir Path directory) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/apt-get")), "this machine has no apt");
    List<String> known =
        List.of("jq", "libjq1", "g++", "g", "net-tools", "nettools", "lib2", "x-y");
    Path apt = aptWithIndexOf(known, directory);
    assertThat(apt(apt, List.of("apt-get", "update")).exitCode()).isZero();
    List<String> accepted = new ArrayList<>(List.of("jq", "g++", "jq=1.0", "net-tools"));
    HostileNames.all()
        .filter(name -> PackageRules.check(Language.BASH, name).isEmpty())
        .forEach(accepted::add);
    for (String name : accepted) {
      List<String> installed = installed(apt, name);
      String bare = PackageName.of(Language.BASH, name).name();
      assertThat(installed).as(name).isEqualTo(known.contains(bare) ? List.of(bare) : List.of());
    }
  }

  /** The recipe's own commands, as a simulation. */
  private static List<String> installed(Path apt, String name) throws Exception {
    RecipeInput input = new RecipeInput(Tool.of("apt-get"), List.of(name), false);
    List<String> changes = new ArrayList<>();
    for (RecipeStep step : Recipe.of(Language.BASH).orElseThrow().steps(input)) {
      if (step instanceof RequireLine(List<String> arguments, String line)
          && !apt(apt, arguments).lines().contains(line)) {
        return List.of();
      }
      if (step instanceof Run run && run.arguments().contains("install")) {
        List<String> simulated = new ArrayList<>(run.arguments());
        simulated.add(1, "-s");
        apt(apt, simulated).lines().stream()
            .filter(line -> line.matches("(Inst|Remv|Purg) .*"))
            .map(line -> line.replaceFirst("^Inst (\\S+).*", "$1"))
            .forEach(changes::add);
      }
    }
    return changes;
  }

  private record Ran(int exitCode, List<String> lines) {}

  /** With the options of the recipe left out that say where files are: here they are elsewhere. */
  private static Ran apt(Path config, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).equals("-o") && arguments.get(i + 1).startsWith("Dir::")) {
        i++;
      } else {
        command.add(arguments.get(i));
      }
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("APT_CONFIG", config.toString());
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), output.lines().toList());
  }

  private static Path aptWithIndexOf(List<String> names, Path directory) throws IOException {
    StringBuilder index = new StringBuilder();
    for (String name : names) {
      index.append(
          """
          Package: %s
          Version: 1.0
          Architecture: all
          Maintainer: nobody <nobody@example.org>
          Filename: %s.deb
          Size: 1
          SHA256: %064d
          Description: made up

          """
              .formatted(name, name, 1));
    }
    for (String made : List.of("repo", "lists/partial", "cache/archives/partial", "state", "etc")) {
      Files.createDirectories(directory.resolve(made));
    }
    Files.writeString(directory.resolve("repo/Packages"), index);
    Files.writeString(directory.resolve("state/status"), "");
    Files.writeString(
        directory.resolve("etc/sources.list"),
        "deb [trusted=yes] file:" + directory.resolve("repo") + " ./\n");
    return Files.writeString(
        directory.resolve("apt.conf"),
        """
        Dir::Etc::sourcelist "%1$s/etc/sources.list";
        Dir::Etc::sourceparts "/dev/null";
        Dir::Etc::preferencesparts "/dev/null";
        Dir::State "%1$s/state";
        Dir::State::status "%1$s/state/status";
        Dir::State::Lists "%1$s/lists";
        Dir::Cache "%1$s/cache";
        APT::Sandbox::User "";
        Debug::NoLocking "true";
        """
            .formatted(directory));
  }
}
