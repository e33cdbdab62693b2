package io.github.sandboxcache.launch;

import io.github.sandboxcache.adapter.os.Claim;
import io.github.sandboxcache.adapter.os.SingleInstance;
import io.github.sandboxcache.adapter.os.WindowInstance;
import io.github.sandboxcache.adapter.os.WindowKind;
import io.github.sandboxcache.cli.AppWindow;
import io.github.sandboxcache.cli.Console;
import io.github.sandboxcache.cli.ExitCode;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import io.github.sandboxcache.ui.app.AppServices;
import io.github.sandboxcache.ui.app.OtherStarts;
import io.github.sandboxcache.ui.app.SandboxCacheApp;
import io.github.sandboxcache.ui.app.StartOptions;
import io.github.sandboxcache.ui.app.ToolkitStart;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the window, one of each kind at a time. */
final class WindowLauncher implements AppWindow {
  private static final Logger LOG = LoggerFactory.getLogger(WindowLauncher.class);

  /** Set by measurements; see the benchmarks. */
  private static final String PAINT_TIMES = "SANDBOX_CACHE_PAINT_TIMES";

  private final Supplier<AppServices> services;
  private final SingleInstance instances;
  private final Console console;
  private final Map<String, String> environment;

  /**
   * The services are asked for only when a window opens: verbs never load the toolkit.
   *
   * @param instances finds out whether a window is open already
   */
  WindowLauncher(
      Supplier<AppServices> services,
      SingleInstance instances,
      Console console,
      Map<String, String> environment) {
    this.services = services;
    this.instances = instances;
    this.console = console;
    this.environment = environment;
  }

  @Override
  public boolean hasDisplay() {
    String platform = System.getProperty("glass.platform", "");
    return DisplayCheck.passes(System.getProperty("os.name"), platform, environment);
  }

  @Override
  public int open(Optional<String> engineUri, boolean sample) {
    StartOptions options = new StartOptions(engineUri, sample, paintTimes());
    return switch (instances.claim(WindowKind.of(engineUri, sample))) {
      case Claim.First(WindowInstance instance) -> {
        try (instance) {
          yield open(options, new OtherStarts(instance::onAsked, instance::close));
        }
      }
      case Claim.ShownElsewhere _ -> ExitCode.DONE;
      case Claim.Unknown _ -> open(options, OtherStarts.NONE);
    };
  }

  private int open(StartOptions options, OtherStarts others) {
    try {
      ToolkitStart toolkit = ToolkitStart.begin();
      AppServices given = services.get();
      WindowLocale.choose(given.settings().current().language());
      new SandboxCacheApp(given).run(toolkit, options, others);
      return ExitCode.DONE;
    } catch (UnsupportedOperationException | LinkageError e) {
      // Below the level that reaches the terminal: there the one line says it all.
      LOG.info("the toolkit does not start", e);
      String why = PlainText.line(String.valueOf(e.getMessage()));
      console.err().println(Texts.text("launch.no-window", why));
      return ExitCode.FAILED;
    } catch (IllegalStateException e) {
      LOG.error("the window broke off", e);
      console.err().println(PlainText.line(Texts.text("cli.unexpected", String.valueOf(e))));
      return ExitCode.FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILED;
    }
  }

  private Optional<PrintStream> paintTimes() {
    return environment.containsKey(PAINT_TIMES) ? Optional.of(console.out()) : Optional.empty();
  }
}
