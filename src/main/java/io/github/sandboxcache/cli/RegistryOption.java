package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistrySettings;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which registry a verb is about: the one that is named, else the one of the settings. */
final class RegistryOption {
  @Option(names = "--registry", paramLabel = "HOST/NAMESPACE")
  private Optional<String> registry = Optional.empty();

  /**
   * The registry.
   *
   * @throws ParameterException when there is none
   */
  RegistryAddress address(RegistrySettings settings, CommandSpec verb) {
    if (registry.isPresent()) {
      return RegistryAddress.parse(registry.get())
          .orElseThrow(() -> wrong(verb, HelpText.of("problem.registry", registry.get())));
    }
    return settings.address().orElseThrow(() -> wrong(verb, HelpText.of("problem.no-registry")));
  }

  private static ParameterException wrong(CommandSpec verb, String words) {
    return new ParameterException(verb.commandLine(), words);
  }
}
