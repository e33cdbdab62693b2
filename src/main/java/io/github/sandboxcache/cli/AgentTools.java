package io.github.sandboxcache.cli;

import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an agent can ask of the cache: the verbs with {@code --json}, each call a run of its own
 * that looks for the engine anew. Every method waits for the engine, and may be called by several
 * threads at once.
 */
public final class AgentTools {
  private static final Logger LOG = LoggerFactory.getLogger(AgentTools.class);

  private final CacheAccess access;
  private final Optional<String> engineUri;
  private final boolean sample;
  private final Clock clock;

  /**
   * Those of that cache.
   *
   * @param engineUri the engine that the arguments name
   * @param sample whether to work on made-up data
   */
  AgentTools(CacheAccess access, Optional<String> engineUri, boolean sample, Clock clock) {
    this.access = access;
    this.engineUri = engineUri;
    this.sample = sample;
    this.clock = clock;
  }

  /**
   * One call.
   *
   * @param watch hears how it comes along
   * @param cancellation ends what changes anything before its time
   */
  public record Call(ProgressWatch watch, Cancellation cancellation) {}

  /**
   * What came of a call.
   *
   * @param done whether all that was asked for was done
   * @param document as JSON text; empty where there was nothing to be told of
   * @param words harmless lines for people: what failed, why, and what to do; often empty
   */
  public record Answer(boolean done, Optional<String> document, String words) {}

  /** The cache in numbers. */
  public Answer overview(Call call) {
    return run(call, session -> new AgentQuestions(session, clock).overview());
  }

  /**
   * Whether exactly these packages are cached together.
   *
   * @param packages as they would be given to an install, in any order; untrusted
   */
  public Answer lookup(Call call, String language, List<String> packages) {
    return run(call, session -> new AgentQuestions(session, clock).lookup(language, packages));
  }

  /**
   * Which cached images have a package.
   *
   * @param language only images of that language; empty for all
   * @param packageName its name without a version; untrusted
   */
  public Answer contains(Call call, Optional<String> language, String packageName) {
    return run(call, session -> new AgentQuestions(session, clock).contains(language, packageName));
  }

  /** All cached and base images, as {@code ls} lists them. */
  public Answer images(Call call) {
    return run(call, session -> new AgentQuestions(session, clock).images());
  }

  /**
   * What is inside a cached image, as {@code inspect} tells it. The engine sends the whole image.
   *
   * @param name its reference, or the first digits of its key; untrusted
   */
  public Answer inside(Call call, String name) {
    return run(
        call, session -> new AgentQuestions(session, clock).inside(name, call.cancellation()));
  }

  /**
   * Installs packages as {@code install} does.
   *
   * @param packages untrusted
   * @param timeLimit after so long it is given up; empty for the settings' time
   */
  public Answer install(
      Call call, String language, List<String> packages, Optional<Duration> timeLimit) {
    return run(
        call, session -> new AgentChanges(session, clock).install(language, packages, timeLimit));
  }

  /**
   * Which images to remove.
   *
   * @param rule {@code keep-newest}, {@code keep-used}, {@code unused-for-days} or {@code
   *     budget-bytes}
   * @param value of the rule, 0 or more
   * @param languages only those; empty for all
   * @param except names of images to keep; untrusted
   */
  public record Policy(String rule, long value, List<String> languages, List<String> except) {}

  /** What a prune would remove and keep, and why, as {@code prune --dry-run} tells it. */
  public Answer previewPrune(Call call, Policy policy) {
    return run(call, session -> new AgentChanges(session, clock).prune(policy, true));
  }

  /** Removes by that policy, as {@code prune} does: what is removed is looked at once more. */
  public Answer prune(Call call, Policy policy) {
    return run(call, session -> new AgentChanges(session, clock).prune(policy, false));
  }

  private Answer run(Call call, ToIntFunction<Session> verb) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            InputStream.nullInputStream(), printing(out), printing(err), false, false, false);
    Session session =
        new Session(
            access,
            engineUri,
            sample,
            new Output(console, true, false, call.watch()),
            () -> new Interruption(call.cancellation()));
    int code = orUnexpected(() -> verb.applyAsInt(session), console);
    return new Answer(
        code == ExitCode.DONE,
        Optional.of(text(out)).filter(document -> !document.isEmpty()),
        text(err));
  }

  /** Whatever goes wrong in one call, the next one is answered. */
  private static int orUnexpected(Callable<Integer> verb, Console console) {
    try {
      return verb.call();
    } catch (Exception e) {
      LOG.error("a call broke off", e);
      console.err().println(PlainText.line(Texts.text("cli.unexpected", String.valueOf(e))));
      return ExitCode.FAILED;
    }
  }

  private static PrintStream printing(ByteArrayOutputStream memory) {
    return new PrintStream(memory, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream memory) {
    return memory.toString(StandardCharsets.UTF_8).strip();
  }
}
