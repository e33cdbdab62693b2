package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.WindowPicture.Subject;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.engine.EngineAttempt;
import io.github.sandboxcache.domain.settings.SystemReason;
import io.github.sandboxcache.service.CacheService;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code picture}: the window in a PNG file. Needs no display, and changes nothing else. */
@Command(name = "picture", addMethodSubcommands = false)
final class PictureCommand implements Callable<Integer> {
  private static final int MAX_SCALE = 4;

  private final Supplier<Session> sessions;

  @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "picture-file")
  private String file = "";

  @Option(names = "--dark")
  private boolean dark;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      descriptionKey = "window-size",
      converter = WindowSize.Converter.class)
  private Optional<WindowSize> size = Optional.empty();

  @Option(names = "--scale", paramLabel = "N")
  private int scale = 1;

  @Spec private CommandSpec spec;

  PictureCommand(Supplier<Session> sessions) {
    this.sessions = sessions;
  }

  /**
   * The document of {@code picture}.
   *
   * @param file where the picture is, absolute
   * @param width of the picture, in pixels
   * @param height of the picture, in pixels
   * @param bytes how large the file is
   */
  record Document(String file, int width, int height, int bytes) {}

  @Override
  public Integer call() {
    if (scale < 1 || scale > MAX_SCALE) {
      throw new ParameterException(
          spec.commandLine(), HelpText.of("problem.scale", scale, MAX_SCALE));
    }
    Session session = sessions.get();
    PictureFile target;
    try {
      target = PictureFile.at(Path.of(file));
    } catch (InvalidPathException | IOException e) {
      return notWritten(e, session);
    }
    return session.withAnyEngine(
        cache -> take(new Subject.Images(cache, measured(cache, session)), target, session),
        attempts -> takeWithoutEngine(attempts, target, session));
  }

  private static Catalog measured(CacheService cache, Session session) {
    return cache.measured(session.reading().list(cache));
  }

  /** The page that says so is what the window shows then, so that is no failure. */
  private int takeWithoutEngine(List<EngineAttempt> attempts, PictureFile target, Session session) {
    session.output().detail(Texts.text("cli.picture.no-engine"));
    return take(new Subject.NoEngine(attempts), target, session);
  }

  private int take(Subject subject, PictureFile target, Session session) {
    WindowSize window = size.orElse(WindowSize.USUAL);
    Output output = session.output();
    try {
      byte[] png =
          session.picture(new WindowPicture(subject, window.width(), window.height(), scale, dark));
      target.write(png);
      say(
          new Document(
              target.path().toString(),
              window.width() * scale,
              window.height() * scale,
              png.length),
          output);
      return ExitCode.DONE;
    } catch (WindowPicture.NotTakenException e) {
      output.problem(Texts.text("cli.picture.not-taken", String.valueOf(e.getMessage())));
      return ExitCode.FAILED;
    } catch (IOException e) {
      return notWritten(e, session);
    }
  }

  private static void say(Document taken, Output output) {
    if (output.isJson()) {
      output.document(taken);
    } else {
      output.line(
          PlainText.line(
              Texts.text("cli.picture.taken", taken.file(), taken.width(), taken.height())),
          Style.PLAIN);
    }
  }

  private int notWritten(Exception why, Session session) {
    String reason =
        why instanceof IOException io ? SystemReason.of(io) : String.valueOf(why.getMessage());
    session.output().problem(Texts.text("cli.picture.not-written", file, reason));
    return ExitCode.FAILED;
  }
}
