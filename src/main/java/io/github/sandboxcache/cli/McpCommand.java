package io.github.sandboxcache.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mcp}: offers the cache to agents until standard input ends. */
@Command(name = "mcp", addMethodSubcommands = false)
final class McpCommand implements Callable<Integer> {
  private final Supplier<AgentTools> tools;
  private final Supplier<AgentServer> server;
  private final Console console;

  @Option(names = "--allow-removal")
  private boolean allowRemoval;

  McpCommand(Supplier<AgentTools> tools, Supplier<AgentServer> server, Console console) {
    this.tools = tools;
    this.server = server;
    this.console = console;
  }

  @Override
  public Integer call() {
    AgentServer.Offer offer = new AgentServer.Offer(tools.get(), allowRemoval);
    try (var _ = ProgramLanguage.ofPrograms();
        Interruption interruption = new Interruption()) {
      server.get().serve(offer, console.in(), console.out(), interruption.cancellation());
    }
    return ExitCode.DONE;
  }
}
