package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.text.PlainText;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code key}: the name under which the sandbox caches packages. Needs no engine. */
@Command(name = "key", addMethodSubcommands = false)
final class KeyCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  private final RootCommand root;
  private final InputStream input;

  @Parameters(
      index = "0",
      paramLabel = "LANGUAGE",
      descriptionKey = "language",
      completionCandidates = LanguageNames.class)
  private String language = "";

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "PACKAGE", descriptionKey = "package")
  private List<String> packages = List.of();

  @Option(names = "--packages-json", paramLabel = "-")
  private Optional<String> packagesJson = Optional.empty();

  @Spec private CommandSpec spec;

  KeyCommand(RootCommand root, InputStream input) {
    this.root = root;
    this.input = input;
  }

  /**
   * The document of {@code key}.
   *
   * @param packages as given, unsorted
   * @param key 64 hex digits
   */
  record Document(String language, List<String> packages, String key, String reference) {}

  @Override
  public Integer call() {
    List<String> names = packagesJson.map(this::read).orElse(packages);
    CacheKey key = CacheKey.of(language, names);
    String reference = key.imageName(language);
    Output output = root.output();
    if (output.isJson()) {
      output.document(new Document(language, names, key.hex(), reference));
    } else {
      output.lines(List.of(key.hex(), PlainText.line(reference)));
    }
    return ExitCode.DONE;
  }

  private List<String> read(String source) {
    if (!source.equals(STANDARD_INPUT) || !packages.isEmpty()) {
      throw new ParameterException(spec.commandLine(), HelpText.of("problem.packages-json"));
    }
    try {
      return PackagesJson.read(input);
    } catch (PackagesJson.NotAnArrayOfStringsException e) {
      throw new ParameterException(
          spec.commandLine(),
          HelpText.of("problem.packages-json.content", String.valueOf(e.getMessage())),
          e);
    }
  }
}
