package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sandboxcache.text.Versions;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Guards what man page and shell completion are made from. */
class CommandModelTest {
  static final CommandSpec MODEL = model();

  private static CommandSpec model() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Console console =
        new Console(InputStream.nullInputStream(), nowhere, nowhere, false, false, false);
    Clock clock = Clock.fixed(SampleAccess.NOW, ZoneOffset.UTC);
    Versions versions = new Versions("1.2.3", "26");
    return new CommandLineApp(SampleAccess::new, (_, _) -> 0, console, clock, versions).model();
  }

  private static Stream<CommandSpec> withVerbs(CommandSpec command) {
    return Stream.concat(
        Stream.of(command),
        command.subcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .flatMap(CommandModelTest::withVerbs));
  }

  @Test
  void everyVerbSaysWhatItDoes() {
    assertThat(withVerbs(MODEL))
        .hasSizeGreaterThan(7)
        .allSatisfy(verb -> assertThat(verb.usageMessage().header()).as(verb.name()).isNotEmpty());
  }

  @Test
  void everyOptionAndParameterSaysWhatItMeans() {
    assertThat(withVerbs(MODEL).flatMap(verb -> verb.args().stream()))
        .allSatisfy(argument -> assertThat(argument.description()).isNotEmpty());
  }

  @Test
  void shellsCanOfferTheLanguages() {
    Stream<ArgSpec> languages =
        withVerbs(MODEL)
            .filter(verb -> verb.name().equals("install"))
            .flatMap(verb -> verb.args().stream())
            .filter(argument -> argument.paramLabel().equals("LANGUAGE"));

    assertThat(languages)
        .singleElement()
        .satisfies(
            language -> assertThat(language.completionCandidates()).contains("python", "rust"));
  }
}
