package io.github.sandboxcache.build.installers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Man page and completions know every verb and option that the app has. */
class CommandDocumentsTest {
  private final CommandSpec model = CommandModel.of("1.2.3");

  @Test
  void theManPageNamesEveryVerbAndOption() {
    String page = new ManPage(model, "1.2.3", LocalDate.of(2026, 11, 30)).text(".SH FILES\n");

    assertThat(page).startsWith(".TH SANDBOX\\-CACHE 1 2026-11-30 \"sandbox\\-cache 1.2.3\"");
    assertThat(page).endsWith(".SH FILES\n");
    assertThat(page).contains(verbs().map(verb -> ".SS " + path(verb)).toList());
    assertThat(page.replace("\\-", "-")).contains(optionNames());
  }

  @Test
  void noLineOfTheManPageIsTakenForARequestOfRoff() {
    String page = new ManPage(model, "1.2.3", LocalDate.of(2026, 11, 30)).text("");

    assertThat(page.lines().filter(line -> line.startsWith(".") || line.startsWith("'")))
        .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|B|BI|I|RI|br)( .*)?"));
  }

  @Test
  void fishCompletesEveryVerbAndOption() {
    String completion = new FishCompletion(model).text();

    assertThat(completion).contains(verbs().map(verb -> " -a " + verb.name() + " -d ").toList());
    assertThat(completion)
        .contains(longNames().map(name -> " -l " + name.replaceFirst("^--", "")).toList());
  }

  @Test
  void zshCompletesEveryVerbAndOption() {
    String completion = new ZshCompletion(model).text();

    assertThat(completion).contains(verbs().map(CommandSpec::name).toList());
    assertThat(completion).contains(longNames().toList());
  }

  private static String path(CommandSpec verb) {
    return String.join(" ", Words.path(verb)).replace("-", "\\-");
  }

  private Stream<CommandSpec> verbs() {
    return inside(model).skip(1);
  }

  private static Stream<CommandSpec> inside(CommandSpec command) {
    return Stream.concat(
        Stream.of(command),
        command.subcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .flatMap(CommandDocumentsTest::inside));
  }

  private Stream<String> longNames() {
    return inside(model).flatMap(verb -> Words.options(verb).stream()).map(OptionSpec::longestName);
  }

  private List<String> optionNames() {
    List<String> names = new ArrayList<>();
    inside(model)
        .flatMap(verb -> Words.options(verb).stream())
        .forEach(option -> names.addAll(List.of(option.names())));
    return names;
  }
}
