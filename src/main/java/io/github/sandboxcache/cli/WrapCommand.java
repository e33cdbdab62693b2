package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.usage.ServerProxy;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * {@code wrap}: runs a sandbox server for its client, and takes what it logs to standard output
 * into the ledger. Needs no engine. The client waits for it, so it is described by calls.
 */
final class WrapCommand implements Callable<Integer> {
  /** What shells answer where a program cannot be started. */
  private static final int NOT_STARTED = 127;

  private final Supplier<ServerProxy> proxy;
  private final Console console;
  private Optional<String> log = Optional.empty();
  private List<String> command = List.of();

  WrapCommand(Supplier<ServerProxy> proxy, Console console) {
    this.proxy = proxy;
    this.console = console;
  }

  CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("wrap");
    // What follows the program belongs to it.
    spec.parser().stopAtPositional(true);
    spec.addOption(
        OptionSpec.builder("--log")
            .paramLabel("FILE")
            .type(String.class)
            .descriptionKey("wrap-log")
            .setter(RootCommand.setter(value -> log = Optional.ofNullable((String) value)))
            .build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("COMMAND")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1..*")
            .descriptionKey("wrap-command")
            .setter(RootCommand.setter(this::takeCommand))
            .build());
    return spec;
  }

  private void takeCommand(@Nullable Object value) {
    if (value instanceof List<?> words) {
      command = words.stream().map(String::valueOf).toList();
    }
  }

  @Override
  public Integer call() {
    ServerProxy.Streams streams =
        new ServerProxy.Streams(console.in(), console.out(), console.err());
    try {
      return proxy.get().run(command, streams, openLog());
    } catch (IOException e) {
      say("cli.wrap.not-started", command.getFirst(), e.getMessage());
      return NOT_STARTED;
    }
  }

  /** A server is worth more than its log: without a place for it, it runs all the same. */
  private OutputStream openLog() {
    try {
      return log.isPresent()
          ? Files.newOutputStream(
              Path.of(log.get()), StandardOpenOption.CREATE, StandardOpenOption.APPEND)
          : OutputStream.nullOutputStream();
    } catch (IOException | InvalidPathException e) {
      say("cli.wrap.no-log", log.orElse(""), e.getMessage());
      return OutputStream.nullOutputStream();
    }
  }

  private void say(String key, String subject, @Nullable String reason) {
    console.err().println(PlainText.line(Texts.text(key, subject, String.valueOf(reason))));
  }
}
