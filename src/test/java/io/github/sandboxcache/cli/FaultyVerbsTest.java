package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.adapter.docker.ImpatientEngine;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.usage.FactQuery;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.testing.EngineTest;
import io.github.sandboxcache.testing.FaultyProxy;
import io.github.sandboxcache.testing.FaultyProxy.Fault;
import io.github.sandboxcache.testing.TestImages;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the line to the engine does to whichever answer, a verb ends, says which request failed
 * and why, is true in what it says, and is right the next time.
 */
@EngineTest
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class FaultyVerbsTest {
  private static final Duration SILENCE = Duration.ofSeconds(2);
  private static final Set<Fault> BAD = EnumSet.complementOf(EnumSet.of(Fault.NONE, Fault.DELAY));
  private static final String IMAGES = "GET /images/json";
  private static final String CONTAINERS = "GET /containers/json";

  private final ContainerEngine straight;
  private final TestImages images;
  private FaultyProxy line;
  private ContainerEngine engine;
  private EngineAccess access;

  FaultyVerbsTest(ContainerEngine straight, TestImages images) {
    this.straight = straight;
    this.images = images;
  }

  @BeforeEach
  void connect() throws IOException {
    line = FaultyProxy.before(straight.description().endpoint());
    engine = ImpatientEngine.at(line.uri(), SILENCE);
    access = EngineAccess.to(engine);
  }

  @AfterEach
  void close() throws IOException {
    engine.close();
    line.close();
  }

  private CommandLineRun run(String... words) {
    return CommandLineRun.of(access, words);
  }

  private static void assertLegibleReason(CommandLineRun run, String request) {
    assertThat(run.err())
        .contains(request)
        .doesNotContain("null", "Exception", "com.fasterxml", "java.", "\tat ");
  }

  private static boolean lists(JsonNode array, CacheReference reference) {
    return array
        .valueStream()
        .anyMatch(item -> item.get("reference").textValue().equals(reference.toString()));
  }

  private List<UsageFact> removals() {
    List<UsageFact> all = new ArrayList<>();
    access.usage().facts(FactQuery.ALL, all::add);
    return all;
  }

  static Stream<Arguments> faultsOfReadingVerbs() {
    return Stream.concat(
        BAD.stream().map(fault -> Arguments.of("ls", fault)),
        Stream.of("stats", "prune --keep 0 --dry-run")
            .flatMap(
                verb ->
                    Stream.of(Fault.STALL, Fault.CUT_BODY, Fault.ERROR)
                        .map(fault -> Arguments.of(verb, fault))));
  }

  @ParameterizedTest
  @MethodSource("faultsOfReadingVerbs")
  void aListThatDoesNotComeEndsTheVerbWithTheReason(String verb, Fault fault) throws IOException {
    CacheReference reference = images.load();
    String[] words = (verb + " --json").split(" ");
    line.does(fault, IMAGES);

    CommandLineRun run = run(words);

    assertThat(run.code()).isEqualTo(fault == Fault.ERROR ? 1 : 3);
    assertThat(run.out()).as("no document may be taken for an answer").isEmpty();
    assertLegibleReason(run, IMAGES);
    line.does(Fault.NONE);
    CommandLineRun next = run(words);
    assertThat(next.code()).isZero();
    assertThat(next.err()).isEmpty();
    assertThat(next.out())
        .contains(verb.equals("stats") ? images.language().name() : reference.toString());
    assertThat(images.exists(reference.toString())).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = Mode.EXCLUDE,
      names = {"NONE", "DELAY"})
  void containersThatAreNotToldAreNotKnownAndLetNothingGo(Fault fault) throws IOException {
    CacheReference reference = images.load();
    line.does(fault, CONTAINERS);

    CommandLineRun list = run("ls", "--json");
    CommandLineRun prune = run("prune", "--keep", "0", "--dry-run", "--json");

    assertThat(list.code()).isZero();
    assertThat(list.document().valueStream())
        .filteredOn(item -> item.get("reference").textValue().equals(reference.toString()))
        .singleElement()
        .satisfies(item -> assertThat(item.get("usedBy").isNull()).isTrue());
    assertLegibleReason(list, fault == Fault.ERROR ? "disk on fire" : CONTAINERS);
    assertThat(lists(prune.document().get("removed"), reference)).isFalse();
    assertLegibleReason(prune, fault == Fault.ERROR ? "disk on fire" : CONTAINERS);
    line.does(Fault.NONE);
    assertThat(
            lists(
                run("prune", "--keep", "0", "--dry-run", "--json").document().get("removed"),
                reference))
        .isTrue();
  }

  static Stream<Arguments> everyFaultOfEveryRequestOfARemoval() {
    return Stream.of("GET /events", "GET /images/mcp-.*/json", "DELETE /images/.*")
        .flatMap(request -> BAD.stream().map(fault -> Arguments.of(request, fault)));
  }

  @ParameterizedTest
  @MethodSource("everyFaultOfEveryRequestOfARemoval")
  void aRemovalTellsTheTruthAndTheHistoryHasItOnce(String request, Fault fault) throws IOException {
    CacheReference reference = images.load();
    line.does(fault, request);

    CommandLineRun run = run("remove", reference.toString(), "--json");
    boolean gone = !images.exists(reference.toString());

    if (run.out().isEmpty()) {
      assertThat(run.code()).isIn(1, 3);
      assertLegibleReason(run, request.replaceFirst("mcp.*|\\.\\*", ""));
      assertThat(gone).isFalse();
    } else {
      JsonNode told = run.document();
      boolean removed = lists(told.get("removed"), reference);
      boolean staying =
          Stream.of("kept", "failed").anyMatch(part -> lists(told.get(part), reference));
      boolean unknown = lists(told.get("unknown"), reference);
      assertThat(Stream.of(removed, staying, unknown).filter(is -> is)).as(run.out()).hasSize(1);
      assertThat(unknown || removed == gone).as(run.out()).isTrue();
      assertThat(run.code()).isEqualTo(unknown || told.get("failed").size() > 0 ? 1 : 0);
    }
    line.does(Fault.NONE);
    CommandLineRun next = run("remove", reference.toString(), "--json");
    assertThat(next.code()).as(next.out() + next.err()).isEqualTo(gone ? 1 : 0);
    assertThat(lists(next.document().get("removed"), reference)).isEqualTo(!gone);
    assertThat(images.exists(reference.toString())).isFalse();
    assertThat(removals()).extracting(UsageFact::reference).containsExactly(reference);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = Mode.EXCLUDE,
      names = {"NONE", "DELAY"})
  void anEngineThatIsNotFoundIsNoEngineAndTheReasonIsSaid(Fault fault) throws IOException {
    access = EngineAccess.by(() -> ImpatientEngine.find(line.uri(), SILENCE));
    CacheReference reference = images.load();
    line.does(fault);

    CommandLineRun run = run("remove", reference.toString(), "--json");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertLegibleReason(run, line.uri().toString());
    line.does(Fault.NONE);
    assertThat(run("ls", "--json").out()).contains(reference.toString());
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void answersThatComeLateAreAnswers(Step step) throws IOException {
    CacheReference reference = images.load();
    line.does(Fault.DELAY);
    CommandLineRun run = run(step.words(reference));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(images.exists(reference.toString())).isEqualTo(step != Step.REMOVE);
  }

  enum Step {
    LIST,
    ANNOUNCE,
    REMOVE;

    String[] words(CacheReference reference) {
      return switch (this) {
        case LIST -> new String[] {"ls", "--json"};
        case ANNOUNCE -> new String[] {"remove", reference.toString(), "--dry-run"};
        case REMOVE -> new String[] {"remove", reference.toString()};
      };
    }
  }
}
